import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Three months after the start of a plan, and six after each review. */
const insert = `
  insert into person (child_key, person_id) values (1, 'due yesterday'), (2, 'due today'), (3, 'held'), (4, 'too few came'), (5, 'ended');
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values
      ('p1', 1, '2014-10-29', null), ('p2', 2, '2014-10-30', null), ('p3', 3, '2014-05-01', null), ('p4', 4, '2014-05-01', null), ('p5', 5, '2014-05-01', '2015-01-30');
  insert into cp_reviews (child_key, cp_plan_id, review_date, quorate) values
      (3, 'p3', '2014-08-01', true), (3, 'p3', '2015-01-30', true), (4, 'p4', '2014-07-31', true), (4, 'p4', '2015-01-29', false);`

test('names a review that was due yesterday, and says which comes', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'protection-reviews')
  expect(rows).toEqual([
    'due today: review overdue, due, from 2014-10-30, by 2015-01-30',
    'due yesterday: review overdue, overdue, from 2014-10-29, by 2015-01-29, 1 over',
    'too few came: review overdue, due, from 2014-07-31, by 2015-01-31',
  ])
})
