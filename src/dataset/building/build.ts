import { readFileSync } from 'node:fs'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import type { Day } from '../../platform/day.ts'
import { fillCalendar } from './calendar.ts'
import { rowsOf } from '../snapshots/duckdb.ts'
import type { Cell } from '../snapshots/sealed.ts'

/** A dataset while it is being built. Child-level. Statements are ours alone, with named parameters (`$team`). */
export interface BuildConnection {
  /** One or more statements; parameters go with a single one. */
  run(sql: string, parameters?: Record<string, Cell>): Promise<void>
  all<Row = Record<string, Cell>>(sql: string, parameters?: Record<string, Cell>): Promise<Row[]>
}

/** A dataset that several connections can work on at once. */
export interface ParallelBuild extends BuildConnection {
  /**
   * Several connections to the same dataset, for statements that run at the same time, each on one thread. They see what
   * was done before, which is committed first, and share the schema `step` in memory, which is gone afterwards. Tables are
   * looked for in `schemas`, the first first, and then in `step`. Each statement is committed by itself, unless it comes
   * after `begin transaction`.
   */
  withConnections(
    count: number,
    schemas: readonly string[],
    work: (connections: readonly Connection[]) => Promise<void>,
  ): Promise<void>
}

/** One of several connections to a dataset that is being built. */
export interface Connection {
  /** One or more statements. */
  run(sql: string): Promise<void>
}

/** The file that is being built, and what only the builder may do with it. */
export interface Build extends ParallelBuild {
  readonly connection: DuckDBConnection
  /** After a step that fills tables: only of what is committed does the engine know how much there is, and plan by it. */
  commit(): Promise<void>
  /** Leaves memory to the reading of very many rows. */
  makeRoom(): Promise<void>
  /** Of a load that is large even among those, what does not fit goes to the disk sooner. */
  spillSooner(): Promise<void>
  /** Works on several rows at once, which pays where there are many. */
  workInParallel(): Promise<void>
  /** Writes everything into the one file. */
  seal(): Promise<void>
  close(): void
}

/** A file of SQL, named from the module that asks (`import.meta.url`). */
export const sqlFile = (from: string, name: string): string => readFileSync(new URL(name, from), 'utf8')

/** The dataset's tables, in SQL that PostgreSQL reads too. */
export const datasetSchema = (): string =>
  [sqlFile(import.meta.url, './schema.sql'), sqlFile(import.meta.url, '../capture/capture-schema.sql')].join(
    '\n',
  )

/** How much DuckDB may hold, next to what the reader itself needs. */
const USUAL_MEMORY = '384MB'
/** The same of a load of very many rows: while it is read, and in the process of its own that builds on it. */
const MEMORY_WHILE_MANY_ARE_READ = '128MB'
const RESUMED_MEMORY = '768MB'
/** In that process, of a load that is large even among those: a process holds some 400 MB that are not counted here. */
const MEMORY_OF_THE_LARGEST = '288MB'

/** A second thread takes a third more of the processors' time for the few rows of a small council, and saves none. */
const USUAL_THREADS = '1'
const THREADS_FOR_MANY_ROWS = '2'

/**
 * Of what a transaction wrote itself the engine believes that there is next to nothing, and plans to compare every row
 * with every other. These joins are for a handful of rows, and no faster there.
 */
const HASH_JOINS = `set asof_loop_join_threshold = 0; set nested_loop_join_threshold = 0`

/**
 * A new dataset with its tables and its calendar, in a file that must not exist yet or in memory.
 * `temporary` is a folder for what does not fit in memory; the builder removes it.
 */
export async function beginBuild(file: string, temporary?: string): Promise<Build> {
  const build = await openFile(file, temporary, USUAL_MEMORY)
  // One transaction for each step: each statement would otherwise be written through to the disk by itself.
  await build.run(datasetSchema())
  await fillCalendar(build.connection)
  return build
}

/** The dataset that another process began and closed: every row that was read is in it. */
export const resumeBuild = (file: string, temporary?: string): Promise<Build> =>
  openFile(file, temporary, RESUMED_MEMORY)

async function openFile(file: string, temporary: string | undefined, memory: string): Promise<Build> {
  const instance = await DuckDBInstance.create(file, {
    threads: USUAL_THREADS,
    memory_limit: memory,
    // Rows that wait to be written are not counted in that: by default five groups of 122,880 of them.
    write_buffer_row_group_count: '1',
    // Most tables of a small council hold a few rows: DuckDB's usual blocks would take 12 MB for them.
    default_block_size: '65536',
    ...(temporary && { temp_directory: temporary }),
  })
  const connection = await instance.connect()
  await connection.run(`${HASH_JOINS}; begin transaction`)
  return {
    connection,
    run: async (sql, parameters) => void (await connection.run(sql, parameters)),
    all: (sql, parameters) => rowsOf(connection, sql, parameters),
    withConnections: (count, schemas, work) => withConnections(instance, connection, count, schemas, work),
    commit: async () => void (await connection.run('commit; begin transaction')),
    spillSooner: async () => void (await connection.run(`set memory_limit = '${MEMORY_OF_THE_LARGEST}'`)),
    makeRoom: async () => void (await connection.run(`set memory_limit = '${MEMORY_WHILE_MANY_ARE_READ}'`)),
    workInParallel: async () => void (await connection.run(`set threads = ${THREADS_FOR_MANY_ROWS}`)),
    seal: async () => void (await connection.run('commit; checkpoint')),
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function withConnections(
  instance: DuckDBInstance,
  connection: DuckDBConnection,
  count: number,
  schemas: readonly string[],
  work: (connections: readonly Connection[]) => Promise<void>,
): Promise<void> {
  const [settings] = await rowsOf<{ name: string; threads: number }>(
    connection,
    `select current_database() as name, cast(current_setting('threads') as integer) as threads`,
  )
  const { name, threads } = settings!
  await connection.run(`commit; attach ':memory:' as step; set threads = 1`)
  const others = await Promise.all(Array.from({ length: count }, () => instance.connect()))
  try {
    const path = [...schemas.map((schema) => `"${name}".${schema}`), 'step.main']
    for (const other of others) await other.run(`set search_path = '${path.join(',')}'`)
    await work(others.map((other) => ({ run: async (sql) => void (await other.run(sql)) })))
  } finally {
    for (const other of others) other.closeSync()
    await connection.run(`detach step; set threads = ${threads}; begin transaction`)
  }
}

/** What a source says of itself. `windowFrom`: events before this day are not promised; null when unknown. */
interface ExtractFacts {
  source: string
  asAt: Day
  windowFrom: Day | null
}

export async function writeExtract(
  build: BuildConnection,
  { source, asAt, windowFrom }: ExtractFacts,
): Promise<void> {
  await build.run('insert into extract values ($source, cast($asAt as date), cast($windowFrom as date))', {
    source,
    asAt,
    windowFrom,
  })
}
