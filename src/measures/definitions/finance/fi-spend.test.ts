import { expect, test } from 'vitest'
import { byMonth, measured } from '../../../../tests/support/measured.ts'
import { allCases } from '../../figures/case-list.ts'
import { figures } from '../../figures/figure-read.ts'

/** Two lines, in pence. B1 was agreed at £1,000 and £900 is expected; B2 at £500, and £520 is. Of January B2 is not closed. */
const budget = `
  insert into budget_lines (budget_line_id, line, year, funding_source, budget_pence, forecast_outturn_pence, reason) values
      ('1', 'B1', '2014/15', 'Adoption Reform Grant', 100000, 90000, 'post filled later than planned'),
      ('2', 'B2', '2014/15', 'corporate resources', 50000, 52000, null),
      ('3', 'B1', '2013/14', 'Adoption Reform Grant', 70000, 70000, null);
  insert into budget_months (budget_month_id, line, month, planned_pence, spent_pence, expected_pence) values
      ('1', 'B1', '2014-03', 10000, 9900, null),
      ('2', 'B1', '2014-04', 10000, 8000, null), ('3', 'B1', '2014-05', 10000, 12000, null),
      ('4', 'B2', '2014-04', 5000, 5000, null), ('5', 'B2', '2014-05', 5000, null, 7000);`
const world = { asAt: '2014-05-31', insert: budget } as const

test('spend to date begins again with each financial year, and a month that is not closed adds nothing', async () => {
  const snapshot = await measured(world, 'fi-spend')
  // March: £99 of the year before. April: 80 + 50. May: 80 + 120 + 50.
  expect(await byMonth(snapshot, 'fi-spend')).toEqual({ '2014-03': '99', '2014-04': '130', '2014-05': '250' })
})

test('spend against profile is over the same closed months', async () => {
  const snapshot = await measured(world, 'fi-spend')
  // May: 250 spent of 100 + 100 + 50 planned.
  expect(await byMonth(snapshot, 'fi-spend.profile')).toEqual({
    '2014-03': '99 of 100',
    '2014-04': '130 of 150',
    '2014-05': '250 of 250',
  })
})

test('what is expected of the year is known for the day of the files, and an underspend is a minus', async () => {
  const snapshot = await measured(world, 'fi-spend')
  expect(await byMonth(snapshot, 'fi-spend.forecast')).toEqual({ '2014-05': '1420' })
  // 900 - 1,000 and 520 - 500.
  expect(await byMonth(snapshot, 'fi-spend.variance')).toEqual({ '2014-05': '-80' })
  const { points } = await figures(snapshot, 'fi-spend.variance', { by: 'detail' })
  expect(points.map(({ split, value }) => [split, value])).toEqual([
    [null, -80],
    ['post filled later than planned', -100],
    ['Not recorded', 20],
  ])
  const rows = await allCases(snapshot, 'fi-spend', { period: '2014-05' })
  expect(rows.map(({ case_id, child_id, value }) => [case_id, child_id, value])).toEqual([
    ['B1', null, 200],
    ['B2', null, 50],
  ])
})
