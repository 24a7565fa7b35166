import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Friday 30 January 2015 is working day 16 of an enquiry of the 8th, and day 15 of one of the 9th. */
const insert = `
  insert into person (child_key, person_id) values (1, 'day 16'), (2, 'day 15'), (3, 'on a plan'), (4, 'conference held'), (5, 'day 4');
  insert into s47_enquiry (s47_enquiry_id, child_key, start_date, icpc_unnecessary) values
      ('q1', 1, '2015-01-08', false), ('q2', 2, '2015-01-09', false), ('q3', 3, '2015-01-05', false), ('q4', 4, '2015-01-05', false), ('q5', 5, '2015-01-26', false);
  insert into cp_plans (cp_plan_id, child_key, start_date) values ('p3', 3, '2014-06-02');
  insert into initial_cp_conference (icpc_id, s47_enquiry_id, child_key, icpc_date) values ('i4', 'q4', 4, '2015-01-29');`

test('names an enquiry that is open after day 15, unless a plan protects the child', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'enquiries-open')
  expect(rows).toEqual([
    'day 15: past day 15, due, from 2015-01-09, by 2015-01-30',
    'day 16: past day 15, overdue, from 2015-01-08, by 2015-01-29, 1 over',
  ])
})
