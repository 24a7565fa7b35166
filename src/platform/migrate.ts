import { sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { isOnPostgres, type Records } from './records.ts'

/**
 * One room's migrations, by name. Names sort in the order in which they run over all rooms in
 * an empty store: `0100-council`, `0200-snapshot` ... A store that is behind runs those it lacks, in that order. A migration
 * that has been released is never edited, and asks nothing of a later room's tables.
 */
export type Migrations = Readonly<Record<string, Migration>>

/** The migrations of several rooms together. Throws when two have the same name. */
export function gatherMigrations(sets: readonly (Migrations | undefined)[]): Migrations {
  const gathered: Record<string, Migration> = {}
  for (const [name, migration] of sets.flatMap((set) => Object.entries(set ?? {}))) {
    if (gathered[name]) throw new Error(`Two migrations are named ${name}`)
    gathered[name] = migration
  }
  return gathered
}

/** Brings the store up to date. Answers the names of those it ran; throws with the cause when one fails. */
export async function migrate(records: Records, migrations: Migrations): Promise<string[]> {
  const schema = isOnPostgres(records) ? await currentSchema(records) : undefined
  const migrator = new Migrator({
    db: records,
    // Each room has numbers of its own, so a new one of an early room comes before those that have run of later rooms.
    allowUnorderedMigrations: true,
    // Without it Kysely takes another schema's table of migrations for this one's.
    ...(schema !== undefined && { migrationTableSchema: schema }),
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw new Error('The records store could not be brought up to date', { cause: error })
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
}

async function currentSchema(records: Records): Promise<string> {
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(records)
  return rows[0]!.schema
}
