import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedFolder } from '../../../tests/support/annex-a-files.ts'
import { annexAFiles, loadMigrations, loadWorld, type LoadWorld } from '../../../tests/support/load-world.ts'
import { sqliteStore, type TestStore } from '../../../tests/support/stores.ts'
import { annexAList } from '../../standards/annex-a/lists.ts'
import { stoppedClock, type Day } from '../../platform/day.ts'
import { load } from '../../loads/load.ts'
import { readChangedRows, countChanges, fieldsThatDiffer, type SnapshotPair } from './snapshot-changes.ts'
import { changesOf } from './snapshot-changes-read.ts'

const referral = (id: string, day: string, more: Record<string, string | number> = {}) => ({
  'Child Unique ID': id,
  'Date of Birth': '04/03/2008',
  'Date of referral': day,
  'Referral Source': '1A',
  'Allocated Team': 'North',
  ...more,
})

let store: TestStore
let world: LoadWorld
let pair: SnapshotPair

beforeAll(async () => {
  store = await sqliteStore(loadMigrations)
  world = await loadWorld(store, 'norchester', await sharedFolder())
  pair = await twoLoads()
})
afterAll(() => store?.close())

async function sealed(day: Day, lists: Parameters<typeof annexAFiles>[0]): Promise<string> {
  const deps = { ...world.deps, clock: stoppedClock(day) }
  const { snapshot } = await load(deps, world.pass, { paths: await annexAFiles(lists) })
  return snapshot!
}

/** One row stays, one changes its team, one goes and one comes; a birthday between the loads changes nothing. */
async function twoLoads(): Promise<SnapshotPair> {
  const before = await sealed('2015-02-05', {
    3: [
      referral('900001', '12/01/2015', { 'Age of Child (Years)': 6 }),
      referral('900002', '13/01/2015'),
      referral('900003', '14/01/2015'),
    ],
    9: [{ 'Child Unique ID': '900009', 'Allocated Team': 'Leaving care' }],
  })
  const now = await sealed('2015-02-06', {
    3: [
      referral('900002', '13/01/2015', { 'Allocated Team': 'South' }),
      referral('900001', '12/01/2015', { 'Age of Child (Years)': 7 }),
      referral('900004', '15/01/2015'),
    ],
  })
  return { before, now }
}

test('rows are new, changed, vanished or the same, list by list', async () => {
  expect(await countChanges(world.deps.dataDir, pair)).toEqual([
    { table: 'annex-a/3', name: 'Referrals', new: 1, changed: 1, vanished: 1, same: 1 },
    { table: 'annex-a/9', name: 'Care leavers', new: 0, changed: 0, vanished: 1, same: 0 },
  ])
})

test('each count opens its rows, with what they said before and say now', async () => {
  const rows = (kind: 'new' | 'changed' | 'vanished') =>
    readChangedRows(world.deps.dataDir, pair, { table: 'annex-a/3', kind, page: 1 })
  expect(await rows('new')).toMatchObject([{ before: null, now: { child_id: '900004' }, row: 4 }])
  expect(await rows('vanished')).toMatchObject([{ before: { child_id: '900003' }, now: null, row: 4 }])
  const [changed, ...others] = await rows('changed')
  expect(others).toEqual([])
  expect(changed).toMatchObject({
    before: { child_id: '900002', allocated_team: 'North' },
    now: { child_id: '900002', allocated_team: 'South' },
    row: 2,
  })
  expect(fieldsThatDiffer(annexAList(3), changed!)).toEqual(['allocated_team'])
})

test('a snapshot is compared with the one loaded before it, and the first with none', async () => {
  const { before, now } = pair
  const { dataDir } = world.deps
  expect(await changesOf(store.records, dataDir, world.reader)).toMatchObject({ snapshot: now, before })
  expect(await changesOf(store.records, dataDir, world.reader, before)).toEqual({
    snapshot: before,
    before: null,
    tables: [],
  })
  await expect(changesOf(store.records, dataDir, world.reader, 'none')).rejects.toThrow('no snapshot "none"')
  const easton = await loadWorld(store, 'easton')
  await expect(changesOf(store.records, dataDir, easton.reader, now)).rejects.toThrow('no snapshot')
})

test('a page holds a hundred rows, and the next the rest', async () => {
  const { before } = pair
  const many = Array.from({ length: 120 }, (_, at) => referral(String(910_000 + at), '12/01/2015'))
  const now = await sealed('2015-02-07', { 3: many })
  const page = async (page: number) =>
    (await readChangedRows(world.deps.dataDir, { before, now }, { table: 'annex-a/3', kind: 'new', page }))
      .length
  expect([await page(1), await page(2), await page(3)]).toEqual([100, 20, 0])
})
