import type { Kysely } from 'kysely'
import type { Migrations } from '../../platform/migrate.ts'

/* The columns of migration 0704, which never change. */
const MEETING_CHILD = {
  meeting: 'text',
  child_id: 'text',
  kept_here: 'text',
  kind: 'text',
  booked_on: 'text',
  starts_at: 'text',
  place: 'text',
  chair: 'text',
  team: 'text',
  worker: 'text',
  shared_on: 'text?',
  chair_had_on: 'text?',
  held_on: 'text?',
  came: 'text?',
  recorded_by: 'text',
  recorded_on: 'text?',
  missed: 'text',
  missed_words: 'text',
  answered_on: 'text?',
  answered_by: 'text',
} as const

export const conferenceMigrations: Migrations = {
  '0704-oversight-conferences': {
    async up(db: Kysely<unknown>) {
      const { createRecordTable } = await import('../../records/index.ts')
      await createRecordTable(db, 'meeting_child', MEETING_CHILD)
      await createRecordTable(db, 'absence_reason', { title: 'text', meaning: 'text', file_word: 'text?' })
      await createRecordTable(db, 'report_standard', {
        kind: 'text',
        working_days: 'integer',
        from_on: 'text',
      })
      await createRecordTable(db, 'calendar_address', {
        person_id: 'text',
        secret_hash: 'text',
        made_at: 'text',
      })
      await db.schema.createIndex('calendar_secret').on('calendar_address').column('secret_hash').execute()
      await db.schema
        .createTable('calendar_entry')
        .addColumn('address_id', 'text', (column) => column.notNull())
        .addColumn('uid', 'text', (column) => column.notNull())
        .addColumn('sequence', 'integer', (column) => column.notNull())
        .addColumn('entry', 'text', (column) => column.notNull())
        .addColumn('changed_at', 'text', (column) => column.notNull())
        .addColumn('cancelled', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('calendar_entry_key', ['address_id', 'uid'])
        .execute()
    },
  },
}
