import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** Three working days before Monday 5 January 2015 is Tuesday 30 December 2014 (New Year's Day is none). */
const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E');
  insert into conference_attendance
      (conference_attendance_id, child_key, kind, booked_on, held_on, team, worker, worker_attended, attended_instead, report_shared_on)
  values
      ('three days', 1, 'care review', '2015-01-05', '2015-01-05', 'North', 'SW-1', true, null, '2014-12-30'),
      ('two days', 2, 'care review', '2015-01-05', '2015-01-05', 'North', 'SW-1', false, 'duty worker', '2014-12-31'),
      ('nobody knows', 3, 'care review', '2015-01-05', '2015-01-05', 'North', null, null, null, null),
      ('shown afterwards', 4, 'care review', '2015-01-05', '2015-01-05', 'North', 'SW-2', true, null, '2015-01-12'),
      ('a conference', 5, 'review conference', '2015-01-05', '2015-01-05', 'North', 'SW-2', true, null, '2014-12-20'),
      ('to come', 5, 'care review', '2015-02-03', null, 'North', 'SW-2', null, null, null);`

test('blank is not attended, other meetings do not count, and a report is in time three working days before', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'lac-review-sw')
  expect(await byMonth(snapshot, 'lac-review-sw')).toEqual({ '2015-01': '2 of 4' })
  expect(await casesOf(snapshot, 'lac-review-sw.attended', '2015-01', 'no')).toEqual([
    'nobody knows',
    'two days',
  ])
  expect(await casesOf(snapshot, 'lac-review-sw.report', '2015-01', 'yes')).toEqual(['three days'])
  expect(await byMonth(snapshot, 'lac-review-sw.report')).toEqual({ '2015-01': '1 of 4' })
})

test('a report shared at a weekend counts from Monday, and a dated standard holds from its day on', async () => {
  const rows = `
    insert into report_standards (report_standard_id, kind, working_days_before, holds_from) values ('s1', 'care review', 1, '2015-01-20');
    insert into person (child_key, person_id) values (6, 'F'), (7, 'G');
    insert into conference_attendance
        (conference_attendance_id, child_key, kind, booked_on, held_on, worker_attended, report_shared_on)
    values
        ('Saturday before Wednesday', 6, 'care review', '2015-01-14', '2015-01-14', true, '2015-01-10'),
        ('the day before, by the new standard', 7, 'care review', '2015-01-21', '2015-01-21', true, '2015-01-20');`
  const snapshot = await measured({ asAt: '2015-01-31', insert: insert + rows }, 'lac-review-sw')
  expect(await casesOf(snapshot, 'lac-review-sw.report', '2015-01', 'yes')).toEqual([
    'the day before, by the new standard',
    'three days',
  ])
})
