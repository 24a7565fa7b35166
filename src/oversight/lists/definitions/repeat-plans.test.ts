import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** In January 2015 three plans start. */
const insert = `
  insert into person (child_key, person_id) values (1, 'again'), (2, 'first'), (3, 'earlier one in no file'), (4, 'again in December');
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date, previous_plans) values
      ('p0', 1, '2012-03-05', '2012-11-30', 0), ('p1', 1, '2015-01-12', null, 1), ('p2', 2, '2015-01-12', null, 0), ('p3', 3, '2015-01-30', null, 2),
      ('p4', 4, '2013-01-07', '2013-06-03', 0), ('p4b', 4, '2014-12-31', null, 1);`

test('shows every plan of a child who is on one again', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'repeat-plans')
  expect(rows).toEqual([
    'again: planned again, overdue, from 2015-01-12, (2 plans: 5 March 2012 to 30 November 2012; 12 January 2015, still open)',
    'earlier one in no file: planned again, overdue, from 2015-01-30, (the earlier plan is in no file; this one: 30 January 2015, still open)',
  ])
})
