import { join } from 'node:path'
import { dropSchema, sqliteStore } from './support/stores.ts'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { listSnapshots } from '../src/dataset/snapshots/snapshot-store.ts'
import { load } from '../src/loads/load.ts'
import { dayOf } from '../synthetic/day-number.ts'
import { smallCouncil } from '../synthetic/index.ts'
import { openSsdWriter } from '../synthetic/ssd/writer.ts'
import { readDatabaseAddress, type DatabaseAddress } from '../src/intake/database/database-address.ts'
import { readFiles } from '../src/intake/intake.ts'
import type { AcceptedRow } from '../src/intake/tables/accepted-row.ts'
import type { IntakeReport } from '../src/intake/intake-report.ts'
import { contentOfFolder, loadMigrations, loadWorld } from './support/load-world.ts'
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

  const formatValues = (values: AcceptedRow['values']) =>
    JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const byTable = ({ rows }: Read) =>
    Object.fromEntries(
      Object.entries(Object.groupBy(rows, ({ table }) => table)).map(([table, of]) => [
        table,
        of!.map(({ values }) => formatValues(values)).sort(),
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

  test('a login that may write is told to be one, and one that may not is not', async () => {
    const isTold = ({ report }: Read) => report.problems.some(({ code }) => code === 'database-may-write')
    expect(isTold(fromDatabase)).toBe(true)
    const reader = await database.reader()
    try {
      const { name: user, password } = reader
      const asReader = await read([], { ...addressOf(database.address), user, password })
      expect(asReader.report.accepted).toBe(true)
      expect(isTold(asReader)).toBe(false)
    } finally {
      await reader.drop()
    }
  })

  test('nothing can be written, not even by a view of the database itself', async () => {
    const { client, schema, address } = database
    await client.query(`create table ${schema}.touched (at timestamp)`)
    await client.query(
      `create function ${schema}.touch() returns text language sql as
       $$ insert into ${schema}.touched values (now()) returning 'x' $$`,
    )
    await client.query(
      `create view ${schema}.ssd_api_data_staging as select ${schema}.touch() as id, 'A1' as person_id`,
    )
    const { report } = await read([], addressOf(address))
    await client.query(`drop view ${schema}.ssd_api_data_staging`)
    expect(report.accepted).toBe(false)
    expect(report.problems[0]!.message).toBe(
      'postgres on 127.0.0.1 could not be read while ssd_api_data_staging was read (25006)',
    )
    expect((await client.query(`select * from ${schema}.touched`)).rows).toEqual([])
  })

  describe('that cannot be read', () => {
    const problemOf = async (change: Partial<DatabaseAddress>) =>
      (await read([], { ...addressOf(database.address), ...change })).report.problems.map(
        ({ message }) => message,
      )

    test('say so in a sentence that holds no password', async () => {
      expect(await problemOf({ password: 'wrong-one' })).toEqual([
        'postgres on 127.0.0.1 does not let waymark in: the name or the password is wrong, or the login has no right to this database',
      ])
      expect(await problemOf({ password: null })).toEqual([
        'postgres on 127.0.0.1 asks for a password, and none was given: put it in WAYMARK_SOURCE_PASSWORD',
      ])
      expect(await problemOf({ database: 'nowhere' })).toEqual([
        'nowhere on 127.0.0.1 was not found: the server has no database called nowhere, or nowhere is not for this login',
      ])
      expect(await problemOf({ port: 1 })).toEqual([
        'postgres on 127.0.0.1 cannot be reached: nothing answers on 127.0.0.1, port 1. Check the address, and that this machine may connect to it',
      ])
      expect(await problemOf({ encryption: 'checked' })).toEqual([
        'postgres on 127.0.0.1 was not read: the connection could not be encrypted so that the server is known. Add the server’s certificate to those this machine trusts',
      ])
    })

    test('because the tables are in another schema, name it', async () => {
      expect(await problemOf({ schema: 'public' })).toEqual([
        expect.stringContaining(`in the schema public; it has some in ${database.schema}`),
      ])
    })

    test('because several schemas have them, ask which', async () => {
      const other = `${database.schema}_old`
      await database.client.query(
        `create schema ${other}; create table ${other}.ssd_person (pers_person_id text)`,
      )
      const problems = await problemOf({ schema: null })
      await dropSchema(database.client, other)
      expect(problems).toEqual([expect.stringContaining('add ?schema= and one of them to the address')])
    })
  })
})

describe.skipIf(inject('postgres') === '')('a load from a PostgreSQL', () => {
  let database: SsdDatabase
  beforeAll(async () => {
    database = await ssdDatabase(inject('postgres'))
    await database.client.query(`
      set search_path to ${database.schema};
      create table ssd_person (pers_person_id integer, pers_sex char(1), pers_dob date, pers_forename text);
      insert into ssd_person values (17, 'F', '2009-05-01', 'Forename');
      create view "SSD_Contacts" as
          select 1 as cont_contact_id, 17 as cont_person_id, timestamptz '2014-06-30 23:30:00+00' as cont_contact_date`)
  })
  afterAll(() => database?.close())

  test('becomes a snapshot, the same rows are recognised, and no password is left anywhere', async () => {
    const store = await sqliteStore(loadMigrations)
    const { deps, pass, reader } = await loadWorld(store)
    const from = addressOf(database.address)
    const first = await load(deps, pass, { paths: [], database: from, asAt: '2015-01-31' })
    expect(first).toMatchObject({ accepted: true, source: 'ssd', asAt: '2015-01-31' })
    const second = await load(deps, pass, { paths: [], database: from, asAt: '2015-01-31' })
    expect(second).toMatchObject({ accepted: true, snapshot: first.snapshot })
    expect(second.problems.map(({ code }) => code)).toContain('already-loaded')
    const [snapshot] = await listSnapshots(deps.records, reader)
    expect(snapshot!.files.map(({ file }) => file)).toEqual(['postgres on 127.0.0.1'])
    const secret = from.password!
    expect(JSON.stringify([first, second])).not.toContain(secret)
    for (const content of Object.values(await contentOfFolder(deps.dataDir)))
      expect(Buffer.from(content, 'base64').includes(secret)).toBe(false)
    await store.close()
  })

  test('takes no names of children, and a time with a zone is that of England’s clock', async () => {
    const rows: AcceptedRow[] = []
    const options = { today: '2015-02-05' as const, database: addressOf(database.address) }
    const { problems } = await readFiles([], (row) => void rows.push(row), options)
    expect(rows.map(({ sheet, row, values }) => ({ sheet, row, values }))).toEqual([
      {
        sheet: 'SSD_Contacts',
        row: 2,
        values: { cont_contact_id: '1', cont_person_id: '17', cont_contact_date: '2014-07-01' },
      },
      {
        sheet: 'ssd_person',
        row: 2,
        values: { pers_person_id: '17', pers_sex: 'F', pers_dob: '2009-05-01' },
      },
    ])
    expect(problems.map(({ code }) => code)).toContain('column-left')
  })
})
