import { expect, test } from 'vitest'
import type { Day } from '../../../platform/day.ts'
import { listed } from '../../../../tests/support/listed.ts'

/** 30 working days before Friday 30 January 2015 is 16 December 2014; 60 days before is 1 December. */
const insert = `
  insert into person (child_key, person_id, dob) select i, name, '2010-01-01' from (values (1, 'not seen for 30'), (2, 'not seen for 29'), (3, 'no plan'), (4, 'review overdue'), (5, 'assessment'), (6, 'no oversight'), (7, 'several')) as t (i, name);
  insert into cin_episodes (episode_id, child_key, referral_date) select 'e' || child_key, child_key, '2014-11-03' from person;
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, child_seen, outcome_nfa) values
      ('a1', 1, '2014-11-04', '2015-01-28', false, false), ('a2', 2, '2014-11-04', '2015-01-28', false, false), ('a3', 3, '2014-11-04', '2015-01-09', false, false), ('a5', 5, '2014-11-24', null, false, null), ('a5b', 2, '2015-01-29', null, false, null),
      ('a6', 6, '2014-11-04', '2015-01-28', false, false), ('a7', 7, '2014-11-24', null, false, null);
  insert into cp_plans (cp_plan_id, child_key, start_date) values ('p4', 4, '2014-10-02');
  insert into cp_reviews (child_key, cp_plan_id, review_date) select 4, 'p4', date '2014-10-03' where false;
  insert into cin_visits (child_key, visit_date, seen) values (1, '2014-12-16', true), (2, '2014-12-17', true), (3, '2015-01-20', true), (5, '2015-01-20', true), (6, '2015-01-20', true);
  insert into cp_visits (child_key, cp_plan_id, visit_date, seen) values (4, 'p4', '2015-01-20', true);
  insert into cin_plans (cin_plan_id, child_key, start_date) values ('n1', 1, '2015-01-28'), ('n2', 2, '2015-01-28'), ('n6', 6, '2015-01-28');
  insert into case_supervisions (case_supervision_id, child_key, held_on, oversight_recorded) values
      ('1', 1, '2015-01-20', true), ('2', 2, '2015-01-20', true), ('3', 3, '2015-01-20', true), ('4', 4, '2015-01-20', true), ('5', 5, '2015-01-20', true), ('6', 6, '2014-12-01', true), ('7', 7, '2014-11-28', true);`

test('says how long each of the rules holds, and names a child whom several hold once for each', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'drift')
  expect(rows).toEqual([
    'assessment: assessment past day 45, overdue, from 2014-11-24, by 2015-01-29, 1 over, (open for 46 working days)',
    'no oversight: no oversight, overdue, by 2015-01-29, 1 over, (none for 60 days)',
    'no plan: no plan, overdue, from 2015-01-09, by 2015-01-29, 1 over, (none for 15 working days)',
    'not seen for 30: not seen, overdue, from 2014-12-16, by 2015-01-29, 1 over, (not seen for 30 working days)',
    'review overdue: review overdue, overdue, by 2015-01-02, 20 over, (overdue for 20 working days)',
    'several: assessment past day 45, overdue, from 2014-11-24, by 2015-01-29, 1 over, (open for 46 working days)',
    'several: no oversight, overdue, by 2015-01-26, 4 over, (none for 63 days)',
    'several: not seen, overdue, from 2014-11-03, by 2014-12-12, 32 over, (never seen in 61 working days)',
  ])
})

/** 30 working days after Wednesday 17 December 2014, and 15 after Monday 12 January 2015, are Monday 2 February 2015. */
const beforeWeekend = `
  insert into person (child_key, person_id, dob) values (1, 'not seen', '2010-01-01'), (2, 'no plan', '2010-01-01'), (3, 'no oversight', '2010-01-01');
  insert into cin_episodes (episode_id, child_key, referral_date) select 'e' || child_key, child_key, '2014-11-03' from person;
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, child_seen, outcome_nfa) values
      ('a1', 1, '2014-11-04', '2015-01-28', false, false), ('a2', 2, '2014-11-04', '2015-01-12', false, false), ('a3', 3, '2014-11-04', '2015-01-28', false, false);
  insert into cin_visits (child_key, visit_date, seen) values (1, '2014-12-17', true), (2, '2015-01-20', true), (3, '2015-01-20', true);
  insert into cin_plans (cin_plan_id, child_key, start_date) values ('n1', 1, '2015-01-28'), ('n3', 3, '2015-01-28');
  insert into case_supervisions (case_supervision_id, child_key, held_on, oversight_recorded) values
      ('1', 1, '2015-01-20', true), ('2', 2, '2015-01-20', true), ('3', 3, '2014-12-02', true);`

test('has nobody over by no days when a rule holds at a weekend, before the working day that it is counted to', async () => {
  const on = (asAt: Day) => listed({ asAt, source: 'ssd', insert: beforeWeekend }, 'drift')
  expect(await on('2015-01-30')).toEqual([])
  expect(await on('2015-01-31')).toEqual([
    'no oversight: no oversight, overdue, by 2015-01-30, 1 over, (none for 60 days)',
    'no plan: no plan, overdue, from 2015-01-12, by 2015-01-30, 1 over, (none for 15 working days)',
    'not seen: not seen, overdue, from 2014-12-17, by 2015-01-30, 1 over, (not seen for 30 working days)',
  ])
})
