import type { Kysely } from 'kysely'
import type { Migrations } from '../platform/migrate.ts'

export const loadsMigrations: Migrations = {
  '0700-reading-choices': {
    async up(db: Kysely<unknown>) {
      // Only when it runs: every command loads this file.
      const { createRecordTable } = await import('../records/index.ts')
      await createRecordTable(db, 'learned_spelling', { code_set: 'text', written: 'text', code: 'text' })
      await createRecordTable(db, 'worker_role', { role: 'text', holds: 'text' })
      await db.schema
        .alterTable('data_setting')
        .addColumn('join_ids', 'integer', (column) => column.notNull().defaultTo(1))
        .execute()
    },
  },
}
