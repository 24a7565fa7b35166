import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Friday 30 January 2015 is working day 10 after the 16th, and day 11 after the 15th. */
const insert = `
  insert into person (child_key, person_id) values (1, 'day 10'), (2, 'day 11'), (3, 'never'), (4, 'new plan'), (5, 'plan ended');
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values
      ('p1', 1, '2014-06-02', null), ('p2', 2, '2014-06-02', null), ('p3', 3, '2015-01-12', null), ('p4', 4, '2015-01-19', null), ('p5', 5, '2014-06-02', '2015-01-20');
  insert into cp_visits (child_key, cp_plan_id, visit_date, seen) values
      (1, 'p1', '2015-01-16', true), (2, 'p2', '2015-01-15', true), (2, 'p2', '2015-01-29', false), (3, 'p3', '2015-01-09', true);`

test('names a child on a plan who was last seen 11 working days ago or never', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'protection-visits')
  expect(rows).toEqual([
    'day 10: not seen in time, due, from 2015-01-16, by 2015-01-30',
    'day 11: not seen in time, overdue, from 2015-01-15, by 2015-01-29, 1 over',
    'never: not seen in time, overdue, from 2015-01-12, by 2015-01-26, 4 over, (never seen since the plan started)',
  ])
})
