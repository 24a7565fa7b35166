import { expect, test } from 'vitest'
import { allCases } from '../../figures/case-list.ts'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const person = `insert into person (child_key, person_id) select i, 'P' || i from range(1, 10) r(i);`

/**
 * A conference on Monday 5 January 2015: Friday 2 January is the first working day before it, Wednesday 31 December the
 * second and Tuesday 30 December the third, for New Year's Day is none.
 */
const shared = `${person}
  insert into conference_attendance
      (conference_attendance_id, meeting, child_key, kind, booked_on, held_on, report_to_chair_on, report_shared_on) values
      ('third day before', 'm1', 1, 'initial conference', '2015-01-05', '2015-01-05', '2014-12-30', '2014-12-30'),
      ('second day before', 'm1', 2, 'initial conference', '2015-01-05', '2015-01-05', '2014-12-30', '2014-12-31'),
      ('never', 'm1', 3, 'initial conference', '2015-01-05', '2015-01-05', null, null),
      ('on the day', 'm1', 4, 'initial conference', '2015-01-05', '2015-01-05', '2015-01-05', '2015-01-05'),
      ('on a Sunday, in time', 'm2', 5, 'initial conference', '2015-01-07', '2015-01-07', null, '2014-12-28'),
      ('on the Sunday after the third day', 'm2', 9, 'initial conference', '2015-01-07', '2015-01-07', null, '2015-01-04'),
      ('fifth day before', 'm3', 6, 'review conference', '2015-01-16', '2015-01-16', '2015-01-09', '2015-01-09'),
      ('fourth day before', 'm3', 7, 'review conference', '2015-01-16', '2015-01-16', '2015-01-12', '2015-01-12'),
      ('booked', 'm4', 8, 'initial conference', '2015-02-10', null, null, null),
      ('of a looked-after child', 'm5', 9, 'care review', '2015-01-16', '2015-01-16', '2015-01-09', '2015-01-09');`

test('a report is in time on the third working day before an initial conference, and the fifth before a review', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert: shared }, 'cp-report-shared')
  const of = (key: string, met: 'yes' | 'no') => casesOf(snapshot, `cp-report-shared.${key}`, '2015-01', met)
  expect(await of('icpc', 'yes')).toEqual(['on a Sunday, in time', 'third day before'])
  expect(await of('icpc', 'no')).toEqual([
    'never',
    'on the Sunday after the third day',
    'on the day',
    'second day before',
  ])
  expect(await of('rcpc', 'yes')).toEqual(['fifth day before'])
  expect(await of('rcpc', 'no')).toEqual(['fourth day before'])
  expect(await of('to_chair', 'yes')).toEqual(['fifth day before', 'second day before', 'third day before'])
  const rows = await allCases(snapshot, 'cp-report-shared.icpc', { period: '2015-01' })
  expect(new Map(rows.map(({ case_id, value }) => [case_id, value]))).toEqual(
    new Map([
      ['third day before', 3],
      ['second day before', 2],
      ['on the day', 0],
      ['never', null],
      ['on the Sunday after the third day', 2],
      ['on a Sunday, in time', 6],
    ]),
  )
})

/** Four working days before an initial conference from 7 January on, and two before a review from the 16th on. */
const standards = `${shared}
  insert into report_standards (report_standard_id, kind, working_days_before, holds_from) values
      ('s1', 'initial conference', 4, '2015-01-07'), ('s2', 'review conference', 2, '2015-01-16'), ('s3', 'review conference', 9, '2015-01-17');
  insert into conference_attendance
      (conference_attendance_id, meeting, child_key, kind, booked_on, held_on, report_to_chair_on, report_shared_on) values
      ('third day, of four', 'm6', 1, 'initial conference', '2015-01-07', '2015-01-07', null, '2015-01-02'),
      ('fourth day, of four', 'm6', 2, 'initial conference', '2015-01-07', '2015-01-07', null, '2014-12-31');`

test('a dated standard of the council’s own holds for meetings from its day on, and not for those before', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert: standards }, 'cp-report-shared')
  const of = (key: string, met: 'yes' | 'no') => casesOf(snapshot, `cp-report-shared.${key}`, '2015-01', met)
  expect(await of('icpc', 'yes')).toEqual(['fourth day, of four', 'on a Sunday, in time', 'third day before'])
  expect(await of('rcpc', 'yes')).toEqual(['fifth day before', 'fourth day before'])
  // The chair's days are no part of it.
  expect(await of('to_chair', 'yes')).toEqual(['fifth day before', 'second day before', 'third day before'])
})

const attended = `${person}
  insert into conference_attendance
      (conference_attendance_id, meeting, child_key, kind, booked_on, held_on, worker, worker_attended, attended_instead) values
      ('came', 'm1', 1, 'initial conference', '2015-01-05', '2015-01-05', 'SW-1', true, null),
      ('duty worker', 'm1', 2, 'initial conference', '2015-01-05', '2015-01-05', 'SW-2', false, 'duty worker'),
      ('blank', 'm2', 3, 'initial conference', '2015-01-06', '2015-01-06', 'SW-2', null, null),
      ('nobody allocated', 'm3', 4, 'initial conference', '2015-01-07', '2015-01-07', null, true, null),
      ('brother', 'm4', 5, 'review conference', '2015-01-08', '2015-01-08', 'SW-1', true, null),
      ('sister', 'm4', 6, 'review conference', '2015-01-08', '2015-01-08', 'SW-1', true, null),
      ('booked', 'm5', 7, 'initial conference', '2015-02-10', null, 'SW-1', null, null);`

test('the child’s own worker alone counts, and a blank is not attended', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert: attended }, 'cp-sw-attended')
  expect(await casesOf(snapshot, 'cp-sw-attended', '2015-01', 'yes')).toEqual(['came'])
  expect(await casesOf(snapshot, 'cp-sw-attended', '2015-01', 'no')).toEqual([
    'blank',
    'duty worker',
    'nobody allocated',
  ])
  const [duty] = await allCases(snapshot, 'cp-sw-attended', {
    period: '2015-01',
    split: { by: 'detail', value: 'duty worker' },
  })
  expect(duty?.case_id).toBe('duty worker')
})

test('brothers and sisters count once each, and their meeting once next to it', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert: attended }, 'cp-sw-attended')
  expect(await byMonth(snapshot, 'cp-sw-attended.rcpc')).toEqual({ '2015-01': '2 of 2' })
  expect(await byMonth(snapshot, 'cp-sw-attended.rcpc_meetings')).toEqual({ '2015-01': '1 of 1' })
  // The first meeting had one child's own worker of two.
  expect(await byMonth(snapshot, 'cp-sw-attended.icpc_meetings')).toEqual({ '2015-01': '0 of 3' })
})
