import type { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { csvText, filesWith } from '../../tests/support/annex-a-files.ts'
import { annexAFiles, loadMigrations, loadWorld } from '../../tests/support/load-world.ts'
import { asSomeone, textOf } from '../../tests/support/someone.ts'
import { sqliteStore, type TestStore } from '../../tests/support/stores.ts'
import type { Role, WebEnv } from '../access/index.ts'
import { load } from './load.ts'
import { openSnapshotPool, type SnapshotPool } from '../dataset/snapshots/snapshot-pool.ts'
import { sourcesRoutes } from './sources-routes.tsx'

let store: TestStore
let pool: SnapshotPool
let app: (role: Role, council?: string) => Hono<WebEnv>
let loadId: string

beforeEach(async () => {
  store = await sqliteStore(loadMigrations)
  const { deps, pass } = await loadWorld(store)
  pool = openSnapshotPool(deps.dataDir, store.records)
  const inCare = { 'Child Unique ID': '900001', 'Date Started to be Looked After': '01/05/2013' }
  const returned = await filesWith({
    '2014-03-31 missing.csv': csvText([
      ['CHILD', 'DOB', 'MISSING', 'MIS_START', 'MIS_END'],
      ['900001', '01/02/2005', 'M', '01/02/2014', '02/02/2014'],
    ]),
  })
  const outcome = await load(deps, pass, { paths: [...(await annexAFiles({ 8: [inCare] })), ...returned] })
  expect(outcome.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  loadId = outcome.loadId
  app = (role, council) => asSomeone('/', sourcesRoutes({ records: store.records, pool }), { role, council })
})
afterEach(async () => {
  pool.close()
  await store.close()
})

test('the page shows the primary source of each table, its day, and which source is used', async () => {
  const answer = await app('data_team').request(`/loads/${loadId}/sources`)
  const text = await textOf(answer)
  expect(text).toContain('Annex A and the SSDA903 were combined: Annex A is the primary source.')
  expect(text).toContain('Periods of care Annex A 31 January 2015')
  expect(text).toContain('Missing episodes The SSDA903 31 March 2014 1 April 2013')
  expect(text).toContain('Which source is used')
})

test('those who may not see loads may not see it, nor may another council', async () => {
  expect((await app('social_worker').request(`/loads/${loadId}/sources`)).status).toBe(403)
  expect((await app('data_team', 'easton').request(`/loads/${loadId}/sources`)).status).toBe(404)
})
