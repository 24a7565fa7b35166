import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Six months after 30 July 2014 is 30 January 2015: in time on the day itself. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'six months', '1995-05-01'), (2, 'a day over', '1995-05-01'), (3, 'none', '1995-05-01'), (4, 'a day still to come', '1995-05-01'), (5, 'recent', '1995-05-01');
  insert into care_leavers (child_key, eligibility, pathway_plan_review_date) values
      (1, 'former_relevant', '2014-07-30'), (2, 'former_relevant', '2014-07-29'), (3, 'former_relevant', null), (4, 'former_relevant', '2015-03-02'), (5, 'former_relevant', '2014-12-01');`

test('names a plan that is more than six calendar months old, or missing', async () => {
  const rows = await listed({ asAt: '2015-01-30', insert }, 'pathway-plans')
  expect(rows).toEqual([
    'a day over: not in date, overdue, from 2014-07-29, by 2015-01-29, 1 over',
    'a day still to come: not in date, overdue, (its day is after the day of the figures)',
    'none: not in date, overdue, (no plan recorded)',
    'six months: not in date, due, from 2014-07-30, by 2015-01-30',
  ])
})
