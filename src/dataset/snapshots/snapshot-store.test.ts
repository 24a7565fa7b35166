import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadMigrations, loadWorld, onRecord, type LoadWorld } from '../../../tests/support/load-world.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { registeredLoads } from '../../loads/load-register-store.ts'
import { openSnapshotPool } from './snapshot-pool.ts'
import { verifySnapshots } from './snapshot-check.ts'
import {
  currentSnapshot,
  isSnapshotId,
  listSnapshots,
  sameFiles,
  sealedLoad,
  snapshotById,
} from './snapshot-store.ts'

onBothStores(loadMigrations, (open) => {
  let store: TestStore
  let world: LoadWorld

  beforeEach(async () => {
    store = await open()
    world = await loadWorld(store)
  })
  afterEach(() => store.close())

  test('before the first load no snapshot is in use', async () => {
    expect(await currentSnapshot(store.records, 'norchester')).toBeNull()
    expect(await openSnapshotPool(world.deps.dataDir, store.records).current('norchester')).toBeNull()
  })

  test('the snapshot in use is the one as at the latest day, and of those the one loaded last', async () => {
    await onRecord(world, '2015-01-31-aaaa', '2015-01-31', '2015-02-02T09:00:00Z')
    await onRecord(world, '2015-01-31-bbbb', '2015-01-31', '2015-02-04T09:00:00Z')
    await onRecord(world, '2014-12-31-cccc', '2014-12-31', '2015-02-05T09:00:00Z')
    const listed = await listSnapshots(store.records, world.reader)
    expect(listed.map(({ snapshot }) => snapshot)).toEqual([
      '2015-01-31-bbbb',
      '2015-01-31-aaaa',
      '2014-12-31-cccc',
    ])
    expect((await currentSnapshot(store.records, 'norchester'))?.snapshot).toBe('2015-01-31-bbbb')
  })

  test('a snapshot on record says what it was made of and how long it is kept', async () => {
    await onRecord(world, '2015-01-31-aaaa', '2015-01-31')
    expect(await listSnapshots(store.records, world.reader)).toEqual([
      {
        snapshot: '2015-01-31-aaaa',
        asAt: '2015-01-31',
        loadedAt: '2015-02-05T12:00:00Z',
        loadedBy: 'Data team',
        sources: ['annex-a'],
        files: [{ file: 'Annex_A.xlsx', sha256: 'f1', bytes: 10 }],
        sha256: 'a1',
        rows: 3,
        retainUntil: '2016-02-05',
        bytes: 20,
        loadId: 'load_2015-01-31-aaaa',
        purgedAt: null,
      },
    ])
  })

  test('files are the same files only as at the same day', async () => {
    await onRecord(world, '2015-01-31-aaaa', '2015-01-31')
    const fingerprint = 'fingerprint of 2015-01-31-aaaa'
    expect((await sameFiles(store.records, 'norchester', fingerprint, '2015-01-31'))?.snapshot).toBe(
      '2015-01-31-aaaa',
    )
    expect(await sameFiles(store.records, 'norchester', fingerprint, '2015-01-30')).toBeNull()
    expect(await sameFiles(store.records, 'norchester', 'another', '2015-01-31')).toBeNull()
  })

  test('a council sees no other council’s loads, yet no two snapshots share an id', async () => {
    const other = await loadWorld(store, 'easton')
    await onRecord(other, '2015-01-31-aaaa', '2015-01-31')
    expect(await listSnapshots(store.records, world.reader)).toEqual([])
    expect(await registeredLoads(store.records, world.reader)).toEqual([])
    expect(await snapshotById(store.records, 'norchester', '2015-01-31-aaaa')).toBeNull()
    expect(await sealedLoad(store.records, world.reader, 'load_2015-01-31-aaaa')).toBeNull()
    expect(
      await sameFiles(store.records, 'norchester', 'fingerprint of 2015-01-31-aaaa', '2015-01-31'),
    ).toBeNull()
    expect(await isSnapshotId(store.records, '2015-01-31-aaaa')).toBe(true)
    await expect(onRecord(world, '2015-01-31-aaaa', '2015-01-31')).rejects.toThrow()
    expect(await registeredLoads(store.records, world.reader)).toEqual([])
  })

  test('a snapshot whose file is gone is found wanting, and is not opened', async () => {
    await onRecord(world, '2015-01-31-aaaa', '2015-01-31')
    expect(await verifySnapshots(world.deps.dataDir, store.records)).toEqual([
      { snapshot: '2015-01-31-aaaa', ok: false, detail: 'The file of snapshot 2015-01-31-aaaa is not there' },
    ])
    await expect(openSnapshotPool(world.deps.dataDir, store.records).current('norchester')).rejects.toThrow(
      'is not in the data folder',
    )
  })
})
