import { readFileSync } from 'node:fs'
import { dropSchema } from './stores.ts'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { publishedColumns, type SsdColumn } from '../../src/standards/ssd/ssd-table.ts'
import { SSD } from '../../src/standards/ssd/tables.ts'
import { WRITTEN_TABLES, type WrittenTable } from '../../synthetic/ssd/ssd-files.ts'
import { newId } from '../../src/platform/id.ts'

/** A PostgreSQL with the tables of the dataset in a schema of their own, as a case system's might have them. */
export interface SsdDatabase {
  schema: string
  client: pg.Client
  /** The address of the schema, with the test's own login. */
  address: string
  /** A login that may read the tables, and no more. */
  reader(): Promise<{ name: string; password: string; drop(): Promise<void> }>
  close(): Promise<void>
}

export async function ssdDatabase(url: string): Promise<SsdDatabase> {
  const schema = newId('case_system')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create schema ${schema}`)
  return {
    schema,
    client,
    address: `${url}?schema=${schema}`,
    async reader() {
      const [name, password] = [newId('reader').toLowerCase(), newId('password')]
      await client.query(`create role "${name}" login password '${password}'`)
      await client.query(`grant usage on schema ${schema} to "${name}"`)
      await client.query(`grant select on all tables in schema ${schema} to "${name}"`)
      return {
        name,
        password,
        async drop() {
          await client.query(`drop owned by "${name}"`)
          await client.query(`drop role "${name}"`)
        },
      }
    },
    async close() {
      await dropSchema(client, schema)
      await client.end()
    },
  }
}

/** Text in one cell may be long: an object has all that a child's outcome was. */
const typeOf = ({ type, keys, isList }: SsdColumn): string => {
  if (type === 'date') return 'timestamp'
  if (type === 'integer' || type === 'decimal') return 'double precision'
  return keys || isList ? 'text' : 'varchar(4000)'
}
const ROWS_AT_ONCE = 2000

/** Makes the tables from the CSV files of a folder, with `written` making each name of what it is in the standard. */
export async function fillFromCsvs(
  { client, schema }: SsdDatabase,
  folder: string,
  written: (name: string) => string = (name) => name,
): Promise<void> {
  for (const name of WRITTEN_TABLES) await fillTable(client, schema, folder, name, written)
}

async function fillTable(
  client: pg.Client,
  schema: string,
  folder: string,
  name: WrittenTable,
  written: (name: string) => string,
): Promise<void> {
  const table = `${schema}."${written(`ssd_${name}`)}"`
  const columns = publishedColumns(SSD[name]).map(([column, spec]) => `"${written(column)}" ${typeOf(spec)}`)
  await client.query(`create table ${table} (${columns.join(', ')})`)
  const rows: Record<string, string | null>[] = parse(readFileSync(join(folder, `ssd_${name}.csv`), 'utf8'), {
    columns: (header: string[]) => header.map(written),
    cast: (cell, { header }) => (header || cell !== '' ? cell : null),
  })
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows.slice(at, at + ROWS_AT_ONCE)),
    ])
  }
}
