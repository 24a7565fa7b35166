import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

/**
 * Started Friday 19 December 2014: day 10 is Wednesday 7 January 2015, day 12 Friday the 9th, day 20 Wednesday the 21st.
 * Started Monday 19 January: day 10 is Monday 2 February, after the as-at day.
 */
const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F'), (7, 'G');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date) values
      ('a1', 1, '2014-12-19', null), ('a4', 4, '2014-12-19', '2015-01-06'), ('a5', 5, '2014-12-19', '2015-01-07');
  insert into management_oversight
      (management_oversight_id, child_key, assessment_started_on, point, due_on, reviewed_on, tier, team) values
      ('A, day 10, on the point', 1, '2014-12-19', 10, '2015-01-07', '2015-01-07', 'first line', 'North'),
      ('A, day 20, two days after', 1, '2014-12-19', 20, '2015-01-21', '2015-01-23', 'senior', 'North'),
      ('B, Saturday after two days', 2, '2014-12-19', 10, '2015-01-07', '2015-01-10', 'senior', 'North'),
      ('C, never', 3, '2014-12-19', 10, '2015-01-07', null, null, 'South'),
      ('D, finished the day before', 4, '2014-12-19', 10, '2015-01-07', null, null, 'South'),
      ('E, finished on the day', 5, '2014-12-19', 10, '2015-01-07', '2015-01-02', 'first line', 'South'),
      ('F, before the start', 6, '2014-12-19', 10, '2015-01-07', '2014-12-12', 'first line', 'South'),
      ('G, the point is to come', 7, '2015-01-19', 10, '2015-02-02', null, null, 'South'),
      ('C, the template has the wrong day', 3, '2014-12-19', 20, '2015-02-21', null, null, 'South');`

test('a point is held when a manager looked by two working days after it, while the assessment was under way', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'as-review-point-held')
  expect(await casesOf(snapshot, 'as-review-point-held', '2015-01', 'yes')).toEqual([
    'A, day 10, on the point',
    'A, day 20, two days after',
    'E, finished on the day',
  ])
  // The Saturday falls on Monday's day 13. Day 20 is 21 January, whatever the template says.
  expect(await casesOf(snapshot, 'as-review-point-held', '2015-01', 'no')).toEqual([
    'B, Saturday after two days',
    'C, never',
    'C, the template has the wrong day',
  ])
  // Of the same six, one was by a senior manager in time.
  expect(await byMonth(snapshot, 'as-review-point-held.senior')).toEqual({ '2015-01': '1 of 6' })
  const { points } = await figures(snapshot, 'as-review-point-held', { by: 'detail' })
  expect(points.map(({ split, numerator, denominator }) => [split, numerator, denominator])).toEqual([
    [null, 3, 6],
    ['Day 10', 2, 4],
    ['Day 20', 1, 2],
  ])
})
