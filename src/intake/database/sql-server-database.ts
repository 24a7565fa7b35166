import type * as tedious from 'tedious'
import type { Connection, ConnectionConfiguration } from 'tedious'
import type { RawCell } from '../reading/raw-sheet.ts'
import type { DatabaseAddress } from './database-address.ts'
import { BEGIN, cellOf, COLUMNS, selectRows } from './sql-server-statement.ts'
import { ROWS_AT_ONCE, type DatabaseTable, type SourceDatabase } from './source-database.ts'

const CONNECT_WITHIN_MS = 15_000

/** What the driver is told: read-only, and days as the server has them. */
export const configurationOf = (address: DatabaseAddress): ConnectionConfiguration => ({
  server: address.host,
  authentication: {
    type: 'default',
    options: { userName: address.user, password: address.password ?? '' },
  },
  options: {
    ...(address.instance === null ? { port: address.port ?? 1433 } : { instanceName: address.instance }),
    database: address.database,
    // A second copy of the database that is for reading answers in its place where there is one.
    readOnlyIntent: true,
    encrypt: address.encryption !== 'none',
    trustServerCertificate: address.encryption === 'unchecked',
    connectTimeout: CONNECT_WITHIN_MS,
    requestTimeout: 0,
    useUTC: true,
    appName: 'waymark import',
  },
})

type Driver = typeof tedious

/** Throws what the driver throws. The driver is only there for the person who has SQL Server: it is loaded now. */
export async function openSqlServer(address: DatabaseAddress): Promise<SourceDatabase> {
  const driver = await import('tedious')
  const connection = new driver.Connection(configurationOf(address))
  // One that breaks while nothing is asked would end the program; the next question says so.
  connection.on('error', () => {})
  try {
    await new Promise<void>((resolve, reject) => {
      connection.connect((error) => (error ? reject(error) : resolve()))
    })
    await run(driver, connection, BEGIN)
  } catch (error) {
    connection.close()
    throw error
  }
  return {
    tables: () => tablesOf(driver, connection),
    rows: (wish) => rowsOf(driver, connection, selectRows(wish)),
    async close() {
      await run(driver, connection, 'if @@trancount > 0 rollback transaction').catch(() => {})
      connection.close()
    },
  }
}

async function run(driver: Driver, connection: Connection, sql: string): Promise<void> {
  for await (const _ of rowsOf(driver, connection, sql));
}

async function tablesOf(driver: Driver, connection: Connection): Promise<DatabaseTable[]> {
  const tables = new Map<string, DatabaseTable & { columns: { name: string; type: string }[] }>()
  for await (const rows of rowsOf(driver, connection, COLUMNS)) {
    for (const [schema, name, column, type, mayWrite] of rows.map((row) => row.map(String))) {
      const key = `${schema}.${name}`
      const table = tables.get(key) ?? {
        schema: schema!,
        name: name!,
        columns: [],
        mayWrite: mayWrite === '1',
      }
      table.columns.push({ name: column!, type: type! })
      tables.set(key, table)
    }
  }
  return [...tables.values()]
}

/** The driver pushes rows: it is held back while those that came are read. */
async function* rowsOf(driver: Driver, connection: Connection, sql: string): AsyncGenerator<RawCell[][]> {
  let waiting: RawCell[][] = []
  let ended = false
  let fault: Error | null = null
  let wake = () => {}
  const request = new driver.Request(sql, (error) => {
    ended = true
    fault = error ?? null
    wake()
  })
  request.on('row', (columns: { value: unknown }[]) => {
    waiting.push(columns.map(({ value }) => cellOf(value)))
    if (waiting.length < ROWS_AT_ONCE) return
    request.pause()
    wake()
  })
  connection.execSqlBatch(request)
  try {
    for (;;) {
      if (!ended && waiting.length < ROWS_AT_ONCE) await new Promise<void>((resolve) => (wake = resolve))
      const rows = waiting
      waiting = []
      if (rows.length > 0) yield rows
      if (fault) throw fault as Error
      if (ended && waiting.length === 0) return
      request.resume()
    }
  } finally {
    if (!ended) connection.cancel()
  }
}
