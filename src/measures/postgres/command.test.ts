import { expect, test } from 'vitest'
import type { Services } from '../../platform/room.ts'
import { withEngine, type EngineOptions } from './command.ts'

/** What is asked wrongly is answered before anything is opened. */
const ask = (options: EngineOptions) => withEngine({} as Services, options, {}, () => Promise.resolve('read'))

test.for<[EngineOptions, string]>([
  [{ engine: 'sqlite' }, '--engine must be one of duckdb, postgres'],
  [{ engine: 'duckdb', database: 'postgres://u@h/d' }, '--database, --schema and --as-at go with'],
  [{ engine: 'postgres' }, '--engine postgres needs --database'],
  [{ engine: 'postgres', database: 'mssql://u@h/d' }, '--database must be a PostgreSQL'],
  [{ engine: 'postgres', database: 'h' }, '--database: Enter the address of a database'],
  [{ engine: 'postgres', database: 'postgres://u@h/d', asAt: '2015-01-31' }, '--as-at goes with --schema'],
  [
    { engine: 'postgres', database: 'postgres://u@h/d?schema=s', asAt: '2015-02-30' },
    '--as-at must be a real day',
  ],
])('%j is wrong usage', async ([options, said]) => {
  await expect(ask(options)).rejects.toThrow(said)
})
