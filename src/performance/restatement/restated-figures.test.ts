import { afterEach, beforeEach, expect, test } from 'vitest'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { allow, operator, type Person } from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import type { MeasureFigures, Point } from '../../measures/figures/figure.ts'
import { performanceMigrations } from '../migrations.ts'
import { addReport } from './reported-figure-store.ts'
import { asRestated } from './restated-figures.ts'

const SERIES = 'fd-referrals'
const snapshot: OpenSnapshot = {
  id: '2015-01-31-test',
  asAt: '2015-01-31',
  loadedAt: '2015-02-03T12:00:00Z',
  sources: ['annex-a'],
  all: () => Promise.resolve([]),
  close: () => undefined,
}
const boardMember: Person = {
  id: 'b',
  council: 'norchester',
  name: 'B',
  role: 'board_member',
  scope: { kind: 'none' },
}

const now = (...points: Point[]): MeasureFigures => ({
  id: SERIES,
  asAt: snapshot.asAt,
  snapshot: snapshot.id,
  version: '1',
  unit: 'referrals',
  available: true,
  why: null,
  points,
})
const count = (period: Point['period'], value: number): Point => ({
  period,
  split: null,
  numerator: value,
  denominator: null,
  value,
  provisional: false,
})

onBothStores(performanceMigrations, (open) => {
  let store: TestStore
  beforeEach(async () => {
    store = await open()
    const report = {
      snapshot: '2014-12-31-test',
      asAt: '2014-12-31',
      reportedAt: '2015-01-03T12:00:00Z',
    } as const
    const figure = (period: Point['period'], value: number) => ({
      series: SERIES,
      period,
      version: '1',
      value,
      numerator: value,
      denominator: null,
    })
    await addReport(store.records, 'norchester', report, [figure('2014-11', 4), figure('2014-12', 40)])
  })
  afterEach(() => store.close())

  const firstOf = async (person: Person) => {
    const found = now(count('2014-11', 9), count('2014-12', 43))
    const { points } = await asRestated(snapshot, store.records, allow(person, 'figures:read'), found)
    return points.map(({ reported, restated }) => [reported?.value ?? null, restated])
  }

  test('a month that was first reported as a small number says so to the service and to the Board', async () => {
    expect(await firstOf(operator('norchester'))).toEqual([
      [4, true],
      [40, true],
    ])
    expect(await firstOf(boardMember)).toEqual([
      [4, true],
      [40, true],
    ])
  })

  test('what is hidden now is hidden as it was', async () => {
    const found = now({ ...count('2014-12', 0), value: null, numerator: null, hidden: true })
    const { points } = await asRestated(snapshot, store.records, allow(boardMember, 'figures:read'), found)
    expect(points[0]!.reported).toBeNull()
  })
})
