import { sql } from 'kysely'
import { describe, inject } from 'vitest'
import { migrate, type Migrations } from '../../src/platform/migrate.ts'
import { openRecords, type Records } from '../../src/platform/records.ts'
import { newId } from '../../src/platform/id.ts'

/** A fresh, migrated records store, and its closing. */
export interface TestStore {
  records: Records
  close(): Promise<void>
}

export async function sqliteStore(migrations: Migrations): Promise<TestStore> {
  const records = openRecords(':memory:')
  await migrate(records, migrations)
  return { records, close: () => records.destroy() }
}

export async function postgresStore(migrations: Migrations): Promise<TestStore> {
  const address = inject('postgres')
  const schema = newId('t')
  const owner = openRecords(address)
  await sql`create schema ${sql.id(schema)}`.execute(owner)
  const records = openRecords(address, schema)
  await migrate(records, migrations)
  return {
    records,
    async close() {
      await records.destroy()
      await sql`drop schema ${sql.id(schema)} cascade`.execute(owner)
      await owner.destroy()
    },
  }
}

/** Runs the same tests on SQLite and, where one was found, on PostgreSQL. */
export function onBothStores(migrations: Migrations, tests: (open: () => Promise<TestStore>) => void): void {
  describe('on SQLite', () => tests(() => sqliteStore(migrations)))
  describe.skipIf(inject('postgres') === '')('on PostgreSQL', () => tests(() => postgresStore(migrations)))
}
