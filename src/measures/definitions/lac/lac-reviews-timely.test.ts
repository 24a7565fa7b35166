import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/**
 * Care from Monday 22 December 2014: Christmas Day, Boxing Day and New Year's Day are no working days, so working day 20
 * is Thursday 22 January 2015 (the convention's own example).
 */
const insert = `
  insert into person (child_key, person_id, dob) values
      (1, 'A', '2008-01-01'), (2, 'B', '2008-01-01'), (3, 'C', '2008-01-01'), (4, 'D', '2008-01-01'),
      (5, 'E', '2008-01-01'), (6, 'F', '2008-01-01'), (7, 'G', '2008-01-01');
  insert into cla_periods (cla_id, child_key, start_date, end_date, team) values
      ('in time', 1, '2014-12-22', null, 'North'),
      ('first late', 2, '2014-12-22', null, 'North'),
      ('never', 3, '2014-12-22', null, 'North'),
      ('left on day 20', 4, '2014-12-22', '2015-01-22', 'North'),
      ('placed to adopt', 5, '2014-12-22', null, 'North'),
      ('was away two nights', 6, '2014-12-22', '2015-01-05', 'North'),
      ('back', 6, '2015-01-07', null, 'North'),
      ('moved', 7, '2014-12-22', null, 'North');
  insert into legal_status (child_key, cla_id, legal_status, start_date) values (1, 'in time', 'C2', '2014-12-22');
  insert into cla_placement (child_key, cla_id, start_date, end_date, placement_type) values
      (5, 'placed to adopt', '2014-12-22', '2015-03-02', 'U6'), (5, 'placed to adopt', '2015-03-02', null, 'A6'),
      (7, 'moved', '2014-12-22', '2015-01-15', 'U6'), (7, 'moved', '2015-01-15', null, 'K2');
  insert into cla_reviews (child_key, cla_id, review_date) values
      -- Day 20; three months; the 30th in place of a 31st that is not there is the last day of the month: see below.
      (1, 'in time', '2015-01-22'), (1, 'in time', '2015-04-22'), (1, 'in time', '2015-10-22'),
      (2, 'first late', '2015-01-23'), (2, 'first late', '2015-04-23'),
      -- A review in the cycle of care, then within 4 weeks of the placement (30 March), 3 months, 6 months.
      (5, 'placed to adopt', '2015-01-22'), (5, 'placed to adopt', '2015-03-30'), (5, 'placed to adopt', '2015-06-30'),
      (6, 'back', '2015-02-04'),
      -- A move starts no clock: day 20 is still 22 January.
      (7, 'moved', '2015-02-02'),
      -- Booked after the as-at day.
      (3, 'never', '2015-11-20');`
const world = { asAt: '2015-10-31', source: 'ssd', insert } as const

test('the first review is due by working day 20 of care, the second in three months, others in six', async () => {
  const snapshot = await measured(world, 'lac-reviews-timely')
  // 'left on day 20' was not looked after at the end of it. Working day 20 after Wednesday 7 January is 4 February.
  expect(await casesOf(snapshot, 'lac-reviews-timely.flow', '2015-01', 'yes')).toEqual([
    'in time-review-1',
    'placed to adopt-review-1',
  ])
  expect(await casesOf(snapshot, 'lac-reviews-timely.flow', '2015-01', 'no')).toEqual([
    'first late-review-1',
    'moved-review-1',
    'never-review-1',
  ])
  expect(await casesOf(snapshot, 'lac-reviews-timely.flow', '2015-02')).toEqual(['back-review-1'])
  // Three months after 22 January, and after 23 January though that was late: both held on the day.
  expect(await casesOf(snapshot, 'lac-reviews-timely.flow', '2015-04', 'yes')).toEqual([
    'first late-review-2',
    'in time-review-2',
  ])
  expect(await casesOf(snapshot, 'lac-reviews-timely.flow', '2015-10', 'yes')).toEqual(['in time-review-3'])
  // Six months after 23 April.
  expect(await casesOf(snapshot, 'lac-reviews-timely.flow', '2015-10', 'no')).toEqual(['first late-review-3'])
})

test('a placement for adoption begins the cycle anew: four weeks, then three months', async () => {
  const snapshot = await measured(world, 'lac-reviews-timely')
  // 2 March and 28 days is 30 March; the review of care that would have been due on 22 April is not.
  expect(await casesOf(snapshot, 'lac-reviews-timely.flow', '2015-03', 'yes')).toEqual([
    'placed to adopt-adoption-review-1',
  ])
  expect(await casesOf(snapshot, 'lac-reviews-timely.flow', '2015-06', 'yes')).toEqual([
    'placed to adopt-adoption-review-2',
  ])
})

