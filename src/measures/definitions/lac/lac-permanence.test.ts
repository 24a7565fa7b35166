import { expect, test } from 'vitest'
import { allCases } from '../../figures/case-list.ts'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/**
 * In care from Monday 22 December 2014: working day 20 is 22 January 2015, and the second review is due three months
 * later, on 22 April.
 */
const insert = `
  insert into person (child_key, person_id, dob)
      select n, 'P' || n, date '2008-01-01' from (values (1), (2), (3), (4), (5)) as t (n);
  insert into cla_periods (cla_id, child_key, start_date, end_date, entered, permanence_plan, permanence_planned_on) values
      ('on the day', 1, '2014-12-22', null, true, 'other', '2015-04-22'),
      ('a day late', 2, '2014-12-22', null, true, 'adoption', '2015-04-23'),
      ('none', 3, '2014-12-22', null, true, null, null),
      ('left on the day', 4, '2014-12-22', '2015-04-22', true, null, null),
      ('cut off', 5, '2014-12-22', null, false, 'adoption', '2014-12-22');
  insert into legal_status (child_key, legal_status, start_date) values (1, 'C2', '2014-12-22');`

test('a plan counts on or before the day the second review was due; who left by then is out', async () => {
  const snapshot = await measured({ asAt: '2015-05-31', source: 'ssd', insert }, 'lac-permanence')
  expect(await byMonth(snapshot, 'lac-permanence')).toEqual({ '2015-04': '1 of 3', '2015-05': '0 of 0' })
  expect(await casesOf(snapshot, 'lac-permanence', '2015-04', 'yes')).toEqual(['on the day'])
})

test('it is of the team that held the child on the day the second review was due', async () => {
  const held = `${insert}
    insert into allocation (child_key, worker, team, from_date, to_date) values
        (3, 'SW-1', 'Duty', '2014-12-01', '2015-01-31'), (3, 'SW-2', 'Care', '2015-02-01', null);`
  const snapshot = await measured({ asAt: '2015-05-31', source: 'ssd', insert: held }, 'lac-permanence')
  const cases = await allCases(snapshot, 'lac-permanence', { period: '2015-04' })
  expect(cases.find(({ case_id }) => case_id === 'none')).toMatchObject({ team: 'Care', worker: 'SW-2' })
})
