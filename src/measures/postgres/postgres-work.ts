import type { Client, QueryArrayResult } from 'pg'
import type { BuildConnection, Cell } from '../../dataset/index.ts'
import { databaseFault, databaseName, postgresClient, type DatabaseAddress } from '../../intake/index.ts'
import { Refused } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'

/**
 * A new schema in a PostgreSQL, in one transaction that is always rolled back, so that nothing is left behind. Nothing that
 * was there before is written to. Child-level.
 */
export interface PostgresWork extends BuildConnection {
  readonly schema: string
  close(): Promise<void>
}

const BEGIN = [
  'begin transaction isolation level repeatable read',
  `set local datestyle to 'ISO, YMD'`,
  'set local statement_timeout to 0',
  'set local idle_in_transaction_session_timeout to 0',
  // A plan for each of hundreds of small statements is not worth compiling.
  'set local jit to off',
  // Everything is rolled back, so nothing needs to reach the disk.
  'set local synchronous_commit to off',
]

/** Throws Refused when the database cannot be used. */
export async function openPostgresWork(address: DatabaseAddress): Promise<PostgresWork> {
  const client = await postgresClient(address, 'waymark measures')
  const schema = newId('waymark').toLowerCase()
  try {
    await client.connect()
    for (const statement of BEGIN) await client.query(statement)
    await client.query(`create schema ${schema}; set local search_path to ${schema}`)
  } catch (error) {
    await client.end().catch(() => {})
    throw refusal(address, error)
  }
  return {
    schema,
    async run(sql, parameters) {
      await ask(client, sql, parameters)
    },
    all: async <Row>(sql: string, parameters?: Record<string, Cell>) => {
      const { fields, rows } = await ask(client, sql, parameters)
      return rows.map(
        (row) => Object.fromEntries(fields.map(({ name }, index) => [name, toCell(row[index])])) as Row,
      )
    },
    async close() {
      await client.query('rollback').catch(() => {})
      await client.end()
    },
  }
}

function refusal(address: DatabaseAddress, error: unknown): Refused {
  const lacksPermission = error instanceof Error && 'code' in error && error.code === '42501'
  return new Refused(
    lacksPermission
      ? `${databaseName(address)} does not let ${address.user} make a schema: grant it "create on database ${address.database}". ` +
          'Waymark makes one to work in, in a transaction that it always takes back; nothing else is written.'
      : databaseFault(address, 'connecting', error).message,
    { cause: error },
  )
}

/** Turns named parameters into the numbered ones of PostgreSQL. */
async function ask(
  client: Client,
  sql: string,
  parameters: Record<string, Cell> = {},
): Promise<QueryArrayResult<unknown[]>> {
  const names: string[] = []
  const text = sql.replaceAll(/\$([A-Za-z]\w*)/g, (whole, name: string) => {
    if (!(name in parameters)) return whole
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  })
  return await client.query<unknown[]>({
    text,
    ...(names.length > 0 && { values: names.map((name) => parameters[name]) }),
    rowMode: 'array',
    types: { getTypeParser: parserOf },
  })
}

/** PostgreSQL's object ids of its types. */
const TYPES = { bool: 16, int8: 20, int2: 21, int4: 23, float4: 700, float8: 701, numeric: 1700 } as const
const NUMBERS: readonly number[] = [
  TYPES.int8,
  TYPES.int2,
  TYPES.int4,
  TYPES.float4,
  TYPES.float8,
  TYPES.numeric,
]

const parserOf = (type: number): ((text: string) => unknown) =>
  type === TYPES.bool ? (text) => text === 't' : NUMBERS.includes(type) ? Number : (text) => text

function toCell(value: unknown): Cell {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(value) ? value.slice(0, 16).replace(' ', 'T') : value
  throw new TypeError('A value from PostgreSQL is of a kind that has no place in a dataset')
}
