import { accessMigrations } from './access/migrations.ts'
import { boardMigrations } from './board/migrations.ts'
import { datasetMigrations } from './dataset/migrations.ts'
import { indicatorsMigrations } from './performance/migrations.ts'
import { planMigrations } from './plan/migrations.ts'
import type { Migrations } from './platform/migrate.ts'
import { recordMigrations } from './records/migrations.ts'

// By their own files, not the rooms' front doors: those lead to every page, and most verbs open none.

/** Every room's migrations: one set for SQLite and PostgreSQL, run in the order of their names. */
export const migrations: Migrations = {
  ...accessMigrations,
  ...recordMigrations,
  ...datasetMigrations,
  ...indicatorsMigrations,
  ...planMigrations,
  ...boardMigrations,
}
