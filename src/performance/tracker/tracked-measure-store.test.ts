import { afterEach, beforeEach, expect, test } from 'vitest'
import { allow, type Person } from '../../access/index.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { performanceMigrations } from '../migrations.ts'
import { pathAt } from './target-path.ts'
import { checkTracked, type TrackedMeasure } from './tracked-measure.ts'
import { setTarget, setTracked, trackedMeasures } from './tracked-measure-store.ts'

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

onBothStores(performanceMigrations, (open) => {
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

  test('a target keeps its measure’s place, with its path; a new one comes last', async () => {
    const path = [
      { month: '2015-02', value: 86 },
      { month: '2015-03', value: 90 },
    ] as const
    await setTracked(store.records, writing('norchester'), [A2, A1])
    await setTarget(store.records, writing('norchester'), { ...A2, path })
    await setTarget(store.records, writing('norchester'), { ...A1, seriesId: 'fd-referrals', ref: 'B2' })
    const found = await trackedMeasures(store.records, reading('norchester'))
    expect(found.map(({ ref }) => ref)).toEqual(['A2', 'A1', 'B2'])
    expect(found[0]).toEqual({ ...A2, path })
    expect(found[1]).toEqual(A1)
  })

  test('the first target of a council that had not chosen changes nothing else on its tracker', async () => {
    await setTarget(store.records, writing('norchester'), { ...A2, ref: 'A2' })
    const found = await trackedMeasures(store.records, reading('norchester'))
    expect(found.length).toBeGreaterThan(5)
    expect(found.filter(({ target }) => target !== null)).toEqual([A2])
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
    errors: { targetBy: 'Enter the day it is to be met by as a real day, like 31 March 2015' },
  })
  expect(fault({ target: '' })).toMatchObject({
    errors: { target: 'Enter the target that is to be met by that day' },
  })
})

test('a path is read line by line, and the first that cannot be read says how to put it right', () => {
  const path = (text: string, change: Partial<typeof draft> = {}) =>
    checkTracked({ ...draft, ...change, path: text })
  expect(path('2015-03 90\n2015-02: 86%\n')).toMatchObject({
    value: {
      path: [
        { month: '2015-02', value: 86 },
        { month: '2015-03', value: 90 },
      ],
    },
  })
  const fault = (text: string, change: Partial<typeof draft> = {}) => {
    const checked = path(text, change)
    return checked.ok ? null : Object.values(checked.errors).join(' ')
  }
  expect(fault('')).toBeNull()
  expect(fault('2015-02 86')).toBe('Enter two months of the path or more, or none')
  expect(fault('2015-02 86\nMarch 90')).toBe(
    'Line 2 of the path must be a month and a value, like 2015-02 86',
  )
  expect(fault('2015-02 86\n2015-03 140')).toBe('Line 2 of the path must be between 0 and 100')
  expect(fault('2015-02 86\n2015-02 90')).toBe('Line 2 of the path: 2015-02 is there twice')
  expect(fault('2015-02 86\n2015-06 90')).toMatch(/^End the path no later than the day/)
  expect(fault('2015-02 86\n2015-03 90', { target: '', targetBy: '' })).toBe(
    'Enter the target that the path leads to',
  )
})

test('between two months of a path it is a straight line, and outside it asks nothing', () => {
  const steps = [
    { month: '2014-12', value: 80 },
    { month: '2015-03', value: 89 },
  ] as const
  expect(
    ['2014-11', '2014-12', '2015-01', '2015-03', '2015-04'].map((month) => pathAt(steps, month as '2015-01')),
  ).toEqual([null, 80, 83, 89, null])
})

test('no two measures of a tracker have one reference', () => {
  expect(checkTracked(draft, [{ ref: 'A2', seriesId: 'fd-referrals' }])).toMatchObject({
    errors: { ref: expect.stringMatching(/^Enter another reference: A2 is /) as string },
  })
  expect(checkTracked(draft, [A2])).toMatchObject({ ok: true })
})
