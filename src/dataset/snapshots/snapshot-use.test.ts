import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadMigrations, loadWorld, onRecord, type LoadWorld } from '../../../tests/support/load-world.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { registeredLoads } from '../../loads/load-register-store.ts'
import { currentSnapshot, listSnapshots, snapshotBefore } from './snapshot-store.ts'
import { checkReason, putInUse } from './snapshot-use.ts'

test('a reason is asked for, in one line and not too long', () => {
  expect(checkReason('  ')).toEqual({
    ok: false,
    errors: { reason: 'Enter why everyone should see this load' },
  })
  expect(checkReason('a'.repeat(501)).ok).toBe(false)
  expect(checkReason(' The January file \n was cut short ')).toEqual({
    ok: true,
    value: 'The January file was cut short',
  })
})

onBothStores(loadMigrations, (open) => {
  let store: TestStore
  let world: LoadWorld

  beforeEach(async () => {
    store = await open()
    world = await loadWorld(store)
    await onRecord(world, '2014-12-31-aaaa', '2014-12-31', '2015-01-05T09:00:00Z')
    await onRecord(world, '2015-01-31-bbbb', '2015-01-31', '2015-02-04T09:00:00Z')
  })
  afterEach(() => store.close())

  const put = (id: string) =>
    putInUse(store.records, world.deps.clock, world.pass, id, 'January was cut short')
  const inUse = async () => (await currentSnapshot(store.records, 'norchester'))?.snapshot

  test('the load before is put in use, nothing is deleted, and it can be undone in the same way', async () => {
    await put('2014-12-31-aaaa')
    expect(await inUse()).toBe('2014-12-31-aaaa')
    expect(await listSnapshots(store.records, world.reader)).toHaveLength(2)
    await put('2015-01-31-bbbb')
    expect(await inUse()).toBe('2015-01-31-bbbb')
  })

  test('the register says who put which load in use, when and why', async () => {
    const { sentence } = await put('2014-12-31-aaaa')
    expect(sentence).toBe(
      'The load of 5 January 2015, as at 31 December 2014, was put in use in place of the load of 4 February 2015, as at 31 January 2015: January was cut short',
    )
    expect((await registeredLoads(store.records, world.reader))[0]).toMatchObject({
      state: 'put-in-use',
      endedAt: '2015-02-05T12:00:00Z',
      loadedBy: 'Data team',
      snapshot: '2014-12-31-aaaa',
      sentence,
    })
  })

  test('a load that is sealed afterwards takes its place, and one set aside does not come back', async () => {
    await put('2014-12-31-aaaa')
    await onRecord(world, '2014-11-30-cccc', '2014-11-30', '2015-02-06T09:00:00Z')
    expect(await inUse()).toBe('2014-12-31-aaaa')
    await onRecord(world, '2015-01-31-dddd', '2015-01-31', '2015-02-07T09:00:00Z')
    expect(await inUse()).toBe('2015-01-31-dddd')
  })

  test('the one in use, and another council’s, cannot be put in use', async () => {
    await expect(put('2015-01-31-bbbb')).rejects.toThrow('is in use already')
    const easton = await loadWorld(store, 'easton')
    await expect(
      putInUse(store.records, easton.deps.clock, easton.pass, '2014-12-31-aaaa', 'why'),
    ).rejects.toThrow('There is no snapshot')
  })

  test('the snapshot before is the one loaded last before it', async () => {
    const before = async (snapshot: string, loadedAt: string) =>
      (await snapshotBefore(store.records, 'norchester', { snapshot, loadedAt }))?.snapshot ?? null
    expect(await before('2015-01-31-bbbb', '2015-02-04T09:00:00Z')).toBe('2014-12-31-aaaa')
    expect(await before('2014-12-31-aaaa', '2015-01-05T09:00:00Z')).toBeNull()
  })
})
