import { expect, test } from 'vitest'
import { allCases } from '../../figures/case-list.ts'
import { availability } from '../../figures/availability-read.ts'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/**
 * As at Friday 27 February 2015, when working day 10 back is Friday 13 February. Of an assessment authorised on Friday 30
 * January, day 10 is Friday 13 February.
 */
const insert = `
  insert into person (child_key, person_id, dob, expected_dob) select i, 'P' || i, '2008-01-01', null from range(1, 12) r(i);
  update person set dob = '1997-02-27' where child_key = 10;
  update person set dob = null, expected_dob = '2015-05-01' where child_key = 11;
  insert into cin_episodes (episode_id, child_key, referral_date, close_date, primary_need_code) values
      ('by day 10', 1, '2015-01-05', null, 'N1'), ('on day 11', 2, '2015-01-05', null, 'N1'),
      ('no plan', 3, '2015-01-05', null, 'N2'), ('too early to ask', 4, '2015-01-05', null, null),
      ('plan ended', 5, '2015-01-05', null, 'N1'), ('stepped down', 6, '2014-01-06', null, 'N1'),
      ('on a protection plan', 7, '2014-01-06', null, 'N1'), ('looked after', 8, '2014-01-06', null, 'N1'),
      ('not in need', 9, '2015-01-05', null, 'N1'), ('eighteen today', 10, '2015-01-05', null, 'N1'),
      ('unborn', 11, '2015-01-05', null, 'N1'), ('closed', 9, '2013-01-07', '2013-06-03', 'N1');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) select
      'a' || i, i, date '2015-01-06', case when i = 4 then date '2015-02-16' else date '2015-01-30' end, i = 9 from range(1, 12) r(i);
  insert into cin_plans (cin_plan_id, child_key, episode_id, start_date, end_date) values
      ('1', 1, 'by day 10', '2015-02-13', null), ('2', 2, 'on day 11', '2015-02-16', null),
      ('5', 5, 'plan ended', '2015-02-02', '2015-02-20'), ('6', 6, 'stepped down', '2015-02-05', null),
      ('7', 7, 'on a protection plan', '2015-02-02', null), ('8', 8, 'looked after', '2015-02-02', null),
      ('10', 10, 'eighteen today', '2015-02-02', null), ('11', 11, 'unborn', '2015-01-20', null);
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values
      ('p6', 6, '2014-02-03', '2015-02-02'), ('p7', 7, '2014-02-03', null);
  insert into cla_periods (cla_id, child_key, start_date) values ('l8', 8, '2015-02-16');`
const asAt = '2015-02-27'

test('a child is on a child in need plan with a plan or the need of one, and in no weightier cohort; under 18, or unborn', async () => {
  const snapshot = await measured({ asAt, source: 'ssd', insert }, 'cin-plan-cohort')
  expect(await casesOf(snapshot, 'cin-plan-cohort', '2015-02')).toEqual([
    'by day 10',
    'no plan',
    'on day 11',
    'plan ended',
    'stepped down',
    'too early to ask',
    'unborn',
  ])
  const split = { by: 'detail', value: 'a disabled child’s plan' } as const
  const apart = await allCases(snapshot, 'cin-plan-cohort', { period: '2015-02', split })
  expect(apart.map(({ case_id }) => case_id)).toEqual(['no plan'])
  // On the last day of January child 8 was not yet looked after, child 10 was 17, and child 4 was in assessment.
  expect(await casesOf(snapshot, 'cin-plan-cohort', '2015-01')).toEqual([
    'by day 10',
    'eighteen today',
    'looked after',
    'no plan',
    'on day 11',
    'plan ended',
    'unborn',
  ])
})

test('a plan is in place when one began by the tenth working day and one is open', async () => {
  const snapshot = await measured({ asAt, source: 'ssd', insert }, 'cin-plan-in-place')
  expect(await casesOf(snapshot, 'cin-plan-in-place', '2015-02', 'yes')).toEqual([
    'by day 10',
    'stepped down',
    'unborn',
  ])
  // Child 4 was assessed on 16 February, nine working days before.
  expect(await casesOf(snapshot, 'cin-plan-in-place', '2015-02', 'no')).toEqual([
    'no plan',
    'on day 11',
    'plan ended',
  ])
})

const annexA = insert.replace(/insert into cin_plans[\s\S]*?;/, '')

test('from Annex A an assessment says who is in need, and nothing says when a plan began', async () => {
  const snapshot = await measured({ asAt, insert: annexA }, 'cin-plan-cohort', 'cin-plan-in-place')
  expect(await casesOf(snapshot, 'cin-plan-cohort', '2015-02')).toHaveLength(7)
})

test('a plan table that the source does not carry is named as what is missing', async () => {
  const absent = ['cin_plans.start_date', 'cin_plans.end_date']
  const snapshot = await measured({ asAt, insert: annexA, absent }, 'cin-plan-cohort', 'cin-plan-in-place')
  expect((await availability(snapshot)).get('cin-plan-in-place')).toMatchObject({
    available: false,
    why: expect.stringContaining('the day the child in need plan started'),
  })
  expect((await availability(snapshot)).get('cin-plan-cohort')).toMatchObject({ available: true })
})

/** Twelve months after 31 January 2014 is 31 January 2015: not yet over. */
const long = `
  insert into person (child_key, person_id, dob) select i, 'P' || i, '2008-01-01' from range(1, 7) r(i);
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values
      ('a year to the day', 1, '2013-06-03', null), ('a year and a day', 2, '2013-06-03', null),
      ('a new plan', 3, '2012-06-04', null), ('no plan', 4, '2014-06-02', null),
      ('two years', 5, '2012-06-04', null), ('looked after', 6, '2012-06-04', null), ('closed', 4, '2012-06-04', '2012-09-03');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa)
      select 'a' || i, i, date '2014-06-02', date '2014-07-01', false from range(1, 7) r(i);
  insert into cin_plans (cin_plan_id, child_key, episode_id, start_date, end_date) values
      ('1', 1, 'a year to the day', '2014-01-31', null), ('2', 2, 'a year and a day', '2014-01-30', null),
      ('3', 3, 'a new plan', '2012-07-02', '2014-03-03'), ('3b', 3, 'a new plan', '2014-09-01', null),
      ('5', 5, 'two years', '2013-01-30', null), ('6', 6, 'looked after', '2012-07-02', null);
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values ('p', 3, '2014-03-03', '2014-09-01');
  insert into cla_periods (cla_id, child_key, start_date) values ('l', 6, '2014-01-06');`

test('a plan is long by its own start, a case by its referral, and the two are never one', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', source: 'ssd', insert: long }, 'cin-duration')
  const met = (key: string) => casesOf(snapshot, `cin-duration.${key}`, '2015-01', 'yes')
  expect(await met('gt12')).toEqual(['a year and a day', 'two years'])
  expect(await met('gt24')).toEqual(['two years'])
  expect(await met('involved_gt12')).toEqual([
    'a new plan',
    'a year and a day',
    'a year to the day',
    'two years',
  ])
  expect(await met('episode_gt24')).toEqual(['a new plan', 'looked after', 'two years'])
  // The child without a plan is among those asked; the one looked after only among every open case.
  expect((await byMonth(snapshot, 'cin-duration.gt12'))['2015-01']).toBe('2 of 5')
  expect((await byMonth(snapshot, 'cin-duration.episode_gt24'))['2015-01']).toBe('3 of 6')
})
