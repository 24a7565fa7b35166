import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** Closed on 2 June 2014: day 183 is 2 December. */
const insert = `
  insert into person (child_key, person_id, dob) select i, 'P' || i, '2008-01-01' from range(1, 11) r(i);
  update person set dob = '1996-06-02' where child_key = 8;
  insert into cin_episodes (episode_id, child_key, referral_date, close_date, close_reason) values
      ('on day 183', 1, '2013-06-03', '2014-06-02', 'RC7'), ('on day 184', 2, '2013-06-03', '2014-06-02', 'RC9'),
      ('not back', 3, '2013-06-03', '2014-06-02', null), ('transferred', 4, '2013-06-03', '2014-06-02', 'RC5'),
      ('died', 5, '2013-06-03', '2014-06-02', 'RC2'), ('adopted', 6, '2013-06-03', '2014-06-02', 'RC1'),
      ('to adult services', 7, '2013-06-03', '2014-06-02', 'RC6'), ('came to 18', 8, '2013-06-03', '2014-06-02', 'RC7'),
      ('not in need', 9, '2014-04-01', '2014-06-02', 'RC8'), ('from a protection plan', 10, '2013-06-03', '2014-06-02', 'RC7'),
      ('back', 1, '2014-12-02', null, null);
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa)
      select 'a' || i, i, date '2013-06-04', date '2013-07-01', false from range(1, 11) r(i) where i <> 9;
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) values ('a9', 9, '2014-04-02', '2014-05-30', true);
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values ('p', 10, '2013-09-02', '2014-06-02');
  insert into referrals (referral_id, child_key, referral_date, nfa, artificial) values
      ('r1', 1, '2014-12-02', false, false), ('r2', 2, '2014-12-03', true, false), ('r3', 3, '2014-05-01', true, false);`

test('a child has come back when a new referral comes within 183 days of the case closing', async () => {
  const snapshot = await measured({ asAt: '2014-12-31', insert }, 'cin-stepdown-return')
  expect(await casesOf(snapshot, 'cin-stepdown-return', '2014-06', 'yes')).toEqual(['on day 183'])
  expect(await casesOf(snapshot, 'cin-stepdown-return', '2014-06', 'no')).toEqual(['not back', 'on day 184'])
})

test('a month has a figure once all its closings have had their 183 days', async () => {
  // The last day of June and 183 days is 30 December.
  expect(
    await byMonth(
      await measured({ asAt: '2014-12-31', insert }, 'cin-stepdown-return'),
      'cin-stepdown-return',
    ),
  ).toEqual({ '2014-06': '1 of 3' })
  expect(
    await byMonth(
      await measured({ asAt: '2014-12-30', insert }, 'cin-stepdown-return'),
      'cin-stepdown-return',
    ),
  ).not.toHaveProperty('2014-06')
})
