import type { Kysely } from 'kysely'
import type { Migrations } from '../../../src/platform/migrate.ts'

export const royalVisitMigrations: Migrations = {
  '9000-royal-visits': {
    async up(db: Kysely<unknown>) {
      // Only when it runs: every command loads this file.
      const { createRecordTable } = await import('../../../src/records/index.ts')
      await createRecordTable(db, 'royal_visit', {
        visited_on: 'text',
        team: 'text',
        outcome: 'text',
        cost_pence: 'bigint?',
        notes: 'text',
      })
    },
  },
}
