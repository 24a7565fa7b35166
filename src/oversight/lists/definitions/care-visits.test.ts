import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** 42 days before Friday 30 January 2015 is 19 December 2014; a week before is the 23rd. */
const insert = `
  insert into person (child_key, person_id) values (1, '42 days'), (2, '43 days'), (3, 'moved a week ago'), (4, 'moved 8 days ago'), (5, 'seen before the move'), (6, 'never');
  insert into cla_periods (cla_id, child_key, start_date, uasc) select 'c' || child_key, child_key, '2014-03-03', false from person;
  insert into legal_status (child_key, cla_id, legal_status, start_date) select child_key, 'c' || child_key, 'C2', '2014-03-03' from person;
  insert into cla_placement (child_key, start_date) values (3, '2014-03-03'), (3, '2015-01-23'), (4, '2014-03-03'), (4, '2015-01-22'), (5, '2014-03-03'), (5, '2015-01-08');
  insert into cla_visits (child_key, visit_date, seen) values (1, '2014-12-19', true), (2, '2014-12-18', true), (3, '2015-01-20', true), (4, '2015-01-20', true), (5, '2015-01-07', true);`

test('names a child who was last seen 43 days ago, or who was not seen in the week after a move', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'care-visits')
  expect(rows).toEqual([
    '42 days: not seen in time, due, from 2014-12-19, by 2015-01-30',
    '43 days: not seen in time, overdue, from 2014-12-18, by 2015-01-29, 1 over',
    'moved 8 days ago: not seen in time, overdue, from 2015-01-22, by 2015-01-29, 1 over, (not seen since the move)',
    'moved a week ago: not seen in time, due, from 2015-01-23, by 2015-01-30, (not seen since the move)',
    'never: not seen in time, overdue, from 2014-03-03, by 2014-03-10, 326 over, (not seen since care began)',
    'seen before the move: not seen in time, overdue, from 2015-01-08, by 2015-01-15, 15 over, (not seen since the move)',
  ])
})
