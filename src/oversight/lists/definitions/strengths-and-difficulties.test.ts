import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** The child is four until 15 January 2015. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'in the year', '2005-01-01'), (2, 'a year ago', '2005-01-01'), (3, 'never', '2005-01-01'), (4, 'just five', '2010-01-15'), (5, 'still four', '2010-02-15');
  insert into cla_periods (cla_id, child_key, start_date, uasc) select 'c' || child_key, child_key, '2013-12-02', false from person;
  insert into legal_status (child_key, cla_id, legal_status, start_date) select child_key, 'c' || child_key, 'C2', '2013-12-02' from person;
  insert into sdq_scores (child_key, completed_date, score) values (1, '2014-01-31', 12), (2, '2014-01-30', 9);`

test('asks for a score by the end of a year in care, and not before the fifth birthday', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'strengths-and-difficulties')
  expect(rows).toEqual([
    'a year ago: no score in the year, overdue, from 2014-01-30, by 2015-01-29, 1 over',
    'in the year: no score in the year, due, from 2014-01-31, by 2015-01-30',
    'just five: no score in the year, overdue, from 2013-12-02, by 2015-01-14, 16 over, (never scored)',
    'never: no score in the year, overdue, from 2013-12-02, by 2014-12-01, 60 over, (never scored)',
  ])
})
