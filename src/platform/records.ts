import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, PostgresDialect, sql, SqliteAdapter, SqliteDialect, type SqliteDatabase } from 'kysely'
import { postgresDriver } from './postgres-driver.ts'

/**
 * Records: what people decide and do. One layer over SQLite and PostgreSQL.
 *
 * Each room declares its own tables by adding to this interface next to its store:
 *   declare module './records.ts' { interface RecordTables { plan_action: PlanActionTable } }
 * Text ids, ISO days and instants as text, whole pence, booleans as 0 or 1, JSON as text, on both databases.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- rooms add their tables to it
export interface RecordTables {}

/** The open records store, or a transaction on it: every store function takes one first. */
export type Records = Kysely<RecordTables>

export const isPostgres = (address: string): boolean => /^postgres(ql)?:\/\//.test(address)

/**
 * Opens the records store: a file path (or `:memory:`) for SQLite, or a `postgres://` address.
 * On PostgreSQL `schema` keeps one store apart from another in the same database (tests use it).
 */
export function openRecords(address: string, schema?: string): Records {
  if (isPostgres(address)) {
    const pool = async () => {
      const { Pool } = await postgresDriver()
      return new Pool({
        connectionString: address,
        max: 8,
        ...(schema && { options: `-c search_path=${schema}` }),
      })
    }
    return new Kysely<RecordTables>({ dialect: new PostgresDialect({ pool }) })
  }
  if (address !== ':memory:') mkdirSync(dirname(address), { recursive: true })
  return new Kysely<RecordTables>({ dialect: new SqliteDialect({ database: nodeSqlite(address) }) })
}

/** Whether an open store, or a transaction on it, is PostgreSQL's. */
export const isOnPostgres = (records: Records): boolean =>
  !(records.getExecutor().adapter instanceof SqliteAdapter)

/**
 * What the store itself finds wrong with its pages and references; empty when it is sound. PostgreSQL looks after its
 * own pages and holds its references at every write, so there it is enough that it answers.
 */
export async function recordsIntegrity(records: Records): Promise<string[]> {
  if (isOnPostgres(records)) {
    await sql`select 1`.execute(records)
    return []
  }
  const pages = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(records)
  const references = await sql<{ table: string }>`pragma foreign_key_check`.execute(records)
  return [
    ...pages.rows.map((row) => row.integrity_check).filter((found) => found !== 'ok'),
    ...references.rows.map((row) => `a row of ${row.table} refers to one that is not there`),
  ]
}

export interface TableColumn {
  name: string
  /** As PostgreSQL's information schema calls it. */
  type: string
  nullable: boolean
}

/** The columns that a table has in the store; none when there is no such table. */
export async function columnsOf(records: Records, table: string): Promise<TableColumn[]> {
  const { rows } = isOnPostgres(records)
    ? await sql<{ name: string; type: string; nullable: number }>`
        select column_name as name, data_type as type, case is_nullable when 'YES' then 1 else 0 end as nullable
        from information_schema.columns
        where table_schema = current_schema() and table_name = ${table}`.execute(records)
    : await sql<{ name: string; type: string; nullable: number }>`
        select name, lower(type) as type, 1 - max("notnull", pk) as nullable
        from pragma_table_info(${table})`.execute(records)
  return rows.map(({ name, type, nullable }) => ({ name, type, nullable: nullable === 1 }))
}

/** Kysely speaks better-sqlite3's shape; Node's own SQLite differs in three small ways. */
function nodeSqlite(file: string): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: 5000 })
  database.exec('pragma journal_mode=WAL; pragma synchronous=FULL; pragma foreign_keys=ON')
  const bind = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...bind(parameters)).map((row) => ({ ...row })),
        run: (parameters) => statement.run(...bind(parameters)),
        iterate: (parameters) => statement.iterate(...bind(parameters)),
      }
    },
  }
}
