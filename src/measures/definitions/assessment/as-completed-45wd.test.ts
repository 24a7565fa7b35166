import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { allCases } from '../../figures/case-list.ts'

/**
 * Started Friday 19 December 2014. Christmas Day, Boxing Day and New Year's Day are no working days, so day 10 is
 * Wednesday 7 January and day 45 is Wednesday 25 February 2015.
 * Started Saturday 3 January 2015: day 1 is Monday 5 January, day 45 Friday 6 March.
 */
const assessments = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, team, worker) values
      ('on day 45', 1, '2014-12-19', '2015-02-25', 'North', 'SW-1'),
      ('on day 46', 2, '2014-12-19', '2015-02-26', 'North', 'SW-1'),
      ('Friday of day 45', 3, '2015-01-03', '2015-03-06', 'South', 'SW-2'),
      ('Saturday after it', 4, '2015-01-03', '2015-03-07', 'South', null),
      ('ends before it starts', 5, '2015-02-10', '2015-02-01', 'South', 'SW-2'),
      ('authorised after the as-at day', 6, '2015-03-02', '2015-04-02', 'South', 'SW-2');`

test('an assessment is in time when authorised on the 45th working day, and late on the 46th', async () => {
  const snapshot = await measured({ asAt: '2015-03-31', insert: assessments }, 'as-completed-45wd')
  expect(await casesOf(snapshot, 'as-completed-45wd', '2015-02', 'yes')).toEqual(['on day 45'])
  expect(await casesOf(snapshot, 'as-completed-45wd', '2015-02', 'no')).toEqual(['on day 46'])
  // February: 1 of the 2 authorised. The one that ended before it started is in neither.
  expect(await byMonth(snapshot, 'as-completed-45wd')).toEqual({ '2015-02': '1 of 2', '2015-03': '1 of 2' })
})

test('an end on the Saturday after day 45 is late, though 45 working days have passed', async () => {
  const snapshot = await measured({ asAt: '2015-03-31', insert: assessments }, 'as-completed-45wd')
  const rows = await allCases(snapshot, 'as-completed-45wd.from_start', { period: '2015-03' })
  expect(rows.map(({ case_id, met, value }) => [case_id, met, value])).toEqual([
    ['Saturday after it', false, 46],
    ['Friday of day 45', true, 45],
  ])
})

test('what is authorised after the as-at day has not happened yet', async () => {
  const snapshot = await measured({ asAt: '2015-03-31', insert: assessments }, 'as-completed-45wd')
  expect(await casesOf(snapshot, 'as-completed-45wd', '2015-03')).not.toContain(
    'authorised after the as-at day',
  )
})

/**
 * Child A was referred on 25 and on 26 March and no episode of need says that A was already open, so both count.
 * Assessments started on 26 and on 31 March both follow the second referral by date; the first of them alone counts.
 */
const referred = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C');
  insert into referrals (referral_id, child_key, referral_date, artificial) values
      ('r1', 1, '2015-03-25', false), ('r2', 1, '2015-03-26', false), ('r3', 3, '2015-03-02', false);
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date) values
      ('first', 1, '2015-03-26', '2015-05-01'),
      ('second', 1, '2015-03-31', '2015-04-20'),
      ('no referral', 2, '2015-03-26', '2015-04-20'),
      ('still open', 3, '2015-03-05', null),
      ('while it is open', 3, '2015-03-20', '2015-04-10');`

test('from referral, the clock starts at the latest referral before and the first assessment alone counts', async () => {
  const snapshot = await measured({ asAt: '2015-05-31', insert: referred }, 'as-completed-45wd')
  expect(await casesOf(snapshot, 'as-completed-45wd.from_referral', '2015-04')).toEqual([])
  const rows = await allCases(snapshot, 'as-completed-45wd.from_referral', { period: '2015-05' })
  // 26 March to 1 May 2015 is 26 weekdays, less Good Friday and Easter Monday: 24 working days.
  expect(rows.map(({ case_id, met, value }) => [case_id, met, value])).toEqual([['first', true, 24]])
})

test('from the start, every authorised assessment counts whatever led to it', async () => {
  const snapshot = await measured({ asAt: '2015-05-31', insert: referred }, 'as-completed-45wd')
  expect(await byMonth(snapshot, 'as-completed-45wd.from_start')).toEqual({
    '2015-04': '3 of 3',
    '2015-05': '1 of 1',
  })
})
