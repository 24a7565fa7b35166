import type { Client } from 'pg'
import { postgresDriver } from '../../platform/postgres-driver.ts'
import type { RawCell } from '../reading/raw-sheet.ts'
import type { DatabaseAddress } from './database-address.ts'
import { selectRows, TABLES } from './postgres-statement.ts'
import { ROWS_AT_ONCE, type DatabaseTable, type SourceDatabase, type TableWish } from './source-database.ts'

const CONNECT_WITHIN_MS = 15_000

/**
 * One transaction for all that is read: it may not write, whatever the login may, and sees the database as it was when
 * it began, whatever others write meanwhile.
 */
const BEGIN = [
  'begin transaction isolation level repeatable read read only',
  `set local datestyle to 'ISO, YMD'`,
  // Someone else's time limit is for a page, not for six years of events.
  'set local statement_timeout to 0',
  'set local idle_in_transaction_session_timeout to 0',
]

/** A connection that is still to be made, under the name that the database's own lists will show. */
export async function postgresClient(address: DatabaseAddress, name: string): Promise<Client> {
  const { Client } = await postgresDriver()
  const { host, database, user, encryption } = address
  const client = new Client({
    host,
    port: address.port ?? 5432,
    database,
    user,
    // A server that asks for a password when there is none gets an empty one, and says that it is wrong.
    password: address.password ?? '',
    ssl: encryption === 'none' ? false : { rejectUnauthorized: encryption === 'checked' },
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: name,
  })
  // A connection that breaks while nothing is asked would end the program; the next question says so.
  client.on('error', () => {})
  return client
}

/** Throws what the driver throws. */
export async function openPostgres(address: DatabaseAddress): Promise<SourceDatabase> {
  const client = await postgresClient(address, 'waymark import')
  try {
    await client.connect()
    for (const statement of BEGIN) await client.query(statement)
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  return {
    tables: async () => (await client.query<DatabaseTable>(TABLES)).rows,
    rows: (wish) => rowsOf(client, wish),
    close: () => client.end(),
  }
}

async function* rowsOf(client: Client, wish: TableWish): AsyncGenerator<RawCell[][]> {
  await client.query(`declare waymark_rows no scroll cursor for ${selectRows(wish)}`)
  for (;;) {
    const { rows } = await client.query<RawCell[]>({
      text: `fetch ${ROWS_AT_ONCE} from waymark_rows`,
      rowMode: 'array',
    })
    if (rows.length > 0) yield rows
    if (rows.length < ROWS_AT_ONCE) break
  }
  await client.query('close waymark_rows')
}
