import { seriesOf } from '../../catalogue/catalogue.ts'
import { expect, test } from 'vitest'
import { byMonth, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'
import { allCases } from '../../figures/case-list.ts'

/**
 * The path begins on 31 March 2014 with two children, and has two at each month end if nothing changed. April has 30
 * nights: two children's are 60. Own fostering is £70 a week, £10 a night; a home is £700 a week, £100 a night.
 *
 * April: A and B in fostering all month: 60 nights, £600, as if nothing had changed.
 * May (31 nights): B has gone home. A is in fostering for 21 nights to the 22nd and in a home for 10: £1,210. If nothing
 * had changed, 62 nights of April's mix come to £620: fewer children, and dearer.
 */
const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B');
  insert into care_path (care_path_id, month_end_on, if_nothing_changed, agreed_path) values
      ('1', '2014-03-31', 2, 2), ('2', '2014-04-30', 2, 2), ('3', '2014-05-31', 2, 1), ('4', '2014-06-30', 2, 1);
  insert into unit_costs (unit_cost_id, placement_type, means, provider, pence_a_week, from_on, to_on) values
      ('1', 'U6', 'Foster placement', 'own', 7000, '2014-04-01', null), ('2', 'K2', 'Home', 'bought', 70000, '2014-04-01', null);
  insert into cla_periods (cla_id, child_key, start_date, end_date) values ('la', 1, '2013-01-01', null), ('lb', 2, '2013-01-01', '2014-05-01');
  insert into cla_placement (child_key, cla_id, start_date, end_date, placement_type, provider) values
      (1, 'la', '2013-01-01', '2014-05-22', 'U6', 'PR1'), (1, 'la', '2014-05-22', null, 'K2', 'PR4'),
      (2, 'lb', '2013-01-01', '2014-05-01', 'U6', 'PR1');
  insert into budget_months (budget_month_id, line, month, planned_pence, spent_pence) values
      ('1', 'B1', '2014-03', 100000, 100000), ('2', 'B1', '2014-04', 10000, 10000), ('3', 'B1', '2014-05', 10000, 15000);`
const world = { asAt: '2014-06-15', insert, source: 'ssd' } as const

test('fewer children in dearer placements is no saving', async () => {
  const snapshot = await measured(world, 'fi-lac-return')
  // April: 600 - 600. May: 0 + 620 - 1,210. June is not over.
  expect(await byMonth(snapshot, 'fi-lac-return.avoided')).toMatchObject({
    '2014-04': '0',
    '2014-05': '-590',
  })
  // Less £100 invested in April and £150 in May. March's was before the path.
  expect(await byMonth(snapshot, 'fi-lac-return')).toMatchObject({ '2014-04': '-100', '2014-05': '-840' })
  const parts = await allCases(snapshot, 'fi-lac-return', { period: '2014-05' })
  expect(Object.fromEntries(parts.map(({ case_id, value }) => [case_id, value]))).toEqual({
    'care if nothing had changed': 1220,
    'care paid for': -1810,
    'the investment': -250,
  })
})

test('what came back for each pound, and how many fewer children', async () => {
  const snapshot = await measured(world, 'fi-lac-return')
  const { points } = await figures(snapshot, 'fi-lac-return.per_pound', { to: '2014-05' })
  expect(points.map(({ numerator, denominator, value }) => [numerator, denominator, value])).toEqual([
    [0, 100, 0],
    [-590, 250, -2.36],
  ])
  expect(await byMonth(snapshot, 'fi-lac-return.children')).toMatchObject({ '2014-04': '0', '2014-05': '1' })
})

test('a kind without a price costs what the others cost on average', async () => {
  const withoutHomes = insert.replace(", ('2', 'K2', 'Home', 'bought', 70000, '2014-04-01', null)", '')
  const snapshot = await measured({ ...world, insert: withoutHomes }, 'fi-lac-return')
  // May: 31 nights at £10, of 62 if nothing had changed.
  expect(await byMonth(snapshot, 'fi-lac-return.avoided')).toMatchObject({ '2014-05': '310' })
})

test('children fewer than if nothing had changed are asked of the source that knows children in care', () => {
  const { needs } = seriesOf('fi-lac-return.children')!
  expect(needs[0]).toBe('cla_periods.start_date')
})
