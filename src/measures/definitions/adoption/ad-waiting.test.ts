import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { allCases } from '../../figures/case-list.ts'
import { figures } from '../../figures/figure-read.ts'

const insert = `
  insert into person (child_key, person_id) select n, 'P' || n from generate_series(1, 8) as t (n);
  insert into permanence (child_key, entered_care_date, adm_decision_date, placement_order_date, placed_for_adoption_date, adoption_order_date, decision_reversed_date, decision_reversed_reason) values
      (1, '2013-01-01', '2013-04-01', '2014-07-31', null, null, null, null),
      (2, '2013-01-01', '2013-04-01', '2014-08-01', null, null, null, null),
      (3, '2013-01-01', '2013-04-01', '2013-07-31', '2015-01-31', null, null, null),
      (4, '2013-01-01', '2013-04-01', '2013-07-31', null, null, '2014-12-15', 'RD3'),
      (5, '2014-06-01', '2014-10-01', null, null, null, null, null),
      (6, '2014-06-01', '2014-10-01', null, null, null, '2015-01-05', 'RD2'),
      (7, '2013-01-01', '2013-04-01', '2013-07-31', null, '2014-12-20', null, null),
      (8, '2014-06-01', '2014-10-01', '2015-02-10', null, null, null, null);`
const world = { asAt: '2015-01-31', insert } as const

test('a child waits from the order until placed, adopted or given another plan', async () => {
  const snapshot = await measured(world, 'ad-waiting')
  expect(await casesOf(snapshot, 'ad-waiting', '2015-01')).toEqual(['ad-1', 'ad-2'])
  expect(await casesOf(snapshot, 'ad-waiting', '2014-11')).toEqual(['ad-1', 'ad-2', 'ad-3', 'ad-4', 'ad-7'])
  const { points } = await figures(snapshot, 'ad-waiting', { by: 'detail', from: '2015-01' })
  // Ordered on 31 July: six months are over on 31 January. Ordered on 1 August: not yet.
  expect(points.flatMap(({ split, value }) => (split && value ? [`${split} ${value}`] : [])).sort()).toEqual([
    '6 to under 12 months 1',
    'Under 6 months 1',
  ])
})

test('a decision without an order is counted apart, and plans that change are shown as well', async () => {
  const snapshot = await measured(world, 'ad-waiting')
  // The order of child 8 is not made yet; the plan of 6 has changed.
  expect(await casesOf(snapshot, 'ad-waiting.decision_only', '2015-01')).toEqual(['ad-5', 'ad-8'])
  expect(await byMonth(snapshot, 'ad-waiting.reversed')).toEqual({ '2014-12': '1', '2015-01': '1' })
})

test('a child waits in the team that held them at each month end, and a plan changes in that of its day', async () => {
  const held = `${insert}
    insert into allocation (child_key, worker, team, from_date, to_date) values
        (1, 'SW-1', 'North', '2013-01-01', '2014-12-31'), (1, 'SW-2', 'South', '2015-01-01', null),
        (4, 'SW-1', 'North', '2013-01-01', '2014-12-15'), (4, 'SW-2', 'South', '2014-12-16', null);`
  const snapshot = await measured({ asAt: '2015-01-31', source: 'ssd', insert: held }, 'ad-waiting')
  const teamOf = async (series: string, period: '2014-12' | '2015-01', id: string) =>
    (await allCases(snapshot, series, { period })).find(({ case_id }) => case_id === id)?.team
  expect(await teamOf('ad-waiting', '2014-12', 'ad-1')).toBe('North')
  expect(await teamOf('ad-waiting', '2015-01', 'ad-1')).toBe('South')
  expect(await teamOf('ad-waiting.reversed', '2014-12', 'ad-4')).toBe('North')
})
