import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** As at Friday 30 January 2015: ten working days on is Friday 13 February. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'never reviewed', '2010-01-01'), (2, 'due today', '2010-01-01'), (3, 'twelve weeks and two days', '2010-01-01'),
      (4, 'due on day 10', '2010-01-01'), (5, 'due on day 11', '2010-01-01'), (6, 'young plan', '2010-01-01'), (7, 'closed', '2010-01-01');
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) select 'e' || child_key, child_key, '2014-01-06', case child_key when 7 then date '2014-12-01' end from person;
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) select 'a' || child_key, child_key, '2014-01-07', '2014-02-03', false from person;
  insert into cin_plans (cin_plan_id, child_key, start_date, end_date) values ('n1', 1, '2014-12-01', null), ('n2', 2, '2014-12-19', null), ('n3', 3, '2014-03-03', null),
      ('n4', 4, '2014-03-03', null), ('n5', 5, '2014-03-03', null), ('n6', 6, '2015-01-20', null), ('n7', 7, '2014-03-03', '2014-12-01');
  insert into need_plan_reviews (need_plan_review_id, child_key, held_on, agencies, decision) values
      ('r3', 3, '2014-11-05', 'school', 'go on'), ('r4', 4, '2014-11-21', 'school', null), ('r5', 5, '2014-11-24', null, 'go on'), ('r7', 7, '2014-09-01', 'school', 'close');`

test('names a plan whose review is past its day, and says which come within 10 working days', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'need-plan-reviews')
  expect(rows).toEqual([
    'due on day 10: review overdue, due, from 2014-11-21, by 2015-02-13',
    'due today: review overdue, due, from 2014-12-19, by 2015-01-30, (not reviewed since the plan began)',
    'never reviewed: review overdue, overdue, from 2014-12-01, by 2015-01-12, 18 over, (not reviewed since the plan began)',
    'twelve weeks and two days: review overdue, overdue, from 2014-11-05, by 2015-01-28, 2 over',
  ])
})
