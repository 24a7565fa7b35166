import { createHash } from 'node:crypto'
import { allow, operator } from '../../access/index.ts'
import {
  beginBuild,
  fillReportingMonths,
  writeExtract,
  type Build,
  type SealedSnapshot,
  type SnapshotPool,
  type SnapshotRows,
} from '../../dataset/index.ts'
import type { Clock, Day, Instant } from '../../platform/day.ts'
import type { Log } from '../../platform/log.ts'
import type { Records } from '../../platform/records.ts'
import type { Room } from '../../platform/room.ts'
import { RECORD_MEASURES } from '../catalogue/catalogue.ts'
import { availability } from '../figures/availability-read.ts'
import { setRecordCases, type RecordCases } from '../figures/held-in.ts'
import { sealedFigures, type FigureReader } from '../figures/figure-reader.ts'
import type { Availability } from './availability.ts'
import type { MeasureFile } from '../catalogue/measure-file.ts'
import { writeMeasureCases } from './measure-cases.ts'
import type { RecordTable } from './record-table.ts'

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

/** A room whose records are measured. */
export interface MeasuredRoom {
  /** What the header of a measure calls it in `records`. */
  room: string
  read: RecordRows
}

/** The rooms that hand records over. */
export const measuredRooms = (rooms: readonly Room[]): MeasuredRoom[] =>
  rooms.flatMap(({ name, measureRows }) => (measureRows ? [{ room: name, read: measureRows }] : []))

interface RecordCasesDeps {
  records: Records
  clock: Clock
  log: Log
  rooms: readonly MeasuredRoom[]
}

/**
 * A pool whose snapshots come with the rooms' records, as cases of the measures that count records. The cases are made in
 * memory when a measure of a room's records is first read, and again when the rows or the day have changed: the id of a
 * version is made of both. Each room has versions of its own, so that a fault in one harms no measure of another.
 */
export function withRecordCases(
  pool: SnapshotPool,
  { records, clock, log, rooms }: RecordCasesDeps,
): SnapshotPool {
  const counting = rooms.map((room) => ({ ...room, versions: recordVersions(room.room, log) }))

  async function contextOf(snapshot: SealedSnapshot, council: string): Promise<RecordContext> {
    const figures = sealedFigures(snapshot, allow(operator(council), 'figures:read'))
    const available = await availability(snapshot)
    return { records, council, today: clock.today(), snapshot, figures, available }
  }
  const withRecords = <Found extends SealedSnapshot | null>(council: string, snapshot: Found): Found => {
    if (snapshot)
      setRecordCases(snapshot, async (wanted) => {
        const asked = counting.filter(({ room }) => wanted === undefined || room === wanted)
        const context = await contextOf(snapshot, council)
        return await Promise.all(asked.map((room) => casesOfRoom(room, context, clock.now())))
      })
    return snapshot
  }
  return {
    current: async (council) => withRecords(council, await pool.current(council)),
    earlier: async (council) => withRecords(council, await pool.earlier(council)),
    byId: async (council, id) => withRecords(council, await pool.byId(council, id)),
    release: (id) => pool.release(id),
    close() {
      for (const { versions } of counting) versions.close()
      pool.close()
    },
  }
}

