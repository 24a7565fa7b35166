import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Care from Wednesday 31 December 2014 has its first review by working day 20, Thursday 29 January 2015; from 2 January by the 30th. */
const insert = `
  insert into person (child_key, person_id) values (1, 'due yesterday'), (2, 'due today'), (3, 'second due'), (4, 'third due next week'), (5, 'placed to adopt');
  insert into cla_periods (cla_id, child_key, start_date) values ('c1', 1, '2014-12-31'), ('c2', 2, '2015-01-02'), ('c3', 3, '2014-09-22'), ('c4', 4, '2014-04-07'), ('c5', 5, '2014-04-07');
  insert into legal_status (child_key, cla_id, legal_status, start_date) select child_key, cla_id, 'C2', start_date from cla_periods;
  insert into cla_placement (child_key, start_date, placement_type) values (5, '2014-04-07', 'U6'), (5, '2015-01-12', 'A6');
  insert into cla_reviews (child_key, cla_id, review_date) values (3, 'c3', '2014-10-15'), (4, 'c4', '2014-05-02'), (4, 'c4', '2014-08-04'), (5, 'c5', '2014-05-02'), (5, 'c5', '2014-12-01');`

test('names a review whose day has passed, and says which comes', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'care-reviews')
  expect(rows).toEqual([
    'due today: review overdue, due, from 2015-01-02, by 2015-01-30',
    'due yesterday: review overdue, overdue, by 2015-01-29, 1 over',
    'placed to adopt: review overdue, due, from 2015-01-12, by 2015-02-09',
    'second due: review overdue, overdue, by 2015-01-15, 15 over',
    'third due next week: review overdue, due, from 2014-08-04, by 2015-02-04',
  ])
})
