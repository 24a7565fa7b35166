import { mkdir, open as openFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { loadMigrations, loadWorld, onRecord, type LoadWorld } from '../../tests/support/load-world.ts'
import { onBothStores, type TestStore } from '../../tests/support/stores.ts'
import { stoppedClock, type Day } from '../platform/day.ts'
import { Gone, NotFound, Refused } from '../platform/errors.ts'
import { disposals } from './disposal-store.ts'
import { checkDeletionReason, purgeDue, purgeOne, type PurgeDeps } from './purge.ts'
import { openSnapshotPool } from '../dataset/snapshots/snapshot-pool.ts'
import { verifySnapshots } from '../dataset/snapshots/snapshot-check.ts'
import { changesOf } from '../dataset/snapshots/snapshot-changes-read.ts'
import { snapshotFile } from '../dataset/snapshots/snapshot-file.ts'
import {
  currentSnapshot,
  sameFiles,
  sealedLoad,
  snapshotBefore,
} from '../dataset/snapshots/snapshot-store.ts'
import { putInUse } from '../dataset/snapshots/snapshot-use.ts'

test('a load deleted before its day needs a reason', () => {
  expect(checkDeletionReason(' ')).toEqual({
    ok: false,
    errors: { reason: 'Enter why this load is to be deleted before its day' },
  })
})

onBothStores(loadMigrations, (open) => {
  let store: TestStore
  let world: LoadWorld

  /** Kept until 5 February 2016, both; the later is in use. */
  const [older, newer] = ['2014-12-31-aaaa', '2015-01-31-bbbb']

  beforeEach(async () => {
    store = await open()
    world = await loadWorld(store)
    await mkdir(join(world.deps.dataDir, 'snapshots'))
    for (const [id, asAt] of [
      [older, '2014-12-31'],
      [newer, '2015-01-31'],
    ] as const) {
      await onRecord(world, id, asAt)
      await writeFile(snapshotFile(world.deps.dataDir, id), 'rows')
    }
  })
  afterEach(() => store.close())

  const on = (day: Day): PurgeDeps => ({
    ...world.deps,
    clock: stoppedClock(day),
    pool: { release: () => Promise.resolve() },
  })
  const files = () => readdir(join(world.deps.dataDir, 'snapshots'))

  test('a snapshot is deleted from the day after its day, the one in use never', async () => {
    expect(await purgeDue(on('2016-02-05'), world.pass)).toEqual({ dryRun: false, purged: [], kept: [] })
    const answer = await purgeDue(on('2016-02-06'), world.pass)
    expect(answer.purged).toEqual([
      expect.objectContaining({
        snapshot: older,
        sha256: 'a1',
        rows: 3,
        why: 'Its day had passed: it was kept until 5 February 2016.',
        purgedAt: '2016-02-06T12:00:00Z',
      }),
    ])
    expect(answer.kept).toEqual([
      { snapshot: newer, why: 'It is the load in use: it goes once a later load has taken its place.' },
    ])
    expect(await files()).toEqual([`${newer}.duckdb`])
    expect((await purgeDue(on('2016-02-06'), world.pass)).purged).toEqual([])
  })

  test('a trial says what would go, and deletes nothing', async () => {
    const answer = await purgeDue(on('2016-02-06'), world.pass, { dryRun: true })
    expect(answer).toMatchObject({ dryRun: true, purged: [{ snapshot: older, purgedAt: null }] })
    expect(await files()).toHaveLength(2)
    expect(await disposals(store.records, world.reader)).toEqual([])
  })

  test('the disposal log says what went, when, by whom and why', async () => {
    await purgeOne(on('2015-03-01'), world.pass, older, 'It was loaded by mistake')
    expect(await disposals(store.records, world.reader)).toEqual([
      {
        at: '2015-03-01T12:00:00Z',
        by: 'Data team',
        snapshot: older,
        loadId: `load_${older}`,
        asAt: '2014-12-31',
        loadedAt: '2015-02-05T12:00:00Z',
        sha256: 'a1',
        rows: 3,
        bytes: 20,
        files: [{ file: 'Annex_A.xlsx', sha256: 'f1', bytes: 10 }],
        why: 'It was loaded by mistake',
      },
    ])
    expect(await disposals(store.records, (await loadWorld(store, 'easton')).reader)).toEqual([])
  })

  test('its record stays with counts and hash, and everything that would open it says when it was deleted', async () => {
    await purgeDue(on('2016-02-06'), world.pass)
    expect(await sealedLoad(store.records, world.reader, `load_${older}`)).toMatchObject({
      snapshot: { rows: 3, sha256: 'a1', purgedAt: '2016-02-06T12:00:00Z' },
    })
    const pool = openSnapshotPool(world.deps.dataDir, store.records)
    onTestFinished(() => pool.close())
    const deleted = `Snapshot ${older} was deleted on 6 February 2016 as its retention ended.`
    for (const opening of [
      () => pool.byId('norchester', older),
      () => changesOf(store.records, world.deps.dataDir, world.reader, older),
      () => putInUse(store.records, world.deps.clock, world.pass, older, 'why'),
      () => purgeOne(on('2016-02-07'), world.pass, older, 'again'),
    ]) {
      const error: unknown = await opening().catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(Gone)
      expect((error as Gone).message).toContain(deleted)
    }
    const now = (await currentSnapshot(store.records, 'norchester'))!
    expect(await snapshotBefore(store.records, 'norchester', now)).toBeNull()
    expect(await sameFiles(store.records, 'norchester', `fingerprint of ${older}`, '2014-12-31')).toBeNull()
    expect(
      (await verifySnapshots(world.deps.dataDir, store.records)).map(({ snapshot }) => snapshot),
    ).toEqual([newer])
  })

  test('the one in use, one of another council and one that never was cannot be deleted', async () => {
    await expect(purgeOne(on('2015-03-01'), world.pass, newer, 'why')).rejects.toThrow(Refused)
    await expect(purgeOne(on('2015-03-01'), world.pass, 'no-such', 'why')).rejects.toThrow(NotFound)
    const { pass } = await loadWorld(store, 'easton')
    await expect(purgeOne(on('2015-03-01'), pass, older, 'why')).rejects.toThrow(NotFound)
    expect(await files()).toHaveLength(2)
  })

  test('a file that is gone already is written into the log all the same', async () => {
    await onRecord(world, '2014-11-30-cccc', '2014-11-30')
    const { purged } = await purgeDue(on('2016-02-06'), world.pass)
    expect(purged.map(({ snapshot }) => snapshot)).toEqual([older, '2014-11-30-cccc'])
  })

  test.skipIf(process.platform !== 'linux')('one that is being read is kept, and said', async () => {
    const reader = await openFile(snapshotFile(world.deps.dataDir, older))
    expect((await purgeDue(on('2016-02-06'), world.pass)).kept).toContainEqual({
      snapshot: older,
      why: 'It is being read at this moment: it goes at the next purge.',
    })
    await expect(purgeOne(on('2015-03-01'), world.pass, older, 'why')).rejects.toThrow(
      'Try again in a minute',
    )
    await reader.close()
    expect((await purgeDue(on('2016-02-06'), world.pass)).purged).toHaveLength(1)
  })
})
