import { createHash } from 'node:crypto'
import { allow, operator } from '../../access/index.ts'
import {
  beginBuild,
  fillReportingMonths,
  writeExtract,
  type Build,
  type Cell,
  type SealedSnapshot,
  type SnapshotPool,
  type SnapshotRows,
} from '../../dataset/index.ts'
import type { Clock, Day } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { RECORD_MEASURES } from '../catalogue/catalogue.ts'
import { availability } from '../figures/availability-read.ts'
import { setRecordCases } from '../figures/held-in.ts'
import { sealedFigures, type FigureReader } from '../figures/figure-reader.ts'
import type { Availability } from './availability.ts'
import { writeMeasureCases } from './measure-cases.ts'

/** What a column of a table of records holds, in the words of SQL. */
export type RecordColumn = 'text' | 'date' | 'integer' | 'double' | 'boolean'

/** Rows that a room keeps in the records, as a table that measures name. */
export interface RecordTable {
  /** `plan_action` */
  name: string
  columns: Readonly<Record<string, RecordColumn>>
  /** A column that a row lacks is blank. */
  rows: readonly Readonly<Record<string, Cell>>[]
}

export interface RecordContext {
  records: Records
  council: string
  /** The day the rows are read as at. */
  today: Day
  /** The snapshot in use and its figures, for measures that are made of other measures. */
  snapshot: SealedSnapshot
  figures: FigureReader
  available: ReadonlyMap<string, Availability>
}

/** Reads the rows that a room gives to the engine. */
export type RecordRows = (context: RecordContext) => Promise<readonly RecordTable[]>

declare module '../../platform/room.ts' {
  interface Room {
    /** The rows of the room's records that measures count. */
    readonly measureRows?: RecordRows
  }
}

interface RecordCasesDeps {
  records: Records
  clock: Clock
  /** One for each room whose records are measured. */
  rows: readonly RecordRows[]
}

/** How many versions of the rows stay in memory: the current one, and those that someone may still be reading. */
const MAX_VERSIONS = 4

/**
 * A pool whose snapshots come with the rooms' records, as cases of the measures that count records. The cases are made in
 * memory when a measure of records is first read, and again when the rows or the day have changed: the id of a version is
 * made of both.
 */
export function withRecordCases(pool: SnapshotPool, { records, clock, rows }: RecordCasesDeps): SnapshotPool {
  const versions = new Map<string, Promise<RecordSnapshot>>()

  async function recordCasesFor(snapshot: SealedSnapshot, council: string): Promise<SealedSnapshot> {
    const today = clock.today()
    const figures = sealedFigures(snapshot, allow(operator(council), 'figures:read'))
    const available = await availability(snapshot)
    const context = { records, council, today, snapshot, figures, available }
    const tables = (await Promise.all(rows.map((read) => read(context)))).flat()
    const id = `records-${today}-${versionOf(council, tables)}`
    let version = versions.get(id)
    if (!version) {
      version = buildVersion({ id, asAt: today, loadedAt: clock.now(), sources: ['records'] }, tables)
      versions.set(id, version)
      version.catch(() => versions.delete(id))
      for (const old of [...versions.keys()].slice(0, -MAX_VERSIONS)) forget(old)
    }
    return await version
  }

  function forget(id: string): void {
    const version = versions.get(id)
    versions.delete(id)
    void version?.then((snapshot) => snapshot.close()).catch(() => {})
  }

  const withRecords = <Found extends SealedSnapshot | null>(council: string, snapshot: Found): Found => {
    if (snapshot) setRecordCases(snapshot, () => recordCasesFor(snapshot, council))
    return snapshot
  }
  return {
    current: async (council) => withRecords(council, await pool.current(council)),
    earlier: async (council) => withRecords(council, await pool.earlier(council)),
    byId: async (council, id) => withRecords(council, await pool.byId(council, id)),
    release: (id) => pool.release(id),
    close() {
      for (const id of versions.keys()) forget(id)
      pool.close()
    },
  }
}

const HASH_LENGTH = 12

/** Equal rows have the same version. */
const versionOf = (council: string, tables: readonly RecordTable[]): string =>
  createHash('sha256')
    .update(JSON.stringify([council, tables]))
    .digest('hex')
    .slice(0, HASH_LENGTH)

interface RecordSnapshot extends SealedSnapshot, SnapshotRows {
  close(): Promise<void>
}

async function buildVersion(
  identity: SealedSnapshot,
  tables: readonly RecordTable[],
): Promise<RecordSnapshot> {
  const build = await beginBuild(':memory:')
  try {
    await writeExtract(build, { source: 'records', asAt: identity.asAt, windowFrom: null })
    await fillReportingMonths(build, identity.asAt)
    for (const table of tables) await writeTable(build, table, identity.asAt)
    await writeMeasureCases(build, RECORD_MEASURES)
    await build.commit()
  } catch (error) {
    build.close()
    throw error
  }
  // A connection runs one statement at a time; pages ask for several at once.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next.catch(() => {})
    return next
  }
  return {
    ...identity,
    all: (sql, parameters) => inTurn(() => build.all(sql, parameters)),
    close: () => inTurn(() => Promise.resolve(build.close())),
  }
}

/** Rows in one statement, to limit its parameters. */
const ROWS_AT_ONCE = 200

async function writeTable(build: Build, { name, columns, rows }: RecordTable, asAt: Day): Promise<void> {
  const names = Object.keys(columns)
  await build.run(
    `create table ${name} (${names.map((column) => `${column} ${columns[column]}`).join(', ')})`,
  )
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const batch = rows.slice(from, from + ROWS_AT_ONCE)
    const values = batch.map(
      (_, row) => `(${names.map((column) => `cast($${column}_${row} as ${columns[column]})`).join(', ')})`,
    )
    const parameters = Object.fromEntries(
      batch.flatMap((row, index) => names.map((column) => [`${column}_${index}`, row[column] ?? null])),
    )
    await build.run(`insert into ${name} values ${values.join(', ')}`, parameters)
  }
  await build.run(`insert into table_source values ($name, 1, 'records', cast($asAt as date), null)`, {
    name,
    asAt,
  })
  for (const column of names)
    await build.run(
      `insert into source_field
       select $name, $column, true, count(*), count(${column}) from ${name}`,
      { name, column },
    )
}
