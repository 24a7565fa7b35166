import { accessMigrations } from './access/index.ts'
import { boardMigrations } from './board/index.ts'
import { datasetMigrations } from './dataset/index.ts'
import { indicatorsMigrations } from './indicators/index.ts'
import { planMigrations } from './plan/index.ts'
import type { Migrations } from './platform/migrate.ts'

/** Every room's migrations: one set for SQLite and PostgreSQL, run in the order of their names. */
export const migrations: Migrations = {
  ...accessMigrations,
  ...datasetMigrations,
  ...indicatorsMigrations,
  ...planMigrations,
  ...boardMigrations,
}
