import { afterEach, beforeEach, expect, test } from 'vitest'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { allow, operator } from '../../access/index.ts'
import type { Day, Month } from '../../platform/day.ts'
import { performanceMigrations } from '../migrations.ts'
import { addReport, figureReports, reportedFigures } from './reported-figure-store.ts'

const SERIES = 'fd-referrals'
const figure = (period: Month, value: number, series = SERIES) => ({
  series,
  period,
  version: '1',
  value,
  numerator: value,
  denominator: null,
})
const report = (asAt: Day) => ({ snapshot: `${asAt}-test`, asAt, reportedAt: `${asAt}T12:00:00Z` })

onBothStores(performanceMigrations, (open) => {
  let store: TestStore
  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  const read = async (council = 'norchester') =>
    (await reportedFigures(store.records, allow(operator(council), 'figures:read'), SERIES)).map(
      ({ period, place, value }) => `${period}: ${value} in ${place}`,
    )

  test('a report adds what it says for the first time and what it says differently, and changes nothing', async () => {
    const { records } = store
    const added = [
      await addReport(records, 'norchester', report('2014-11-30'), [
        figure('2014-10', 400),
        figure('2014-11', 380),
      ]),
      await addReport(records, 'norchester', report('2014-12-31'), [
        figure('2014-10', 400),
        figure('2014-11', 391),
        figure('2014-12', 300.25),
      ]),
      await addReport(records, 'norchester', report('2015-01-31'), [figure('2014-11', 380)]),
    ]
    expect(added).toEqual([2, 2, 1])
    expect(await read()).toEqual([
      '2014-10: 400 in 1',
      '2014-11: 380 in 1',
      '2014-11: 391 in 2',
      '2014-11: 380 in 3',
      '2014-12: 300.25 in 2',
    ])
    expect((await figureReports(records, 'norchester')).map(({ place, asAt }) => [place, asAt])).toEqual([
      [1, '2014-11-30'],
      [2, '2014-12-31'],
      [3, '2015-01-31'],
    ])
  })

  test('another council’s figures are its own', async () => {
    const { records } = store
    await addReport(records, 'norchester', report('2014-11-30'), [figure('2014-11', 380)])
    await addReport(records, 'easton', report('2014-11-30'), [figure('2014-11', 90)])
    expect(await read()).toEqual(['2014-11: 380 in 1'])
    expect(await read('easton')).toEqual(['2014-11: 90 in 1'])
  })

  test('a report of very many figures is kept whole', async () => {
    const many = Array.from({ length: 2_500 }, (_, at) => figure('2014-11', at, `series-${at}`))
    expect(await addReport(store.records, 'norchester', report('2014-11-30'), many)).toBe(2_500)
    expect(await addReport(store.records, 'norchester', report('2014-12-31'), many)).toBe(0)
  })
})
