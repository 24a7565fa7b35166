import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessMigrations, allow, saveCouncil, UNNAMED_COUNCIL, type Person } from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { stoppedClock } from '../../platform/day.ts'
import { measured } from '../../../tests/support/measured.ts'
import { measureWorld } from '../../../tests/support/measure-world.ts'
import { sqliteStore, type TestStore } from '../../../tests/support/stores.ts'
import { england } from '../benchmarks/benchmark.ts'
import { shippedBook } from '../benchmarks/comparison-book.ts'
import { seriesOf } from '../../measures/catalogue/catalogue.ts'
import { performanceMigrations } from '../migrations.ts'
import { setTracked } from './tracked-measure-store.ts'
import { Facts } from '../pages/measure-facts.tsx'
import { TRACKER_GROUPS, type TrackerRow } from './tracker-row.ts'
import { trackerRow, trackerRows } from './tracker.ts'

const manager: Person = {
  id: 'p',
  council: 'norchester',
  name: 'Programme manager',
  role: 'programme_manager',
  scope: { kind: 'none' },
}
const reading = allow(manager, 'figures:read')

let store: TestStore
let snapshot: OpenSnapshot
beforeAll(async () => {
  store = await sqliteStore({ ...accessMigrations, ...performanceMigrations })
  snapshot = await measured(measureWorld())
  const council = { ...UNNAMED_COUNCIL, id: 'norchester', population: { '2013': 117_000, '2014': 118_000 } }
  await saveCouncil(store.records, stoppedClock('2015-02-05'), council)
})
afterAll(() => store.close())

test('until a council has chosen, its tracker is the headline of every measure, without targets', async () => {
  const rows = await trackerRows(snapshot, store.records, reading)
  expect(rows.map(({ id }) => id)).toContain('as-completed-45wd.from_start')
  expect(rows.map(({ id }) => id)).toContain('as-open-review-points.gt45')
  expect(rows.every(({ target }) => target === null)).toBe(true)
  expect(rows.length).toBeLessThanOrEqual(30)
  expect(rows.every(({ sentence }) => sentence.endsWith('.'))).toBe(true)
})

test('a tracker has its groups in order, its own references and targets, and two years of points', async () => {
  await setTracked(store.records, allow(manager, 'targets:write'), [
    { seriesId: 'fd-referrals', ref: 'B2', title: null, target: null, targetBy: null },
    {
      seriesId: 'as-completed-45wd.from_start',
      ref: 'A2',
      title: 'In time',
      target: 99.9,
      targetBy: '2015-03-31',
    },
    { seriesId: 'wf-caseload.mean', ref: 'A1', title: null, target: 16, targetBy: null },
    { seriesId: 'as-child-seen.alone', ref: 'A5', title: null, target: 95, targetBy: null },
  ])
  const rows = await trackerRows(snapshot, store.records, reading)
  const places = rows.map(({ group }) => TRACKER_GROUPS.indexOf(group))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(rows.map(({ ref, group }) => [ref, group])).toContainEqual(['B2', 'watched'])
  expect(rows.find(({ ref }) => ref === 'A5')).toMatchObject({
    available: false,
    group: 'cannot_tell',
    latest: null,
    points: [],
  })
  const a2 = rows.find(({ ref }) => ref === 'A2')!
  expect(a2).toMatchObject({ title: 'In time', target: 99.9, targetBy: '2015-03-31', period: '2015-01' })
  expect(a2.latest?.provisional).toBe(true)
  expect(a2.points.length).toBeLessThanOrEqual(24)
  expect(a2.england).toEqual({ value: 81.5, period: '2014-15' })
  expect(a2.neighbours).toEqual({ median: null, period: null, published: 0, of: 0 })
  expect([a2.region, a2.rank]).toEqual([null, null])
})

test('a caseload without limits is off track when it is over its target', async () => {
  const row = await trackerRow(snapshot, store.records, reading, 'wf-caseload')
  expect(row).toMatchObject({
    ref: 'A1',
    group: 'off_track',
    spc: { variation: 'none', points: 1, trial: true },
  })
  expect(row.sentence).toBe('One month of data; 12 needed for a trend. Above the target of 16.')
})

test('a count is next to England as a rate per 10,000 children, a month’s flow taken twelve times', async () => {
  const row = await trackerRow(snapshot, store.records, reading, 'fd-referrals')
  // January 2015 is in the year 2014-15, whose rates use mid-2014.
  expect(row.per10k).toBeCloseTo((row.latest!.value! * 12 * 10_000) / 118_000, 6)
  expect(row.comparison).toMatchObject({ value: 551, period: '2014-15', unit: 'per 10,000' })
})

test('a rate by the population of an earlier year says which, and one by its own year does not', async () => {
  const clock = stoppedClock('2015-02-05')
  const council = { ...UNNAMED_COUNCIL, id: 'easton' }
  const easton = allow({ ...manager, council: 'easton' }, 'figures:read')
  const rowBy = async (population: Record<string, number>) => {
    await saveCouncil(store.records, clock, { ...council, population })
    return trackerRow(snapshot, store.records, easton, 'fd-referrals')
  }
  const carried = await rowBy({ '2012': 116_000 })
  expect(carried).toMatchObject({ populationYear: '2012' })
  expect(carried.sentence).toContain('a year by the population of mid-2012')
  const drawn = (node: { toString(): string } | null) => node?.toString() ?? ''
  const ours = (row: TrackerRow) =>
    /Ours, a year<\/dt><dd>[\d,]+ (.*?)<\/dd>/.exec(drawn(Facts({ row, mayOpen: false })))?.[1]
  expect(ours(carried)).toBe('per 10,000, by the population of mid-2012')
  const own = await rowBy({ '2012': 116_000, '2014': 118_000 })
  expect(own.populationYear).toBeNull()
  expect(ours(own)).toBe('per 10,000')
  // Of three years ago there is no rate, and so no year.
  const stale = await rowBy({ '2011': 115_000 })
  expect(stale).toMatchObject({ per10k: null, populationYear: null })
  expect(ours(stale)).toBeUndefined()
})

test('confidence is the share of rows with the least full field, and says which', async () => {
  const row = await trackerRow(snapshot, store.records, reading, 'as-child-seen.seen')
  expect(row.confidence.complete).toBeGreaterThan(0.6)
  expect(row.confidence.complete).toBeLessThan(0.9)
  expect(row.confidence.notes.at(-1)).toMatch(/^Of the rows, \d+% say whether the child was seen\.$/)
  expect(row.confidence.notes).toContain(
    'From Annex A this is the flag alone: the list holds no visits to check it against.',
  )
})

test('England’s figure is that of the month’s own year, or of the last published before it', () => {
  const series = seriesOf('fd-rereferrals')!
  expect(england(series, '2015-01', shippedBook())).toMatchObject({ value: 24.2, period: '2014-15' })
  expect(england(series, '2015-04', shippedBook())).toMatchObject({ value: 22.5, period: '2015-16' })
  expect(england(series, '2026-11', shippedBook())).toMatchObject({ value: 22.6, period: '2024-25' })
  expect(england(seriesOf('as-cohort-45wd')!, '2015-01', shippedBook())).toBeNull()
})
