import type { Kysely } from 'kysely'
import type { Migrations } from '../platform/migrate.ts'

export const oversightMigrations: Migrations = {
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
}
