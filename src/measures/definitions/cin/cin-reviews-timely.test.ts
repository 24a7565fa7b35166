import { expect, test } from 'vitest'
import { availability } from '../../figures/availability-read.ts'
import { casesOf, measured } from '../../../../tests/support/measured.ts'

/**
 * As at Friday 27 February 2015. Six weeks after 16 January 2015 is that day, after 15 January the day before; twelve weeks
 * after 5 December 2014 is that day, after 4 December the day before.
 */
const children = [
  'six weeks today',
  'a day over',
  'too young',
  'twelve weeks today',
  'twelve weeks and a day',
  'a visit called a review',
  'by agencies',
  'of the plan before',
]
const insert = `
  insert into person (child_key, person_id, dob) select i, 'P' || i, '2008-01-01' from range(1, 10) r(i);
  insert into cin_episodes (episode_id, child_key, referral_date) values ${children
    .map((name, index) => `('${name}', ${index + 1}, '2014-01-06')`)
    .join(', ')};
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('closed', 9, '2014-01-06', '2014-12-01');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa)
      select 'a' || i, i, date '2014-01-07', date '2014-02-03', false from range(1, 10) r(i);
  insert into cin_plans (cin_plan_id, child_key, start_date, end_date) values
      ('1', 1, '2015-01-16', null), ('2', 2, '2015-01-15', null), ('3', 3, '2015-02-02', null),
      ('4', 4, '2014-03-03', null), ('5', 5, '2014-03-03', null), ('6', 6, '2014-03-03', null), ('7', 7, '2014-03-03', null),
      ('8a', 8, '2014-03-03', '2014-12-15'), ('8', 8, '2014-12-15', null), ('9', 9, '2014-03-03', '2014-12-01');
  insert into need_plan_reviews (need_plan_review_id, child_key, held_on, agencies, decision) values
      ('r0', 9, '2014-04-07', 'school', 'go on'),
      ('r4', 4, '2014-12-05', null, 'go on'), ('r5', 5, '2014-12-04', 'school', 'go on'),
      ('r6', 6, '2014-04-07', 'school', null), ('r6v', 6, '2015-02-02', null, null),
      ('r7', 7, '2015-01-05', 'health visitor', null), ('r8', 8, '2014-12-12', 'school', 'step down');`
const world = { asAt: '2015-02-27', source: 'ssd', insert } as const

test('a plan is reviewed in time until the day after six weeks, and then until the day after twelve', async () => {
  const snapshot = await measured(world, 'cin-reviews-timely')
  expect(await casesOf(snapshot, 'cin-reviews-timely', '2015-02', 'yes')).toEqual([
    'by agencies',
    'six weeks today',
    'twelve weeks today',
  ])
  expect(await casesOf(snapshot, 'cin-reviews-timely', '2015-02', 'no')).toEqual([
    'a day over',
    'a visit called a review',
    'of the plan before',
    'twelve weeks and a day',
  ])
})

test('there are no cases before the reviews reach twelve weeks back', async () => {
  const snapshot = await measured(world, 'cin-reviews-timely')
  const months = await snapshot.all<{ month_no: number }>('select distinct month_no from case_row order by 1')
  // The first review is of 7 April 2014, and twelve weeks on is 30 June.
  expect(months[0]).toEqual({ month_no: 2014 * 12 + 6 })
})

test('without the template there is no figure, and it says what is missing', async () => {
  const without = insert.replace(/insert into need_plan_reviews[\s\S]*?;/, '')
  const absent = ['need_plan_reviews.held_on', 'need_plan_reviews.agencies', 'need_plan_reviews.decision']
  const snapshot = await measured({ ...world, insert: without, absent }, 'cin-reviews-timely')
  expect((await availability(snapshot)).get('cin-reviews-timely')).toMatchObject({
    available: false,
    why: expect.stringContaining('captured in the template need-plan-reviews'),
  })
})
