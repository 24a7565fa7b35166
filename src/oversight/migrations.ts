import type { Kysely } from 'kysely'
import type { Migrations } from '../platform/migrate.ts'
import { conferenceMigrations } from './conferences/migrations.ts'
import { guidanceMigrations } from './guidance/migrations.ts'
import { taskforceMigrations } from './taskforce/migrations.ts'
import { missingMigrations } from './missing/migrations.ts'

/* The columns of migration 0702, which never change. */
const CLINIC = {
  title: 'text',
  held_on: 'text',
  starts_at: 'text',
  chair: 'text',
  attending: 'text',
  teams: 'text',
  lists: 'text',
  state: 'text',
  closed_at: 'text',
  closed_by: 'text',
  signed_at: 'text',
  signed_by: 'text',
  reopened_at: 'text',
  reopened_by: 'text',
  reopened_why: 'text',
  figures_on: 'text?',
  snapshot: 'text',
  children: 'integer?',
  discussed: 'integer?',
  silent: 'integer?',
  promised: 'integer?',
  kept: 'integer?',
  not_kept: 'integer?',
  cannot_tell: 'integer?',
} as const
const CLINIC_ITEM = {
  list: 'text',
  subject: 'text',
  team: 'text',
  outcome: 'text',
  reason: 'text',
  answer_id: 'text',
  said_at: 'text',
  said_by: 'text',
} as const
const CLINIC_ACTION = {
  action: 'text',
  owner: 'text',
  due_on: 'text',
  list: 'text',
  subject: 'text',
  team: 'text',
  raised_on: 'text',
  closed_on: 'text?',
  closed_by: 'text',
  outcome: 'text',
} as const

export const oversightMigrations: Migrations = {
  ...missingMigrations,
  '0700-oversight-answers': {
    async up(db: Kysely<unknown>) {
      // Only when it runs: every command loads this file.
      const { createRecordTable } = await import('../records/index.ts')
      await createRecordTable(db, 'answer_reason', { title: 'text', meaning: 'text', together: 'text' })
      await createRecordTable(db, 'list_answer', {
        list: 'text',
        subject: 'text',
        rules: 'text',
        team: 'text',
        worker: 'text',
        reason: 'text',
        plan: 'text',
        owner: 'text',
        check_back_on: 'text',
        figures_on: 'text',
        answered_at: 'text',
        answered_by: 'text',
      })
    },
  },
  '0702-oversight-clinics': {
    async up(db: Kysely<unknown>) {
      const { createRecordTable } = await import('../records/index.ts')
      await createRecordTable(db, 'clinic', CLINIC)
      const ofClinic = { clinic_id: { table: 'clinic' } }
      await createRecordTable(db, 'clinic_item', CLINIC_ITEM, ofClinic)
      await createRecordTable(db, 'clinic_action', CLINIC_ACTION, ofClinic)
    },
  },
  ...taskforceMigrations,
  ...conferenceMigrations,
  ...guidanceMigrations,
  '0709-lists-by-name': {
    async up(db: Kysely<unknown>) {
      // A list's page reads what was said on that list alone.
      for (const table of ['list_answer', 'clinic_item'])
        await db.schema.createIndex(`${table}_list`).on(table).columns(['council_id', 'list']).execute()
    },
  },
}
