import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely, PostgresDialect, sql, SqliteAdapter, SqliteDialect } from 'kysely'
import { nodeSqlite } from './node-sqlite.ts'
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
      const connections = new Pool({
        connectionString: address,
        max: 8,
        ...(schema && { options: `-c search_path=${schema}` }),
      })
      // A connection that nobody uses and that the server ends is no fault: whoever asks next opens another, or is refused.
      connections.on('error', () => {})
      return connections
    }
    return new Kysely<RecordTables>({ dialect: new PostgresDialect({ pool }) })
  }
  if (address !== ':memory:') mkdirSync(dirname(address), { recursive: true })
  const database = nodeSqlite(address, UNCOUNTED)
  const records = new Kysely<RecordTables>({ dialect: new SqliteDialect({ database }) })
  versions.set(records, () => Promise.resolve(database.version()))
  return records
}

/** Who is signed in, and who was shown what, are written while people only read: no page that is kept shows them. */
const UNCOUNTED: ReadonlySet<string> = new Set(['session', 'sign_in_try', 'access_log', 'access_log_head'])

const versions = new WeakMap<Records, () => Promise<string>>()

/**
 * The version of all records but sessions, tries to sign in and the access log: while it is the same, reading them again
 * answers the same. Ask it before reading. Null inside a transaction, which sees what nobody else does. On PostgreSQL
 * every write of its server makes a new one.
 */
export async function recordsVersion(records: Records): Promise<string | null> {
  if (records.isTransaction) return null
  if (isOnPostgres(records)) {
    const { rows } = await sql<{ version: string }>`select pg_current_snapshot()::text as version`.execute(
      records,
    )
    return rows[0]!.version
  }
  return (await versions.get(records)?.()) ?? null
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