/** A room's records as cases: of its rows as they are now or, where they cannot be counted, without a case. */
async function casesOfRoom(
  { room, read, versions }: MeasuredRoom & { versions: RecordVersions },
  context: RecordContext,
  now: Instant,
): Promise<RecordCases> {
  const { council, today } = context
  const identity = (id: string): SealedSnapshot => ({ id, asAt: today, loadedAt: now, sources: ['records'] })
  const unavailable = () => buildUnavailable(identity(`records-${today}-none`), room)
  let tables: readonly RecordTable[]
  try {
    tables = await read(context)
  } catch (error) {
    const fails = () => Promise.reject<RecordSnapshot>(error)
    const version = `${today}-${council}-${messageOf(error)}`
    return { room, tables: [], ...(await versions.counted(version, fails, unavailable)) }
  }
  const version = `records-${today}-${versionOf(council, tables)}`
  const count = () => buildVersion(identity(version), measuresOf(room), tables)
  const found = await versions.counted(version, count, unavailable)
  return { room, tables: found.fault === null ? tables : [], ...found }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** How many versions of a room's rows stay in memory: the current one, and those that someone may still be reading. */
const MAX_VERSIONS = 4

/** What came of counting a room's rows. */
type Counted = Pick<RecordCases, 'fault'> & { cases: RecordSnapshot }

interface RecordVersions {
  /** Counts a version once. A fault is a version as well, so that it is logged once for as long as it stays the same. */
  counted(
    version: string,
    count: () => Promise<RecordSnapshot>,
    unavailable: () => Promise<RecordSnapshot>,
  ): Promise<Counted>
  close(): void
}

function recordVersions(room: string, log: Log): RecordVersions {
  const known = new Map<string, Promise<Counted>>()
  const forget = (version: string): void => {
    const found = known.get(version)
    known.delete(version)
    void found?.then(({ cases }) => cases.close()).catch(() => {})
  }
  return {
    counted(version, count, unavailable) {
      const before = known.get(version)
      if (before) return before
      const found = count().then(
        (cases): Counted => ({ cases, fault: null }),
        async (error: unknown): Promise<Counted> => {
          log.error('the records of a room could not be counted', error, { room })
          return { cases: await unavailable(), fault: messageOf(error) }
        },
      )
      known.set(version, found)
      found.catch(() => known.delete(version))
      for (const old of [...known.keys()].slice(0, -MAX_VERSIONS)) forget(old)
      return found
    },
    close() {
      for (const version of known.keys()) forget(version)
    },
  }
}

const HASH_LENGTH = 12

/** A room that hands over the same tables again has not changed them. */
const known = new WeakMap<readonly RecordTable[], string>()

/** Equal rows of a council have the same version. */
function versionOf(council: string, tables: readonly RecordTable[]): string {
  let version = known.get(tables)
  if (version === undefined) {
    version = createHash('sha256')
      .update(JSON.stringify([council, tables.map(({ name, columns, rows }) => ({ name, columns, rows }))]))
      .digest('hex')
      .slice(0, HASH_LENGTH)
    known.set(tables, version)
  }
  return version
}

interface RecordSnapshot extends SealedSnapshot, SnapshotRows {
  close(): Promise<void>
}

/** The measures of one room's records. */
const measuresOf = (room: string): MeasureFile[] =>
  RECORD_MEASURES.filter(({ series }) => series.every(({ records }) => records === room))

/** Counts these tables. Throws when a measure does not run on them. */
export const buildVersion = (
  identity: SealedSnapshot,
  measures: readonly MeasureFile[],
  tables: readonly RecordTable[],
): Promise<RecordSnapshot> =>
  buildWith(identity, async (build) => {
    for (const table of tables) await writeTable(build, table, identity.asAt)
    await writeMeasureCases(build, measures)
  })

/** A version without a case, in which every measure of the room says why it has no figure. */
const buildUnavailable = (identity: SealedSnapshot, room: string) =>
  buildWith(identity, (build) => writeMeasureCases(build, measuresOf(room).map(asUnreadable)))

const UNREADABLE =
  'Not available: the records that it counts could not be read; the log of the program says why'

const asUnreadable = (measure: MeasureFile): MeasureFile => ({
  ...measure,
  series: measure.series.map((series) => ({
    ...series,
    needs: [],
    shown: { kind: 'every' },
    definition: { ...series.definition, notHeld: UNREADABLE },
  })),
})

async function buildWith(
  identity: SealedSnapshot,
  fill: (build: Build) => Promise<void>,
): Promise<RecordSnapshot> {
  const build = await beginBuild(':memory:')
  try {
    await writeExtract(build, { source: 'records', asAt: identity.asAt, windowFrom: null })
    await fillReportingMonths(build, identity.asAt)
    await fill(build)
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
