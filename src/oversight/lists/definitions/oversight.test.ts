import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** 20 working days before Friday 30 January 2015 is the 2nd, 40 is 2 December, 60 is 4 November 2014. */
const insert = `
  insert into person (child_key, person_id) values (1, 'need, 40'), (2, 'need, 41'), (3, 'plan, 21'), (4, 'care, 60'), (5, 'care, 61'), (6, 'never'), (7, 'open 20 days');
  insert into cin_episodes (episode_id, child_key, referral_date) select 'e' || child_key, child_key, case child_key when 7 then date '2015-01-02' else date '2014-06-02' end from person;
  insert into cp_plans (cp_plan_id, child_key, start_date) values ('p3', 3, '2014-07-01');
  insert into cla_periods (cla_id, child_key, start_date) values ('c4', 4, '2014-08-01'), ('c5', 5, '2014-08-01');
  insert into case_supervisions (case_supervision_id, child_key, held_on, oversight_recorded) values
      ('1', 1, '2014-12-02', true), ('2', 2, '2014-12-01', true), ('3', 3, '2014-12-31', true), ('4', 4, '2014-11-04', true), ('5', 5, '2014-11-03', true), ('6', 6, '2015-01-20', false);`

test('names a record that no manager looked at in time, by what the child is open for', async () => {
  const rows = await listed({ asAt: '2015-01-30', insert }, 'oversight')
  expect(rows).toEqual([
    'care, 60: no recent oversight, due, from 2014-11-04, by 2015-01-30, (looked after)',
    'care, 61: no recent oversight, overdue, from 2014-11-03, by 2015-01-29, 1 over, (looked after)',
    'need, 40: no recent oversight, due, from 2014-12-02, by 2015-01-30, (in need or assessment)',
    'need, 41: no recent oversight, overdue, from 2014-12-01, by 2015-01-29, 1 over, (in need or assessment)',
    'never: no recent oversight, overdue, from 2014-06-02, by 2014-06-30, 150 over, (none recorded; in need or assessment)',
    'plan, 21: no recent oversight, overdue, from 2014-12-31, by 2015-01-29, 1 over, (on a protection plan)',
  ])
})
