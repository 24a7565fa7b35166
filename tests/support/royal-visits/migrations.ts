import type { Kysely } from 'kysely'
import type { Migrations } from '../../../src/platform/migrate.ts'
import { createRecordTable } from '../../../src/records/index.ts'

export const royalVisitMigrations: Migrations = {
  '9000-royal-visits': {
    up: (db: Kysely<unknown>) =>
      createRecordTable(db, 'royal_visit', {
        visited_on: 'text',
        team: 'text',
        outcome: 'text',
        cost_pence: 'bigint?',
        notes: 'text',
      }),
  },
}
