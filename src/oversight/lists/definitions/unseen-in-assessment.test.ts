import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Friday 30 January 2015 is working day 11 of an assessment of the 15th, and day 10 of one of the 16th. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'day 11', '2010-01-01'), (2, 'day 10', '2010-01-01'), (3, 'seen since', '2010-01-01'), (4, 'not there when visited', '2010-01-01'), (5, 'unborn', null);
  update person set expected_dob = '2015-04-01' where child_key = 5;
  insert into cin_assessments (assessment_id, child_key, start_date) values
      ('a1', 1, '2015-01-15'), ('a2', 2, '2015-01-16'), ('a3', 3, '2015-01-15'), ('a4', 4, '2015-01-05'), ('a5', 5, '2015-01-05');
  insert into cin_visits (child_key, visit_date, seen) values (3, '2015-01-29', true), (4, '2015-01-20', false), (1, '2015-01-14', true);`

test('names a child who was not seen by the end of working day 10', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'unseen-in-assessment')
  expect(rows).toEqual([
    'day 11: not seen, overdue, from 2015-01-15, by 2015-01-29, 1 over',
    'not there when visited: not seen, overdue, from 2015-01-05, by 2015-01-19, 9 over',
  ])
})
