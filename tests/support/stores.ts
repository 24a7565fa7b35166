import { sql } from 'kysely'
import { describe, inject } from 'vitest'
import { migrate, type Migrations } from '../../src/platform/migrate.ts'
import { openRecords, type Records } from '../../src/platform/records.ts'
import { newId } from '../../src/platform/id.ts'

/** A fresh, migrated records store, and its closing. */
export interface TestStore {
  records: Records
  /** Runs work that migrates once more: on PostgreSQL while no other test makes or drops a schema. */
  inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer>
  close(): Promise<void>
}

export async function sqliteStore(migrations: Migrations): Promise<TestStore> {
  const records = openRecords(':memory:')
  await migrate(records, migrations)
  return { records, inTurn: (work) => work(), close: () => records.destroy() }
}

export async function postgresStore(migrations: Migrations): Promise<TestStore> {
  const address = inject('postgres')
  const schema = newId('t')
  const owner = openRecords(address)
  const records = openRecords(address, schema)
  await alone(owner, async (held) => {
    await sql`create schema ${sql.id(schema)}`.execute(held)
    await migrate(records, migrations)
  })
  return {
    records,
    inTurn: (work) => alone(owner, work),
    async close() {
      await records.destroy()
      await alone(owner, (held) => sql`drop schema ${sql.id(schema)} cascade`.execute(held))
      await owner.destroy()
    },
  }
}

/** Any number: the tests' own lock on their PostgreSQL. */
const SCHEMA_LOCK = 73_021

/** Drops a schema in its turn, for tests that have a client of their own. */
export async function dropSchema(
  client: { query(text: string): Promise<unknown> },
  schema: string,
): Promise<void> {
  await client.query(`select pg_advisory_lock(${SCHEMA_LOCK})`)
  try {
    await client.query(`drop schema ${schema} cascade`)
  } finally {
    await client.query(`select pg_advisory_unlock(${SCHEMA_LOCK})`)
  }
}

/**
 * Makes and drops schemas one at a time over all workers: to find its own tables a migration looks through every
 * schema of the database, and stumbles over one that goes while it looks.
 */
const alone = <Answer>(owner: Records, work: (held: Records) => Promise<Answer>): Promise<Answer> =>
  owner.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(${sql.lit(SCHEMA_LOCK)})`.execute(held)
    try {
      return await work(held)
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(SCHEMA_LOCK)})`.execute(held)
    }
  })

/** Runs the same tests on SQLite and, where one was found, on PostgreSQL. */
export function onBothStores(migrations: Migrations, tests: (open: () => Promise<TestStore>) => void): void {
  describe('on SQLite', () => tests(() => sqliteStore(migrations)))
  describe.skipIf(inject('postgres') === '')('on PostgreSQL', () => tests(() => postgresStore(migrations)))
}
