import type { Kysely } from 'kysely'
import type { Migrations } from '../../platform/migrate.ts'

/* The columns of migration 0705, which never change. */
const ABOUT_CHILDREN = {
  missing_episode: {
    child_id: 'text',
    episode: 'text',
    cared: 'text',
    lives_at: 'text',
    miles_away: 'integer?',
    missing_from: 'text',
    reported_at: 'text',
    reported_by: 'text',
    recorded_at: 'text',
    returned_at: 'text',
    team: 'text',
    worker: 'text',
  },
  return_step: {
    episode_id: 'text',
    kind: 'text',
    at: 'text',
    booked_for: 'text',
    interviewer: 'text?',
    interviewer_code: 'text',
    independent: 'text?',
    why_independent: 'text',
    themes: 'text',
    note: 'text',
  },
  missing_discussion: { child_id: 'text', held_on: 'text', note: 'text' },
  police_report: { police_ref: 'text', child_id: 'text', missing_from: 'text', cause: 'text?' },
} as const

const ABOUT_COUNTS = {
  hand_count: {
    month: 'text',
    returns: 'integer',
    offered: 'integer',
    offers: 'integer',
    accepted: 'integer',
    held: 'integer',
    held_in_time: 'integer',
    independent: 'integer',
    counted_on: 'text',
    note: 'text',
  },
  missing_rule: {
    from_on: 'text',
    times: 'integer',
    within_days: 'integer',
    discuss_within: 'integer',
    system_from: 'text?',
    note: 'text',
  },
  system_change: {
    title: 'text',
    asked_of: 'text',
    why: 'text',
    due_on: 'text',
    state: 'text',
    measure: 'text?',
  },
} as const

export const missingMigrations: Migrations = {
  '0705-missing': {
    async up(db: Kysely<unknown>) {
      // Only when it runs: every command loads this file.
      const { createRecordTable } = await import('../../records/index.ts')
      for (const [table, columns] of Object.entries({ ...ABOUT_CHILDREN, ...ABOUT_COUNTS }))
        await createRecordTable(db, table, columns)
    },
  },
}
