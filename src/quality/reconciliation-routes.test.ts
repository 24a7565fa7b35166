import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadMigrations, loadWorld, onRecord } from '../../tests/support/load-world.ts'
import { sharedFolder } from '../../tests/support/annex-a-files.ts'
import { asSomeone, textOf } from '../../tests/support/someone.ts'
import { sqliteStore, type TestStore } from '../../tests/support/stores.ts'
import { allow, operator, readAccessLog, type Role, type WebEnv } from '../access/index.ts'
import { beginBuild, type Build } from '../dataset/building/build.ts'
import type { OpenSnapshot } from '../dataset/snapshots/sealed.ts'
import type { SnapshotPool } from '../dataset/snapshots/snapshot-pool.ts'
import { dataQualityRoutes } from './quality-routes.tsx'
import { reconcile } from '../dataset/building/reconcile.ts'

let store: TestStore
let build: Build
let rooms: Hono<WebEnv>

/** One load of two sources: of two children on a plan the census knows one, and one that Annex A does not. */
beforeAll(async () => {
  store = await sqliteStore(loadMigrations)
  const world = await loadWorld(store, 'norchester', await sharedFolder())
  build = await beginBuild(':memory:')
  await build.run(`
    insert into person (child_key, person_id) values (1, '900001'), (2, '900002'), (3, '900003');
    create schema from_cin_census;
    create table from_cin_census.cp_plans as from main.cp_plans limit 0;
    insert into cp_plans (cp_plan_id, child_key, start_date, file, row_number) values
        ('cp-1', 1, date '2013-10-01', 'List 7.csv', 2), ('cp-2', 2, date '2013-10-02', 'List 7.csv', 3);
    insert into from_cin_census.cp_plans (cp_plan_id, child_key, start_date, file, row_number) values
        ('x-1', 1, date '2013-10-01', 'census.xml', 1), ('x-3', 3, date '2013-11-06', 'census.xml', 9);`)
  await reconcile(build, [
    { source: 'annex-a', schema: 'main', asAt: '2015-01-31', windowFrom: null },
    { source: 'cin-census', schema: 'from_cin_census', asAt: '2014-03-31', windowFrom: null },
  ])
  await onRecord(world, 'two-sources', '2015-01-31')
  const sealed: OpenSnapshot = {
    id: 'two-sources',
    asAt: '2015-01-31',
    loadedAt: '2015-02-05T12:00:00Z',
    sources: ['annex-a', 'cin-census'],
    all: (sql, parameters) => build.all(sql, parameters),
    close: () => {},
  }
  const pool: SnapshotPool = {
    current: () => Promise.resolve(sealed),
    earlier: async () => null,
    byId: (council, id) => Promise.resolve(council === 'norchester' && id === sealed.id ? sealed : null),
    release: () => Promise.resolve(),
    close: () => {},
  }
  rooms = dataQualityRoutes({
    records: store.records,
    pool,
    clock: world.deps.clock,
  })
})
afterAll(async () => {
  build?.close()
  await store?.close()
})

const read = (role: Role, council?: string) =>
  textOf(asSomeone('/data', rooms, { role, council }).request('/data/reconciliation'))
const reads = async () =>
  (await readAccessLog(store.records, allow(operator('norchester'), 'access-log:read'), 1)).entries

test('the numbers of both sources stand side by side, for the person who sees loads', async () => {
  const text = await read('programme_manager')
  expect(text).toContain('They differ most on children on a child protection plan: Annex A has 2')
  expect(text).toMatch(
    /Children on a child protection plan 31 March 2014 Annex A: 2 The children in need census: 2 1 1 1/,
  )
  expect(text).not.toContain('900002')
  expect(await reads()).toHaveLength(0)
})

test('anyone who brings files in sees each child that differs and why, and that is written down', async () => {
  const text = await read('data_team')
  expect(text).toContain(
    '900002 Children on a child protection plan Annex A Not in the other at all List 7.csv, row 3',
  )
  expect(text).toContain('900003')
  expect((await reads())[0]).toMatchObject({ what: 'list', children: ['900002', '900003'] })
})

test('another council sees none of it', async () => {
  const text = await read('data_team', 'southby')
  expect(text).toContain('Nothing has been loaded yet.')
  expect(text).not.toContain('900002')
})
