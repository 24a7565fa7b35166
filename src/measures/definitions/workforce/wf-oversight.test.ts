import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** As at Friday 30 January 2015: 20 working days before it is 2 January, 40 is 2 December, 60 is 4 November 2014. */
const insert = `
  insert into person (child_key, person_id) select n, 'P' || n from generate_series(1, 9) as t (n);
  insert into cin_episodes (episode_id, child_key, referral_date, close_date)
      select 'e' || n, n, case n when 8 then date '2015-01-02' else date '2014-06-02' end, case n when 9 then date '2015-01-30' end
      from generate_series(1, 9) as t (n);
  insert into cp_plans (cp_plan_id, child_key, start_date) values ('p3', 3, '2014-07-01'), ('p4', 4, '2014-07-01'), ('p5', 5, '2014-07-01');
  insert into cla_periods (cla_id, child_key, start_date) values ('c5', 5, '2014-08-01'), ('c6', 6, '2014-08-01');
  insert into case_supervisions (case_supervision_id, child_key, held_on, oversight_recorded) values
      ('1', 1, '2014-12-02', true), ('2', 2, '2014-12-01', true), ('3', 3, '2015-01-02', true), ('4', 4, '2014-12-31', true),
      ('5', 5, '2014-11-04', true), ('6', 6, '2014-11-03', true), ('7', 7, '2015-01-20', false), ('7b', 7, '2015-02-02', true),
      ('8', 8, '2015-01-20', true), ('9', 9, '2015-01-20', true);`

test('a manager looked within 40 working days, 20 for a plan, 60 in care; a child in care who has a plan too is in care', async () => {
  const snapshot = await measured({ asAt: '2015-01-30', insert }, 'wf-oversight')
  expect(await casesOf(snapshot, 'wf-oversight', '2015-01', 'yes')).toEqual(['c5', 'e1', 'p3'])
  // 7 was talked through and nothing was put on the record. 8 has been open 20 working days, 9 closed on the day.
  expect(await casesOf(snapshot, 'wf-oversight', '2015-01', 'no')).toEqual(['c6', 'e2', 'e7', 'p4'])
  expect((await byMonth(snapshot, 'wf-oversight'))['2015-01']).toBe('3 of 7')
})
