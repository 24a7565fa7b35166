import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { dayOf } from '../src/generator/day-number.ts'
import { smallCouncil } from '../src/generator/index.ts'
import { openSsdWriter } from '../src/generator/ssd/writer.ts'
import {
  readDatabaseAddress,
  readFiles,
  type AcceptedRow,
  type DatabaseAddress,
  type IntakeReport,
} from '../src/intake/index.ts'
import { fillFromCsvs, ssdDatabase, type SsdDatabase } from './support/ssd-database.ts'
import { writtenCouncil, type WrittenCouncil } from './support/written-council.ts'

const addressOf = (text: string): DatabaseAddress => {
  const read = readDatabaseAddress(text, null)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.value
}

interface Read {
  report: IntakeReport
  rows: AcceptedRow[]
}

describe.skipIf(inject('postgres') === '')('the tables of a PostgreSQL', () => {
  let council: WrittenCouncil
  let database: SsdDatabase
  let fromCsvs: Read
  let fromDatabase: Read

  const read = async (paths: string[], from?: DatabaseAddress): Promise<Read> => {
    const rows: AcceptedRow[] = []
    const options = { today: dayOf(council.view.recordedTo), asAt: dayOf(council.view.asAt), database: from }
    return { report: await readFiles(paths, (row) => void rows.push(row), options), rows }
  }

  beforeAll(async () => {
    council = await writtenCouncil(smallCouncil(2015), openSsdWriter)
    database = await ssdDatabase(inject('postgres'))
    await fillFromCsvs(database, join(council.folder, 'ssd'), (name) => name.toUpperCase())
    fromCsvs = await read([join(council.folder, 'ssd')])
    fromDatabase = await read([], addressOf(database.address))
  }, 120_000)
  afterAll(async () => {
    await database?.close()
    council?.remove()
  })

  const sayValues = (values: AcceptedRow['values']) =>
    JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const byTable = ({ rows }: Read) =>
    Object.fromEntries(
      Object.entries(Object.groupBy(rows, ({ table }) => table)).map(([table, of]) => [
        table,
        of!.map(({ values }) => sayValues(values)).sort(),
      ]),
    )

  test('are read row for row as the CSV files of the same tables are', () => {
    expect(fromDatabase.report.accepted).toBe(true)
    expect(fromDatabase.rows).toHaveLength(fromCsvs.rows.length)
    expect(byTable(fromDatabase)).toEqual(byTable(fromCsvs))
  })

  test('are the sheets of one file that has the database’s name, and its rows are hashed in their order', async () => {
    const [file, ...others] = fromDatabase.report.files
    expect(others).toEqual([])
    expect(file).toMatchObject({ file: 'postgres on 127.0.0.1', source: 'ssd' })
    expect(file!.tables).toHaveLength(47)
    expect(file!.tables.every(({ quarantined }) => quarantined === 0)).toBe(true)
    const again = await read([], addressOf(database.address))
    expect(again.report.files[0]!.sha256).toBe(file!.sha256)
    const { client, schema } = database
    await client.query('begin')
    await client.query(
      `update ${schema}."SSD_DEPARTMENT" set "DEPT_TEAM_NAME" = 'Renamed' where "DEPT_TEAM_ID" = 'T1'`,
    )
    await client.query('commit')
    const changed = await read([], addressOf(database.address))
    expect(changed.report.files[0]!.sha256).not.toBe(file!.sha256)
  })

  test('a login that may write is told to be one, and no password is in the report', () => {
    const { report } = fromDatabase
    expect(report.problems.find(({ code }) => code === 'database-may-write')!.message).toContain(
      'ask for a login that may do no more',
    )
    expect(JSON.stringify(report)).not.toContain(addressOf(inject('postgres')).password!)
  })
})
