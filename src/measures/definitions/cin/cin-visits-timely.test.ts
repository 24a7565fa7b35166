import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/**
 * As at Saturday 31 January 2015, which falls on Monday 2 February. Of a visit on Monday 5 January day 20 is that Monday, and
 * of one on Friday 2 January Friday 30 January. Of a day in December three days of Christmas and New Year count for nothing.
 */
const asAt = '2015-01-31'
const insert = `
  insert into person (child_key, person_id, dob) select i, 'P' || i, '2008-01-01' from range(1, 9) r(i);
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values
      ('day 20', 1, '2014-06-02', null), ('day 21 by then', 2, '2014-06-02', null), ('not seen', 3, '2014-06-02', null),
      ('never visited', 4, '2014-06-02', null), ('seen on the protection plan', 5, '2014-06-02', null),
      ('new', 6, '2014-11-03', null), ('twenty days old', 7, '2014-11-03', null), ('on a protection plan', 8, '2014-06-02', null);
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) values
      ('1', 1, '2014-06-03', '2014-07-01', false), ('2', 2, '2014-06-03', '2014-07-01', false),
      ('3', 3, '2014-06-03', '2014-07-01', false), ('4', 4, '2014-06-03', '2014-07-01', false),
      ('5', 5, '2014-06-03', '2014-07-01', false), ('6', 6, '2014-11-04', '2015-01-06', false),
      ('7', 7, '2014-11-04', '2015-01-05', false), ('8', 8, '2014-06-03', '2014-07-01', false);
  insert into cin_plans (cin_plan_id, child_key, start_date) values ('n', 1, '2014-07-01');
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values
      ('p5', 5, '2014-07-01', '2014-12-15'), ('p8', 8, '2014-07-01', null);
  insert into cin_visits (child_key, visit_date, seen) values
      (1, '2015-01-05', true), (2, '2015-01-02', true), (3, '2015-01-20', false), (3, '2015-01-21', null), (8, '2015-01-20', true);
  insert into cp_visits (child_key, visit_date, seen) values (5, '2015-01-07', true);`

// On Saturday 31 January 2015 the case from 3 January has had nineteen working days (clarification C1).
test('a child is seen in time up to the twentieth working day, at a visit of any kind that saw them', async () => {
  const snapshot = await measured({ asAt, source: 'ssd', insert }, 'cin-visits-timely')
  expect(await casesOf(snapshot, 'cin-visits-timely', '2015-01', 'yes')).toEqual([
    'day 20',
    'seen on the protection plan',
  ])
  // In the cohort since 5 January is twenty working days on the Saturday; since 6 January it is not yet.
  expect(await casesOf(snapshot, 'cin-visits-timely', '2015-01', 'no')).toEqual([
    'day 21 by then',
    'never visited',
    'not seen',
  ])
})

/** In the cohort from 1 July 2014: day 20 is 29 July. Seen on 29 July, the next is due by 27 August, after the bank holiday. */
const due = `
  insert into person (child_key, person_id, dob) values (1, 'A', '2008-01-01'), (2, 'B', '2008-01-01');
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 1, '2014-06-02', '2014-10-01'), ('f', 2, '2014-06-02', '2014-07-28');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) values
      ('1', 1, '2014-06-03', '2014-07-01', false), ('2', 2, '2014-06-03', '2014-07-01', false);
  insert into cin_plans (cin_plan_id, child_key, start_date) values ('n', 1, '2014-07-01');
  insert into cin_visits (child_key, visit_date, seen) values (1, '2014-07-29', true), (1, '2014-08-27', false), (1, '2014-08-28', true);`

test('each visit sets the day of the next, and one that fell due after the case closed is not asked for', async () => {
  const snapshot = await measured({ asAt: '2014-10-31', source: 'ssd', insert: due }, 'cin-visits-timely')
  expect(await casesOf(snapshot, 'cin-visits-timely.flow', '2014-07', 'yes')).toEqual(['e-2014-07-29'])
  expect(await casesOf(snapshot, 'cin-visits-timely.flow', '2014-08', 'no')).toEqual(['e-2014-08-27'])
  // Seen on Thursday 28 August: due by 25 September, and not seen again.
  expect(await byMonth(snapshot, 'cin-visits-timely.flow')).toMatchObject({
    '2014-07': '1 of 1',
    '2014-08': '0 of 1',
    '2014-09': '0 of 1',
  })
})

test('from Annex A the day last seen is known as it is on the as-at day alone', async () => {
  const latest = `${insert.replace(/insert into (cin|cp)_visits[\s\S]*?;/g, '').replace(/insert into cin_plans[\s\S]*?;/, '')}
    update cin_episodes set last_seen_date = '2015-01-05' where child_key = 1;`
  const absent = ['cin_visits.visit_date', 'cin_plans.start_date']
  const snapshot = await measured({ asAt, insert: latest, absent }, 'cin-visits-timely')
  expect(await byMonth(snapshot, 'cin-visits-timely')).toEqual({ '2015-01': '1 of 5' })
  expect(await byMonth(snapshot, 'cin-visits-timely.flow')).toEqual({})
})
