import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Ten working days after Thursday 15 January 2015 is the 29th, after Friday 16 January the 30th. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'never', '2010-01-01'), (2, 'in time', '2010-01-01'), (3, 'a day late', '2010-01-01'), (4, 'ended', '2010-01-01'), (5, 'nine days', '2010-01-01');
  insert into cin_episodes (episode_id, child_key, referral_date) select 'e' || child_key, child_key, '2014-11-03' from person;
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) values
      ('a1', 1, '2014-11-04', '2015-01-05', false), ('a2', 2, '2014-11-04', '2015-01-05', false), ('a3', 3, '2014-11-04', '2015-01-05', false),
      ('a4', 4, '2014-11-04', '2014-12-01', false), ('a5', 5, '2014-11-04', '2015-01-19', false);
  insert into cin_plans (cin_plan_id, child_key, start_date, end_date) values
      ('n2', 2, '2015-01-19', null), ('n3', 3, '2015-01-20', null), ('n4', 4, '2014-12-02', '2015-01-23');`

test('tells a child who never had a plan from one whose plan ended, and from one whose plan came late', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'need-plans')
  expect(rows).toEqual([
    'a day late: no plan in time, overdue, from 2015-01-05, by 2015-01-19, 1 over, (there is one now; it came on working day 11)',
    'ended: no plan in time, overdue, from 2015-01-23, by 2015-01-23, 5 over, (the plan ended on 23 January 2015, and none followed)',
    'never: no plan in time, overdue, from 2015-01-05, by 2015-01-19, 9 over, (none yet)',
  ])
})
