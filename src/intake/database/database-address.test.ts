import { expect, test } from 'vitest'
import { databaseName, readDatabaseAddress } from './database-address.ts'

test('an address says where the database is and who signs in', () => {
  expect(readDatabaseAddress('postgres://reader@dbhost:5433/council_ssd?schema=ssd', 'secret')).toEqual({
    ok: true,
    value: {
      kind: 'postgres',
      host: 'dbhost',
      port: 5433,
      database: 'council_ssd',
      user: 'reader',
      password: 'secret',
      schema: 'ssd',
      instance: null,
      encryption: 'none',
    },
  })
})

test('a password in the address comes before one given apart, and may be written with %', () => {
  expect(
    readDatabaseAddress('mssql://COUNCIL%5Creader:p%40ss@dbhost/HDM_Local?instance=LIVE', 'other'),
  ).toMatchObject({
    value: {
      kind: 'sql-server',
      user: 'COUNCIL\\reader',
      password: 'p@ss',
      instance: 'LIVE',
      encryption: 'checked',
    },
  })
})

test.for([
  ['postgres://u@h/d?sslmode=require', 'checked'],
  ['postgres://u@h/d?sslmode=no-verify', 'unchecked'],
  ['postgresql://u@h/d', 'none'],
  ['sqlserver://u@h/d?encrypt=false', 'none'],
  ['mssql://u@h/d?trustServerCertificate=true', 'unchecked'],
  ['mssql://u@h/d', 'checked'],
] as const)('%s is encrypted so: %s', ([text, encryption]) => {
  expect(readDatabaseAddress(text, null)).toMatchObject({ value: { encryption } })
})

test.for([
  [
    'mysql://u@h/d',
    'Enter the address of a database as postgres://user@host/database or mssql://user@host/database',
  ],
  [
    'dbhost',
    'Enter the address of a database as postgres://user@host/database or mssql://user@host/database',
  ],
  [
    'postgres://u:s3cret@h',
    'Enter an address with both the server and the database: postgres://user@server/database',
  ],
  ['postgres://h/d', 'Enter an address with the name to sign in by: postgres://user@server/database'],
  ['postgres://u:s3cret@h/d?sslmode=maybe', 'Enter sslmode as disable, require, verify-full or no-verify'],
] as const)('%s is answered: %s', ([text, sentence]) => {
  expect(readDatabaseAddress(text, null)).toEqual({ ok: false, errors: { from: sentence } })
})

test('a database is called by its name and its server, and by nothing that signs in', () => {
  const read = readDatabaseAddress('postgres://reader:secret@dbhost:5433/council_ssd', null)
  expect(read.ok && databaseName(read.value)).toBe('council_ssd on dbhost')
})
