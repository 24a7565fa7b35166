import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** The 730th day of a plan of 31 January 2013 is 30 January 2015. */
const insert = `
  insert into person (child_key, person_id) values (1, 'day 730'), (2, 'day 729'), (3, 'next month');
  insert into cp_plans (cp_plan_id, child_key, start_date) values ('p1', 1, '2013-01-31'), ('p2', 2, '2013-02-01'), ('p3', 3, '2013-03-01');`

test('names a plan on its 730th day, and says which are about to be', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'protection-two-years')
  expect(rows).toEqual([
    'day 729: two years or more, due, from 2013-02-01, by 2015-01-30',
    'day 730: two years or more, overdue, from 2013-01-31, by 2015-01-29, 1 over',
  ])
})
