import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  contentOfFolder,
  loadMigrations,
  loadWorld,
  referralFiles,
  type LoadWorld,
} from '../../tests/support/load-world.ts'
import { sqliteStore, type TestStore } from '../../tests/support/stores.ts'
import { registeredLoads } from './load-register-store.ts'
import { load } from './load.ts'
import type { LoadProgress } from './load-request.ts'
import { changesOf } from '../dataset/snapshots/snapshot-changes-read.ts'
import { listSnapshots, sealedLoad } from '../dataset/snapshots/snapshot-store.ts'

let store: TestStore
let world: LoadWorld

beforeEach(async () => {
  store = await sqliteStore(loadMigrations)
  world = await loadWorld(store)
})
afterEach(() => store.close())

test('a load that is only looked at says what it would change, and leaves nothing behind', async () => {
  await load(world.deps, world.pass, { paths: await referralFiles() })
  const before = await contentOfFolder(world.deps.dataDir)
  const paths = await referralFiles('14/01/2015')
  const outcome = await load(world.deps, world.pass, { paths, ending: 'forget' })
  const [{ snapshot } = { snapshot: '' }] = await listSnapshots(store.records, world.reader)
  expect(outcome).toMatchObject({
    accepted: true,
    snapshot: null,
    preview: true,
    asAt: '2015-01-31',
    windowFrom: expect.any(String) as string,
    changes: {
      before: snapshot,
      tables: [{ table: 'annex-a/3', new: 1, changed: 0, vanished: 1, same: 1 }],
    },
  })
  expect(outcome.fills).not.toEqual([])
  expect(await contentOfFolder(world.deps.dataDir)).toEqual(before)
  expect(await registeredLoads(store.records, world.reader)).toHaveLength(1)
})

test('the same files are known by their hashes, before a row of them is read', async () => {
  const paths = await referralFiles()
  const first = await load(world.deps, world.pass, { paths })
  const steps: LoadProgress['step'][] = []
  const again = await load(world.deps, world.pass, { paths }, ({ step }) => void steps.push(step))
  expect(steps).toEqual([])
  const note = again.problems.find(({ code }) => code === 'already-loaded')!
  expect(note.message).toBe(
    `The same files were loaded on 5 February 2015: snapshot ${first.snapshot} has them`,
  )
  expect(again).toEqual({
    ...first,
    problems: [...first.problems, note],
    problemCounts: [...first.problemCounts, expect.objectContaining({ code: 'already-loaded', count: 1 })],
  })
})

test('as at another day the same files are another load, and a day in another name may be another day', async () => {
  const [path] = await referralFiles()
  const first = await load(world.deps, world.pass, { paths: [path!], asAt: '2015-01-30' })
  const second = await load(world.deps, world.pass, { paths: [path!] })
  expect([first.asAt, second.asAt]).toEqual(['2015-01-30', '2015-01-31'])
  expect(await listSnapshots(store.records, world.reader)).toHaveLength(2)
})

test('the same files are sealed once more when that is asked for', async () => {
  const paths = await referralFiles()
  const first = await load(world.deps, world.pass, { paths })
  const again = await load(world.deps, world.pass, { paths, again: true })
  expect(again.accepted).toBe(true)
  expect(again.snapshot).not.toBe(first.snapshot)
  expect(await listSnapshots(store.records, world.reader)).toHaveLength(2)

  // What it changed was counted when it was read, and is what counting it now gives.
  const load2 = (await sealedLoad(store.records, world.reader, again.loadId))!
  const { tables } = await changesOf(store.records, world.deps.dataDir, world.reader)
  expect(load2.summary.changes).toEqual({ before: first.snapshot, tables })
  expect(tables).toEqual([expect.objectContaining({ table: 'annex-a/3', same: 2 })])
})
