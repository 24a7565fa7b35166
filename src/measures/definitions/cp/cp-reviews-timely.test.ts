import { expect, test } from 'vitest'
import { availability } from '../../figures/availability-read.ts'
import { casesOf, measured } from '../../../../tests/support/measured.ts'

/**
 * A plan of 30 November 2014 has its first review due on 28 February 2015, for there is no 30 February; one held on 20
 * February sets the next for 20 August.
 */
const insert = `
  insert into person (child_key, person_id) select i, 'P' || i from range(1, 13) r(i);
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date, ola) values
      ('in time', 1, '2014-11-30', null, null),
      ('a day late', 2, '2014-11-30', null, null),
      ('second a day late', 3, '2014-11-30', null, null),
      ('never', 4, '2014-11-30', null, null),
      ('too few came', 5, '2014-11-30', null, null),
      ('conference before the plan', 6, '2014-12-05', null, null),
      ('younger than three months', 7, '2015-07-01', null, null),
      ('ended before it was due', 8, '2014-11-30', '2015-02-27', null),
      ('ended at its review', 9, '2014-11-30', '2015-02-20', null),
      ('another authority''s', 10, '2014-11-30', null, true),
      ('on the last day', 11, '2014-11-30', null, null),
      ('conference that made no plan', 12, '2014-12-01', null, null);
  insert into initial_cp_conference (icpc_id, child_key, icpc_date, outcome_cp_flag) values
      ('i', 6, '2014-11-30', true), ('j', 12, '2014-11-10', false);
  insert into cp_reviews (child_key, cp_plan_id, review_date, quorate) values
      (1, 'in time', '2015-02-20', true), (1, 'in time', '2015-08-20', null),
      (2, 'a day late', '2015-03-01', true), (2, 'a day late', '2015-08-20', true),
      (3, 'second a day late', '2015-02-20', true), (3, 'second a day late', '2015-08-21', true),
      (5, 'too few came', '2015-02-20', false), (5, 'too few came', '2015-03-10', true),
      (6, 'conference before the plan', '2015-03-02', true),
      (9, 'ended at its review', '2015-02-20', true),
      (11, 'on the last day', '2015-02-28', null), (11, 'on the last day', '2015-08-28', null),
      (12, 'conference that made no plan', '2015-03-01', null);
  insert into cin_episodes (episode_id, child_key, referral_date) values ('e', 1, '2014-01-06');`

test('every review of a plan has to be in time, from the conference on and by calendar months', async () => {
  const snapshot = await measured({ asAt: '2015-08-31', source: 'ssd', insert }, 'cp-reviews-timely')
  expect(await casesOf(snapshot, 'cp-reviews-timely', '2015-08', 'yes')).toEqual([
    'conference that made no plan',
    'in time',
    'on the last day',
  ])
  expect(await casesOf(snapshot, 'cp-reviews-timely', '2015-08', 'no')).toEqual([
    'a day late',
    'conference before the plan',
    'never',
    'second a day late',
    'too few came',
  ])
  // A review that is due on the month end may still be held that day.
  expect(await casesOf(snapshot, 'cp-reviews-timely', '2015-02', 'no')).toEqual([])
  expect(await casesOf(snapshot, 'cp-reviews-timely', '2015-07', 'yes')).toEqual([
    'conference that made no plan',
    'in time',
    'on the last day',
    'second a day late',
  ])
})

test('each review that fell due is judged by itself, once the plan had not ended before', async () => {
  const snapshot = await measured({ asAt: '2015-08-31', source: 'ssd', insert }, 'cp-reviews-timely')
  expect(await casesOf(snapshot, 'cp-reviews-timely.flow', '2015-02', 'yes')).toEqual([
    'ended at its review-2015-02-28',
    'in time-2015-02-28',
    'on the last day-2015-02-28',
    'second a day late-2015-02-28',
  ])
  expect(await casesOf(snapshot, 'cp-reviews-timely.flow', '2015-02', 'no')).toEqual([
    'a day late-2015-02-28',
    'conference before the plan-2015-02-28',
    'never-2015-02-28',
    'too few came-2015-02-28',
  ])
  // The second review of the first child is due on 20 August.
  expect(await casesOf(snapshot, 'cp-reviews-timely.flow', '2015-08', 'yes')).toEqual([
    'in time-2015-08-20',
    'on the last day-2015-08-28',
  ])
  expect(await casesOf(snapshot, 'cp-reviews-timely.flow', '2015-08', 'no')).toEqual([
    'second a day late-2015-08-20',
  ])
})

test('Annex A holds the latest review alone', async () => {
  const snapshot = await measured({ asAt: '2015-08-31', insert }, 'cp-reviews-timely')
  expect((await availability(snapshot)).get('cp-reviews-timely.dfe')).toMatchObject({ available: false })
})

test('a review that fell due before the days of the source is not asked for', async () => {
  const old = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B');
    insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values
        ('old', 1, '2014-03-03', null), ('ended', 2, '2014-03-03', '2014-10-01');
    insert into cp_reviews (child_key, cp_plan_id, review_date) values (1, 'old', '2014-11-20');`
  const world = { asAt: '2015-03-31', windowFrom: '2014-07-01', source: 'ssd', insert: old } as const
  const snapshot = await measured(world, 'cp-reviews-timely')
  expect(await casesOf(snapshot, 'cp-reviews-timely', '2015-03', 'yes')).toEqual(['old'])
})
