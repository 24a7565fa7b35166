import { afterEach, beforeEach, expect, test } from 'vitest'
import { allow, type Person } from '../../access/index.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { indicatorsMigrations } from '../migrations.ts'
import { checkTracked, type TrackedMeasure } from './tracked-measure.ts'
import { setTracked, trackedMeasures } from './tracked-measure-store.ts'

const manager = (council: string): Person => ({
  id: 'p',
  council,
  name: 'Programme manager',
  role: 'programme_manager',
  scope: { kind: 'none' },
})
const writing = (council: string) => allow(manager(council), 'targets:write')
const reading = (council: string) => allow(manager(council), 'figures:read')

const A2: TrackedMeasure = {
  seriesId: 'as-completed-45wd.from_start',
  ref: 'A2',
  title: null,
  target: 90,
  targetBy: '2015-03-31',
}
const A1: TrackedMeasure = {
  seriesId: 'wf-caseload.mean',
  ref: 'A1',
  title: 'Caseloads',
  target: 16.5,
  targetBy: null,
}

onBothStores(indicatorsMigrations, (open) => {
  let store: TestStore
  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  test('a council’s measures and targets are kept in its order, and changed as a whole', async () => {
    await setTracked(store.records, writing('norchester'), [A2, A1])
    expect(await trackedMeasures(store.records, reading('norchester'))).toEqual([A2, A1])
    await setTracked(store.records, writing('norchester'), [{ ...A2, target: 92.5 }])
    expect(await trackedMeasures(store.records, reading('norchester'))).toEqual([{ ...A2, target: 92.5 }])
  })

  test('one council’s targets are not another’s', async () => {
    await setTracked(store.records, writing('norchester'), [A2])
    await setTracked(store.records, writing('southam'), [A1])
    expect(await trackedMeasures(store.records, reading('southam'))).toEqual([A1])
    expect(await trackedMeasures(store.records, reading('norchester'))).toEqual([A2])
  })
})

const draft = { seriesId: 'as-completed-45wd', ref: ' A2 ', title: '', target: '90', targetBy: '2015-03-31' }

test('an id of a measure is read as its headline series', () => {
  expect(checkTracked(draft)).toEqual({ ok: true, value: A2 })
  expect(checkTracked({ ...draft, target: '', targetBy: '' })).toMatchObject({
    ok: true,
    value: { target: null },
  })
})

test('a target that cannot be one is refused in words that say how to put it right', () => {
  const fault = (change: Partial<typeof draft>) => checkTracked({ ...draft, ...change })
  expect(fault({ seriesId: 'nothing' })).toMatchObject({
    errors: { seriesId: 'Choose a measure from the catalogue' },
  })
  expect(fault({ ref: '' })).toMatchObject({ errors: { ref: 'Enter a reference, like A2' } })
  expect(fault({ target: 'ninety' })).toMatchObject({
    errors: { target: 'Enter the target as a number, like 90' },
  })
  expect(fault({ target: '140' })).toMatchObject({ errors: { target: 'Enter a target between 0 and 100' } })
  expect(fault({ targetBy: '2015-02-30' })).toMatchObject({
    errors: { targetBy: 'Enter the day it is to be met as a real day, like 2015-03-31' },
  })
  expect(fault({ target: '' })).toMatchObject({
    errors: { target: 'Enter the target that is to be met by that day' },
  })
})
