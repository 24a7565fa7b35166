import { basename } from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { isRestricted } from '../../access/index.ts'
import { SOURCE_TABLES, sourceTable } from '../../intake/index.ts'
import type { TableSpec } from '../../standards/table.ts'
import { questionOutside, type ChildQuestion } from '../readers.ts'
import { LOCK_DOWN, rowsOf } from './duckdb.ts'
import type { Cell } from './sealed.ts'
import { fileExists, snapshotFile } from './snapshot-file.ts'
import { stagingTable } from '../building/staging.ts'

/**
 * What changed from one sealed snapshot to another, table by table. A row is known again by its table's natural key. The
 * age is not compared: it follows from the day of birth and the as-at day, and would make a change of every birthday.
 */
export const CHANGE_KINDS = ['new', 'changed', 'vanished'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One table: rows of both snapshots = new + changed + vanished + same. */
export interface TableChange {
  /** `annex-a/3` */
  table: string
  name: string
  new: number
  changed: number
  vanished: number
  same: number
}

/** One row that changed. Child-level. `before` is null for a new row, `now` for one that vanished. */
export interface ChangedRow {
  before: Record<string, Cell> | null
  now: Record<string, Cell> | null
  /** Where it is in the files of the newer snapshot; of the older one when it vanished. */
  file: string
  row: number
}

/** What a load changed against another, in counts. */
export interface ChangesSince {
  /** The snapshot that it was compared with. */
  before: string
  tables: TableChange[]
}

/** Two snapshots of one council, by id. */
export interface SnapshotPair {
  before: string
  now: string
}

/** Their files, one of which may not have its place yet. */
export interface FilePair {
  before: string
  now: string
}

const filesOf = (dataDir: string, { before, now }: SnapshotPair): FilePair => ({
  before: snapshotFile(dataDir, before),
  now: snapshotFile(dataDir, now),
})

export const CHANGED_ROWS_A_PAGE = 100

/** Counts, for every table that either snapshot holds rows of. */
export const countChanges = (dataDir: string, pair: SnapshotPair): Promise<TableChange[]> =>
  countFileChanges(filesOf(dataDir, pair))

/** The same, of files wherever they are. */
export const countFileChanges = (files: FilePair): Promise<TableChange[]> => withBoth(files, changesIn)

/** The same, over a connection to both. */
export async function changesIn(connection: DuckDBConnection): Promise<TableChange[]> {
  const tables: TableChange[] = []
  const [before, now] = [await stagedIn(connection, 'before'), await stagedIn(connection, 'now')]
  for (const spec of SOURCE_TABLES) {
    // A standard that one of the two loads did not have is no change of its rows.
    if (!before.has(stagingTable(spec.table)) || !now.has(stagingTable(spec.table))) continue
    const [counts] = await rowsOf<Record<ChangeKind | 'same', number>>(
      connection,
      `${matched(spec)}
       select
           count(*) filter (where ${WHERE.new}) as new,
           count(*) filter (where ${WHERE.vanished}) as vanished,
           count(*) filter (where ${WHERE.changed}) as changed,
           count(*) filter (where in_before and in_now and not differs) as same
       from matched`,
    )
    if (!counts || counts.new + counts.changed + counts.vanished + counts.same === 0) continue
    tables.push({ table: spec.table, name: spec.name, ...counts })
  }
  return tables
}

/** Sealed snapshots never change, so each pair is counted once for as long as the program runs. */
export function changeCounter(dataDir: string): (pair: SnapshotPair) => Promise<TableChange[]> {
  const known = new Map<string, Promise<TableChange[]>>()
  return (pair) => {
    const key = `${pair.before} ${pair.now}`
    let counts = known.get(key)
    if (!counts) {
      counts = countChanges(dataDir, pair)
      known.set(key, counts)
      // A failure is not kept: the file may be put back.
      counts.catch(() => known.delete(key))
    }
    return counts
  }
}

/** One page of the rows behind a count. */
interface ChangedPage {
  table: string
  kind: ChangeKind
  page: number
}

/** Asks for one page of the rows behind a count, in the order of their key. `childId` is the field that names the child, where the table has one. */
export const changedRows = (
  dataDir: string,
  pair: SnapshotPair,
  which: ChangedPage,
  childId: string | null,
): ChildQuestion<ChangedRow[]> =>
  questionOutside(
    async ({ scope }) =>
      (await readChangedRows(dataDir, pair, which)).filter(
        ({ before, now }) =>
          childId === null || ![before, now].some((row) => row && isRestricted(scope, String(row[childId]))),
      ),
    (rows) => (childId === null ? [] : rows.map((row) => String((row.now ?? row.before)?.[childId]))),
  )

export const readChangedRows = (
  dataDir: string,
  pair: SnapshotPair,
  { table, kind, page }: ChangedPage,
): Promise<ChangedRow[]> =>
  withBoth(filesOf(dataDir, pair), async (connection) => {
    const spec = sourceTable(table)
    const keys = spec.naturalKey.map((key) => `coalesce("now_${key}", "before_${key}")`)
    const rows = await rowsOf<Record<string, Cell>>(
      connection,
      `${matched(spec)}
       select * from matched where ${WHERE[kind]}
       order by ${keys.join(', ')}, place limit $most offset $skip`,
      { most: CHANGED_ROWS_A_PAGE, skip: (page - 1) * CHANGED_ROWS_A_PAGE },
    )
    const side = (row: Record<string, Cell>, name: 'before' | 'now') =>
      row[`in_${name}`] === true
        ? Object.fromEntries(spec.fields.map(({ key }) => [key, row[`${name}_${key}`] ?? null]))
        : null
    return rows.map((row) => {
      const from = row['in_now'] === true ? 'now' : 'before'
      return {
        before: side(row, 'before'),
        now: side(row, 'now'),
        file: String(row[`${from}_file`]),
        row: Number(row[`${from}_row_number`]),
      }
    })
  })

/** Of a row that changed: the keys of the fields that differ, in the table's order. */
export const fieldsThatDiffer = (spec: TableSpec, { before, now }: ChangedRow): string[] =>
  before && now ? compared(spec).filter((key) => before[key] !== now[key]) : []

const WHERE: Record<ChangeKind, string> = {
  new: 'not in_before',
  vanished: 'not in_now',
  changed: 'in_before and in_now and differs',
}

const compared = ({ fields }: TableSpec): string[] =>
  fields.filter(({ type }) => type !== 'age').map(({ key }) => key)

/** Rows of both, side by side. Rows that share a key are told apart by the order in which they stand. */
function matched(spec: TableSpec): string {
  const columns = [...spec.fields.map(({ key }) => key), 'file', 'row_number']
  const side = (name: string) => `${name}_rows as (
      select ${columns.map((column) => `"${column}" as "${name}_${column}"`).join(', ')},
          row_number() over (partition by ${spec.naturalKey.map((key) => `"${key}"`).join(', ')} order by file, sheet, row_number) as ${name}_place
      from ${name}_snapshot.${stagingTable(spec.table)}
  )`
  const same = [...spec.naturalKey, 'place'].map((key) => `"now_${key}" is not distinct from "before_${key}"`)
  const differs = compared(spec).map((key) => `"now_${key}" is distinct from "before_${key}"`)
  return `with ${side('before')}, ${side('now')},
  matched as (
      select *, coalesce(now_place, before_place) as place,
          before_place is not null as in_before, now_place is not null as in_now, (${differs.join(' or ')}) as differs
      from now_rows full join before_rows on ${same.join(' and ')}
  )`
}

/** The staging tables that one of the two holds. */
async function stagedIn(connection: DuckDBConnection, side: 'before' | 'now'): Promise<Set<string>> {
  const rows = await rowsOf<{ table_name: string }>(
    connection,
    `select table_name from duckdb_tables() where database_name = '${side}_snapshot'`,
  )
  return new Set(rows.map(({ table_name }) => table_name))
}

/** A database of its own with both files attached for reading; nothing else can be reached from it. */
export async function withBoth<T>(
  files: FilePair,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB' })
  try {
    const connection = await instance.connect()
    try {
      for (const name of ['before', 'now'] as const) {
        const file = files[name]
        if (!(await fileExists(file)))
          throw new Error(`The file of a snapshot is not there: ${basename(file)}`)
        await connection.run(`attach '${file.replaceAll("'", "''")}' as ${name}_snapshot (read_only)`)
      }
      await connection.run(LOCK_DOWN)
      return await work(connection)
    } finally {
      connection.closeSync()
    }
  } finally {
    instance.closeSync()
  }
}
