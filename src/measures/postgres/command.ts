import type { Command } from 'commander'
import type { SealedSnapshot } from '../../dataset/index.ts'
import type { SeriesDefinition } from '../figures/figure.ts'
import type { DatabaseAddress } from '../../intake/index.ts'
import type { Services } from '../../platform/room.ts'
import { Refused } from '../../platform/errors.ts'
import type { EngineRequest } from './postgres-engine.ts'
import { WrongUsage } from '../../platform/command/terminal.ts'
import { readChoice, readDay } from '../../platform/command/argument.ts'

export interface EngineOptions {
  engine: string
  database?: string
  schema?: string
  asAt?: string
}

const ENGINES = ['duckdb', 'postgres'] as const

export const addEngineOptions = (command: Command): Command =>
  command
    .option(
      '--engine <engine>',
      'duckdb reads the snapshot in use; postgres works the same measures out again on a PostgreSQL, and leaves nothing there',
      'duckdb',
    )
    .option(
      '--database <address>',
      'with --engine postgres: postgres://user@host/database; the password in WAYMARK_SOURCE_PASSWORD',
    )
    .option(
      '--schema <name>',
      'with --engine postgres: the schema that holds the dataset already; otherwise the snapshot in use is copied',
    )
    .option(
      '--as-at <day>',
      'with --schema: the day its rows speak for, when its table extract does not say it',
    )

type Wanted = Pick<EngineRequest, 'measure' | 'withCohorts'>

/**
 * Reads figures from the engine that the command line names: the snapshot in use, or the `wanted` measures run again on
 * PostgreSQL. What was made in PostgreSQL is removed when the work ends.
 */
export async function withEngine<T>(
  services: Services,
  { engine, database, schema, asAt }: EngineOptions,
  wanted: Wanted,
  work: (snapshot: SealedSnapshot) => Promise<T>,
): Promise<T> {
  if (readChoice('--engine', engine, ENGINES) === 'duckdb') {
    if (database !== undefined || schema !== undefined || asAt !== undefined)
      throw new WrongUsage('--database, --schema and --as-at go with --engine postgres')
    return await work(await loadedSnapshot(services))
  }
  const address = await readAddress(database)
  const own = schema ?? address.schema
  const day = readDay('--as-at', asAt) ?? null
  if (own === null && day !== null)
    throw new WrongUsage('--as-at goes with --schema: a snapshot says its own day')
  const dataset =
    own === null
      ? { snapshot: await loadedSnapshot(services) }
      : { own: { schema: own, asAt: day, source: 'ssd' } }
  const { measuresOnPostgres } = await import('./postgres-engine.ts')
  const second = await measuresOnPostgres({ address, dataset, ...wanted })
  try {
    return await work(second)
  } finally {
    await second.close()
  }
}

/** The password is read from the environment, because other users of the machine can read a command line. */
async function readAddress(text: string | undefined): Promise<DatabaseAddress> {
  if (text === undefined)
    throw new WrongUsage('--engine postgres needs --database: postgres://user@host/database')
  const password = process.env['WAYMARK_SOURCE_PASSWORD'] ?? process.env['PGPASSWORD'] ?? null
  const { readDatabaseAddress } = await import('../../intake/index.ts')
  const address = readDatabaseAddress(text, password)
  if (!address.ok) throw new WrongUsage(`--database: ${Object.values(address.errors).join('. ')}`)
  if (address.value.kind !== 'postgres')
    throw new WrongUsage('--database must be a PostgreSQL: postgres://user@host/database')
  return address.value
}

/** The snapshot in use. Throws Refused before the first load. */
export async function loadedSnapshot({ pool, council }: Services): Promise<SealedSnapshot> {
  const snapshot = await pool.current(council.id)
  if (!snapshot) throw new Refused('Nothing has been loaded yet. Bring files in with "waymark import".')
  return snapshot
}

/** One measure, with the cohorts when it is split by them. */
export const wantedOf = ({ measure }: SeriesDefinition, by?: string): Wanted => ({
  measure,
  withCohorts: by === 'cohort',
})
