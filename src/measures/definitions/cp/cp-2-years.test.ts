import { expect, test } from 'vitest'
import { casesOf, measured } from '../../../../tests/support/measured.ts'

/** The day a plan starts is day 1, so a plan of 1 April 2013 is on day 730 on 31 March 2015. */
const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E');
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values
      ('day 730', 1, '2013-04-01', null),
      ('day 729', 2, '2013-04-02', null),
      ('ended on day 730', 3, '2013-03-02', '2015-03-01'),
      ('ended on day 729', 4, '2013-03-03', '2015-03-01'),
      ('began again', 5, '2012-01-01', '2015-02-28'), ('began again, second', 5, '2015-03-01', null);`

test('a plan has lasted two years from its 730th day, the first and the last day counted', async () => {
  const snapshot = await measured({ asAt: '2015-03-31', insert }, 'cp-2-years')
  expect(await casesOf(snapshot, 'cp-2-years.open', '2015-03', 'yes')).toEqual(['day 730'])
  expect(await casesOf(snapshot, 'cp-2-years.open', '2015-03', 'no')).toEqual([
    'began again, second',
    'day 729',
  ])
  expect(await casesOf(snapshot, 'cp-2-years.ended', '2015-03', 'yes')).toEqual(['ended on day 730'])
  expect(await casesOf(snapshot, 'cp-2-years.ended', '2015-03', 'no')).toEqual(['ended on day 729'])
})