test('a child counts from the day after day 20, and is late while a review was overdue in the twelve months', async () => {
  const snapshot = await measured(world, 'lac-reviews-timely')
  expect(await casesOf(snapshot, 'lac-reviews-timely', '2014-12')).toEqual([])
  // At 31 January 'back' is at day 17 of its own period.
  expect(await casesOf(snapshot, 'lac-reviews-timely', '2015-01', 'yes')).toEqual([
    'in time',
    'placed to adopt',
  ])
  expect(await casesOf(snapshot, 'lac-reviews-timely', '2015-01', 'no')).toEqual([
    'first late',
    'moved',
    'never',
  ])
  expect(await casesOf(snapshot, 'lac-reviews-timely', '2015-03', 'yes')).toEqual([
    'back',
    'in time',
    'placed to adopt',
  ])
  // Back's second review was due on 4 May.
  expect(await casesOf(snapshot, 'lac-reviews-timely', '2015-05', 'yes')).toEqual([
    'in time',
    'placed to adopt',
  ])
})

test('a review that was late is forgotten twelve months after it was held', async () => {
  const later = await measured({ ...world, asAt: '2016-02-29' }, 'lac-reviews-timely')
  // Held on 23 January 2015, a day late: overdue in the year to 31 December 2015, not in that to 31 January 2016; but
  // the third, due on 23 October 2015, is overdue still.
  expect(await casesOf(later, 'lac-reviews-timely', '2016-01', 'yes')).toEqual(['in time'])
  const held = await measured(
    {
      asAt: '2016-02-29',
      source: 'ssd',
      insert: `${insert} insert into cla_reviews (child_key, review_date) values (2, '2015-10-23');`,
    },
    'lac-reviews-timely',
  )
  expect(await casesOf(held, 'lac-reviews-timely', '2015-12', 'yes')).toEqual(['in time'])
  expect(await casesOf(held, 'lac-reviews-timely', '2016-01', 'yes')).toEqual(['first late', 'in time'])
})

test('three months after 30 November is the last day of February', async () => {
  const snapshot = await measured(
    {
      asAt: '2015-03-31',
      source: 'ssd',
      insert: `
        insert into person (child_key, person_id) values (1, 'A');
        insert into cla_periods (cla_id, child_key, start_date) values ('a', 1, '2014-11-03');
        insert into cla_periods (cla_id, child_key, start_date, end_date) values ('error', 1, '2013-06-01', '2013-01-01');
        insert into legal_status (child_key, legal_status, start_date) values (1, 'C2', '2014-11-03');
        insert into cla_reviews (child_key, review_date) values (1, '2014-11-30'), (1, '2015-02-28');`,
    },
    'lac-reviews-timely',
  )
  expect(await casesOf(snapshot, 'lac-reviews-timely.flow', '2015-02', 'yes')).toEqual(['a-review-2'])
})

test('of care that began before the files the first review is timed by what the case system says was due', async () => {
  const snapshot = await measured(
    {
      asAt: '2015-12-31',
      source: 'ssd',
      windowFrom: '2015-01-01',
      insert: `
        insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C');
        insert into cla_periods (cla_id, child_key, start_date) values
            ('late by its own day', 1, '2012-11-03'), ('no day', 2, '2012-11-03'), ('no review', 3, '2012-11-03');
        insert into cla_periods (cla_id, child_key, start_date, end_date) values ('error', 1, '2013-06-01', '2013-01-01');
        insert into legal_status (child_key, legal_status, start_date) values (1, 'C2', '2012-11-03');
        insert into cla_reviews (child_key, review_date, due_date) values
            (1, '2015-03-04', '2015-03-02'), (1, '2015-09-04', '2015-09-04'), (2, '2015-07-01', null);`,
    },
    'lac-reviews-timely',
  )
  expect(await casesOf(snapshot, 'lac-reviews-timely.flow', '2015-03', 'no')).toEqual([
    'late by its own day-review-1',
  ])
  // Six months after the first, and at the latest six months into the days that the files promise.
  expect(await casesOf(snapshot, 'lac-reviews-timely.flow', '2015-09', 'yes')).toEqual([
    'late by its own day-review-2',
  ])
  expect(await byMonth(snapshot, 'lac-reviews-timely.flow')).toMatchObject({ '2015-07': '1 of 2' })
  // The first month end whose twelve months the files promise is that of December; there, only 'no day' was never late.
  expect(await byMonth(snapshot, 'lac-reviews-timely')).toEqual({ '2015-12': '1 of 3' })
})

test('no review is due in a series of short breaks', async () => {
  const breaks = `
    insert into person (child_key, person_id, dob) values (1, 'A', '2008-01-01'), (2, 'B', '2008-01-01'), (3, 'C', '2008-01-01');
    insert into cla_periods (cla_id, child_key, start_date, end_date) values
        ('short breaks', 1, '2014-12-22', null), ('care', 2, '2014-12-22', null), ('left', 3, '2014-01-02', '2014-01-03');
    insert into legal_status (child_key, cla_id, legal_status, start_date) values
        (1, 'short breaks', 'V4', '2014-12-22'), (2, 'care', 'V2', '2014-12-22');
    insert into cla_reviews (child_key, cla_id, review_date) values (2, 'care', '2015-01-22');`
  const snapshot = await measured({ asAt: '2015-01-31', source: 'ssd', insert: breaks }, 'lac-reviews-timely')
  expect(await casesOf(snapshot, 'lac-reviews-timely.flow', '2015-01')).toEqual(['care-review-1'])
})
