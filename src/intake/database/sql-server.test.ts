import { expect, test } from 'vitest'
import { createServer } from 'node:net'
import { readFiles } from '../intake.ts'
import { databaseFault } from './database-fault.ts'
import { readDatabaseAddress, type DatabaseAddress } from './database-address.ts'
import { configurationOf } from './sql-server-database.ts'
import { BEGIN, bracketed, cellOf, COLUMNS, selectRows } from './sql-server-statement.ts'

/** No SQL Server runs where these tests do: they hold what is said to one, and what is made of its answers. */

const addressOf = (text: string): DatabaseAddress => {
  const read = readDatabaseAddress(text, 'secret')
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.value
}

const column = (name: string, type = 'nvarchar') => ({ name, type })

test('rows are asked for by name, in the order of their key and then by all they say that can be put in order', () => {
  const table = { schema: 'dbo', name: 'ssd_contacts', columns: [], mayWrite: false }
  const columns = [
    column('cont_person_id'),
    column('cont_contact_id'),
    column('cont_contact_date', 'datetime'),
    column('cont_contact_outcome_json', 'ntext'),
  ]
  expect(selectRows({ table, columns, key: [1] })).toBe(
    'select [cont_person_id], [cont_contact_id], [cont_contact_date], [cont_contact_outcome_json] ' +
      'from [dbo].[ssd_contacts] order by 2, 1, 3',
  )
})

test('a name of theirs cannot end the name and go on as a statement', () => {
  expect(bracketed('ssd_x] ; drop table [y')).toBe('[ssd_x]] ; drop table [y]')
})

test('nothing that is said to the server changes anything', () => {
  for (const statement of [BEGIN, COLUMNS]) {
    expect(statement.replaceAll(/'(INSERT|UPDATE|DELETE)'/g, '')).not.toMatch(
      /\b(insert|update|delete|merge|create|alter|drop|exec|grant|truncate)\b/i,
    )
  }
})

test('values become the cells of a CSV file of the same table', () => {
  const values = [
    null,
    new Date('2015-01-05T00:00:00Z'),
    new Date('2015-06-30T23:15:00Z'),
    true,
    false,
    0.8,
    12n,
    'NULL',
    Buffer.from('x'),
  ]
  expect(values.map(cellOf)).toEqual([
    null,
    '2015-01-05',
    '2015-06-30T23:15:00',
    'Y',
    'N',
    0.8,
    '12',
    'NULL',
    null,
  ])
})

test('the driver is told that we only read, and takes times as the server has them', () => {
  expect(configurationOf(addressOf('mssql://reader@dbhost/HDM_Local'))).toMatchObject({
    server: 'dbhost',
    options: { port: 1433, database: 'HDM_Local', readOnlyIntent: true, useUTC: true, encrypt: true },
  })
  const named = configurationOf(addressOf('mssql://reader@dbhost/HDM_Local?instance=LIVE'))
  expect(named.options).toMatchObject({ instanceName: 'LIVE' })
  expect(named.options).not.toHaveProperty('port')
})

/** A port that was free a moment ago. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

test('where nothing listens the driver is reached, and its refusal is said in words', async () => {
  const database = addressOf(`mssql://reader@127.0.0.1:${await freePort()}/HDM_Local`)
  const report = await readFiles([], () => {}, { today: '2026-11-24', database })
  expect(report.accepted).toBe(false)
  expect(report.problems.map(({ code, file, message }) => [code, file, message])).toEqual([
    [
      'database-unread',
      'HDM_Local on 127.0.0.1',
      `HDM_Local on 127.0.0.1 cannot be reached: nothing answers on 127.0.0.1, port ${database.port}. Check the address, and that this machine may connect to it`,
    ],
  ])
})

test('a login that fails is said without what was signed in by', () => {
  const error = Object.assign(new Error(`Login failed for user 'reader' with 'secret'.`), { code: 'ELOGIN' })
  const { message } = databaseFault(addressOf('mssql://reader@dbhost/HDM_Local'), 'it was opened', error)
  expect(message).toContain('does not let reader in')
  expect(message).not.toContain('secret')
})
