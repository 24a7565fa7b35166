import { expect, test } from 'vitest'
import { figures } from '../../figures/figure-read.ts'
import { measured } from '../../../../tests/support/measured.ts'

/** The child was with North when the plan started, and is with South now: the row of the plan says South. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'A', '2005-01-01');
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date, team, worker) values
      ('first', 1, '2013-01-01', '2013-06-30', 'North', 'SW-1'),
      ('second', 1, '2014-06-10', null, 'South', 'SW-2');
  insert into allocation (child_key, worker, team, from_date, to_date) values
      (1, 'SW-1', 'North', '2013-01-01', '2014-12-31'),
      (1, 'SW-2', 'South', '2015-01-01', null);`

const teamsIn = async (series: string, month: string) => {
  const snapshot = await measured(
    { asAt: '2015-02-28', source: 'ssd', windowFrom: '2011-01-01', insert },
    series.split('.')[0]!,
  )
  const { points } = await figures(snapshot, series, { by: 'team' })
  return points
    .filter(
      ({ period, split, denominator, value }) => period === month && split !== null && (denominator ?? value),
    )
    .map(({ split }) => split)
}

test.each([
  ['cp-rate.starts', '2014-06', 'North'],
  ['cp-repeat.ever', '2014-06', 'North'],
  ['cp-repeat.24m', '2014-06', 'North'],
  ['cp-2-years.open', '2014-11', 'North'],
  ['cp-2-years.open', '2015-02', 'South'],
])('%s of %s is in %s, the team that held the child on the day looked at', async (series, month, team) => {
  expect(await teamsIn(series, month)).toEqual([team])
})
