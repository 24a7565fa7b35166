import { spawnSync } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentOfFolder, loadMigrations, loadWorld, type LoadWorld } from '../../tests/support/load-world.ts'
import { onBothStores, type TestStore } from '../../tests/support/stores.ts'
import { foundReferrals, waitingIn } from '../../tests/support/waiting-world.ts'
import { stoppedClock } from '../platform/day.ts'
import { NotFound } from '../platform/errors.ts'
import { rewriteJournal } from './incoming.ts'
import { recoverLoads } from './load-recovery.ts'
import { registeredLoads } from './load-register-store.ts'
import { verifySnapshots } from '../dataset/snapshots/snapshot-check.ts'
import { currentSnapshot, listSnapshots } from '../dataset/snapshots/snapshot-store.ts'
import { sealWaiting, throwAway, waitingLoad, waitingLoads } from './waiting-load.ts'

onBothStores(loadMigrations, (open) => {
  let store: TestStore
  let world: LoadWorld

  beforeEach(async () => {
    store = await open()
    world = await loadWorld(store)
  })
  afterEach(() => store.close())

  test('a load that waits is sealed as it was built, and the register says when and of what', async () => {
    const { loadId } = await waitingIn(world)
    expect(await currentSnapshot(store.records, 'norchester')).toBeNull()
    const outcome = await sealWaiting(world.deps, world.pass, loadId)
    expect(outcome).toMatchObject({ accepted: true, loadId, asAt: '2015-01-31' })
    expect(await currentSnapshot(store.records, 'norchester')).toMatchObject({
      snapshot: outcome.snapshot,
      rows: 2,
      retainUntil: '2016-02-05',
    })
    expect(await verifySnapshots(world.deps.dataDir, store.records)).toEqual([
      expect.objectContaining({ ok: true }),
    ])
    expect(await registeredLoads(store.records, world.reader)).toEqual([
      expect.objectContaining({
        id: loadId,
        state: 'sealed',
        sentence: '2 rows as at 31 January 2015 were sealed.',
      }),
    ])
    expect(await readdir(world.deps.dataDir)).toEqual(['snapshots'])
  })

  test('a load that is thrown away leaves a line in the register and nothing else', async () => {
    const { loadId } = await waitingIn(world)
    const sentence =
      'The load of 2015-01-31 List 3.csv begun on 5 February 2015 by Data team was thrown away by Data team before it was sealed. Nothing was changed.'
    expect(await throwAway(world.deps, world.pass, loadId)).toBe(sentence)
    expect(await contentOfFolder(world.deps.dataDir)).toEqual({})
    expect(await registeredLoads(store.records, world.reader)).toEqual([
      expect.objectContaining({ id: loadId, state: 'thrown-away', snapshot: null, sentence }),
    ])
  })

  test('a load waits through a restart, for seven days, and is then thrown away and told once', async () => {
    const { loadId } = await waitingIn(world, '2015-02-05T12:00:00Z')
    const on = (day: '2015-02-12' | '2015-02-13') => ({ ...world.deps, clock: stoppedClock(day) })
    expect(await recoverLoads(on('2015-02-12'))).toEqual([])
    expect(await waitingLoads(world.deps.dataDir, world.reader)).toEqual([
      expect.objectContaining({ loadId, answerBy: '2015-02-12' }),
    ])
    expect(await recoverLoads(on('2015-02-13'))).toEqual([
      'The load of 2015-01-31 List 3.csv begun on 5 February 2015 by Data team waited 7 days for an answer and was thrown away. Nothing was changed.',
    ])
    expect(await contentOfFolder(world.deps.dataDir)).toEqual({})
    expect(await recoverLoads(on('2015-02-13'))).toEqual([])
  })

  test('it is its own council’s to see and to answer, and only once', async () => {
    const { loadId } = await waitingIn(world)
    const easton = await loadWorld(store, 'easton')
    const theirs = { ...world.deps, clock: easton.deps.clock }
    expect(await waitingLoads(world.deps.dataDir, easton.reader)).toEqual([])
    expect(await waitingLoad(world.deps.dataDir, 'easton', loadId)).toBeNull()
    await expect(sealWaiting(theirs, easton.pass, loadId)).rejects.toThrow(NotFound)
    await expect(throwAway(theirs, easton.pass, loadId)).rejects.toThrow(NotFound)
    await sealWaiting(world.deps, world.pass, loadId)
    await expect(throwAway(world.deps, world.pass, loadId)).rejects.toThrow(NotFound)
  })

  test('two answers at once: one counts', async () => {
    const { loadId } = await waitingIn(world)
    const answers = await Promise.allSettled([
      sealWaiting(world.deps, world.pass, loadId),
      throwAway(world.deps, world.pass, loadId),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await registeredLoads(store.records, world.reader)).toHaveLength(1)
  })

  test('one whose files were sealed meanwhile leads to the snapshot that they made', async () => {
    const [first, second] = [await waitingIn(world), await waitingIn(world)]
    const sealed = await sealWaiting(world.deps, world.pass, first.loadId)
    const again = await sealWaiting(world.deps, world.pass, second.loadId)
    expect(again).toMatchObject({ snapshot: sealed.snapshot, loadId: first.loadId })
    expect(await listSnapshots(store.records, world.reader)).toHaveLength(1)
  })

  test('sealed by someone else than who sent it, both are named', async () => {
    const { loadId } = await waitingIn(world)
    const other = { ...world.pass, person: { ...world.pass.person, id: 'other', name: 'Performance lead' } }
    await sealWaiting(world.deps, other, loadId)
    expect(await registeredLoads(store.records, world.reader)).toEqual([
      expect.objectContaining({
        loadedBy: 'Performance lead',
        sentence: '2 rows as at 31 January 2015 were sealed. The files were sent by Data team.',
      }),
    ])
  })

  test('a program that is killed while it seals leaves an unfinished load, not a waiting one', async () => {
    const incoming = await waitingIn(world, '2015-02-05T12:00:00Z', foundReferrals('f2'))
    const { pid } = spawnSync(process.execPath, ['--version'])
    await rewriteJournal(incoming, {
      waitingSince: null,
      sealingAs: '2015-01-31-dead',
      process: { pid, startedAt: null },
    })
    await writeFile(join(incoming.folder, 'left'), 'over')
    expect(await recoverLoads(world.deps)).toEqual([expect.stringContaining('did not finish')])
    expect(await contentOfFolder(world.deps.dataDir)).toEqual({})
  })
})
