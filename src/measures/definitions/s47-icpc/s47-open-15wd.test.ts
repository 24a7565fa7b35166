import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** From Friday 9 January 2015 day 15 is Friday the 30th, so that Saturday 31 January is past it. */
const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F'), (7, 'G');
  insert into s47_enquiry (s47_enquiry_id, child_key, start_date, end_date, icpc_unnecessary) values
      ('past day 15', 1, '2015-01-09', null, null), ('day 15 is Monday', 2, '2015-01-12', null, false),
      ('conference held', 3, '2014-12-01', '2014-12-08', false), ('needed none', 4, '2014-12-01', '2015-01-12', true),
      ('child has a plan', 5, '2014-12-01', null, null), ('conference booked', 6, '2014-12-01', '2014-12-08', false),
      ('needed none, no day', 7, '2014-12-01', null, true);
  insert into initial_cp_conference (icpc_id, s47_enquiry_id, child_key, icpc_date) values
      ('c3', 'conference held', 3, '2015-01-05'), ('c6', 'conference booked', 6, '2015-02-03');
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values ('p5', 5, '2015-01-12', '2015-02-28');`

test('an enquiry is open until its conference, or until it is found to need none, at each month end', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert, source: 'ssd' }, 's47-open-15wd')
  // 31 December: from Monday 1 December day 15 is Monday the 22nd. C's conference is to come, D's outcome and E's plan too.
  expect(await casesOf(snapshot, 's47-open-15wd', '2014-12')).toEqual([
    'child has a plan',
    'conference booked',
    'conference held',
    'needed none',
  ])
  expect(await casesOf(snapshot, 's47-open-15wd', '2015-01', 'yes')).toEqual([
    'conference booked',
    'past day 15',
  ])
  expect(await byMonth(snapshot, 's47-open-15wd')).toEqual({ '2014-12': '4 of 4', '2015-01': '2 of 3' })
})

test('from Annex A, which has no day of an outcome, the as-at day alone', async () => {
  const absent = ['s47_enquiry.end_date']
  const snapshot = await measured({ asAt: '2015-01-31', insert, absent }, 's47-open-15wd')
  expect(await byMonth(snapshot, 's47-open-15wd')).toEqual({ '2015-01': '2 of 3' })
})
