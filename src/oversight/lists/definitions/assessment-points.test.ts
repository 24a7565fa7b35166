import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Friday 30 January 2015 is working day 45 of an assessment of 25 November 2014, day 46 of one of the 24th, day 10 of one of 16 January. */
const insert = `
  insert into person (child_key, person_id) values (1, 'day 45'), (2, 'day 46'), (3, 'day 10'), (4, 'day 11'), (5, 'finished today'), (6, 'new');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date) values
      ('a1', 1, '2014-11-25', null), ('a2', 2, '2014-11-24', null), ('a3', 3, '2015-01-16', null), ('a4', 4, '2015-01-15', null),
      ('a5', 5, '2014-11-03', '2015-01-30'), ('a6', 6, '2015-01-30', null);`

test('names the gravest point an assessment is past, and what falls due in ten working days', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'assessment-points')
  expect(rows).toEqual([
    'day 10: day 10, due, from 2015-01-16, by 2015-01-30',
    'day 11: day 10, overdue, from 2015-01-15, by 2015-01-29, 1 over',
    'day 11: day 20, due, from 2015-01-15, by 2015-02-12',
    'day 45: day 10, overdue, from 2014-11-25, by 2014-12-09, 35 over',
    'day 45: day 20, overdue, from 2014-11-25, by 2014-12-23, 25 over',
    'day 45: day 35, overdue, from 2014-11-25, by 2015-01-16, 10 over',
    'day 45: day 45, due, from 2014-11-25, by 2015-01-30',
    'day 46: day 10, overdue, from 2014-11-24, by 2014-12-08, 36 over',
    'day 46: day 20, overdue, from 2014-11-24, by 2014-12-22, 26 over',
    'day 46: day 35, overdue, from 2014-11-24, by 2015-01-15, 11 over',
    'day 46: day 45, overdue, from 2014-11-24, by 2015-01-29, 1 over',
  ])
})
