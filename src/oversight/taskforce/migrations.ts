import type { Kysely } from 'kysely'
import type { Migrations } from '../../platform/migrate.ts'

/* The columns of migration 0706, which never change. */
const TASKFORCE = {
  title: 'text',
  starts_on: 'text',
  ends_on: 'text',
  plan_day: 'text?',
  decide_by: 'text?',
  who_decides: 'text',
  days_allowed: 'integer',
  bought_weekly: 'integer?',
  cost_weekly: 'bigint?',
  agreed_pence: 'bigint?',
  money_from: 'text',
  extend_to: 'text?',
  frozen_on: 'text?',
  frozen_from: 'text',
  frozen_by: 'text?',
  compared_on: 'text?',
} as const
const WORKER = {
  worker: 'text',
  role: 'text',
  team: 'text',
  manager: 'text',
  start_planned_on: 'text',
  started_on: 'text?',
  ended_on: 'text?',
} as const
const FRAMEWORK = {
  from_day: 'text',
  agreed_by: 'text',
  taskforce_quality: 'text',
  taskforce_timescale: 'text',
  council_quality: 'text',
  council_timescale: 'text',
} as const
const DECISION = {
  choice: 'text',
  extended_to: 'text?',
  cost_pence: 'bigint?',
  decided_on: 'text',
  decided_by: 'text',
  why: 'text',
} as const
const CASE = {
  child: 'text',
  list: 'text',
  listed_on: 'text',
  team: 'text',
  worker: 'text',
  open_since: 'text',
  last_seen_on: 'text?',
  triage: 'text?',
  taskforce_worker: 'text',
  taskforce_team: 'text',
  given_on: 'text?',
  authorised_on: 'text?',
  outcome: 'text?',
  standards_met: 'text',
  framework_number: 'integer?',
  grade: 'text?',
  moderated_grade: 'text?',
  moderated_on: 'text?',
  safety_checked_on: 'text?',
  left_on: 'text?',
  returned_on: 'text?',
} as const

export const taskforceMigrations: Migrations = {
  '0706-taskforce': {
    async up(db: Kysely<unknown>) {
      // Only when it runs: every command loads this file.
      const { createRecordTable } = await import('../../records/index.ts')
      await createRecordTable(db, 'taskforce', TASKFORCE)
      const ofTaskforce = { taskforce_id: { table: 'taskforce' } }
      await createRecordTable(db, 'taskforce_worker', WORKER, ofTaskforce)
      await createRecordTable(db, 'framework_version', FRAMEWORK, ofTaskforce)
      await createRecordTable(db, 'taskforce_decision', DECISION, ofTaskforce)
      await createRecordTable(db, 'taskforce_case', CASE, ofTaskforce)
      await db.schema
        .createIndex('taskforce_case_of')
        .on('taskforce_case')
        .columns(['council_id', 'taskforce_id'])
        .execute()
    },
  },
}
