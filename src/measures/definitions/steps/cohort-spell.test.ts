import { expect, test } from 'vitest'
import { buildTestDataset } from '../../../../tests/support/dataset.ts'
import type { Day } from '../../../platform/day.ts'
import { functionsSql } from '../../catalogue/catalogue.ts'
import { stepsFor } from '../../catalogue/steps.ts'

/** "2014-01-06 to 2014-02-03: in assessment or section 47", of each child, in the order of the days. */
async function spells(insert: string, windowFrom?: Day): Promise<Record<string, string[]>> {
  const build = await buildTestDataset({ asAt: '2015-01-31', insert, ...(windowFrom && { windowFrom }) })
  await build.run(functionsSql())
  for (const { sql } of stepsFor(['cohort_spell'])) await build.run(sql)
  const rows = await build.all<{ person_id: string; said: string }>(
    `select person_id, from_date || ' to ' || coalesce(cast(to_date as text), 'now') || ': ' || cohort as said
     from cohort_spell join person using (child_key) order by child_key, from_date`,
  )
  const byChild = Map.groupBy(rows, ({ person_id }) => person_id)
  return Object.fromEntries([...byChild].map(([child, of]) => [child, of.map(({ said }) => said)]))
}

test('a child goes from one cohort to the next, and is in the weightiest of several', async () => {
  const insert = `
    insert into person (child_key, person_id, dob) values (1, 'A', '2005-05-05');
    insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 1, '2014-01-06', '2014-12-01');
    insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) values
        ('a', 1, '2014-01-08', '2014-02-03', false), ('under the plan', 1, '2014-09-01', '2014-10-01', false);
    insert into cin_plans (cin_plan_id, child_key, episode_id, start_date, end_date) values ('n', 1, 'e', '2014-02-10', null);
    insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values
        ('p', 1, '2014-03-03', '2014-07-01'), ('ends before it starts', 1, '2014-11-10', '2014-11-03');
    insert into cla_periods (cla_id, child_key, start_date, end_date) values ('l', 1, '2014-05-06', '2014-05-31'), ('m', 1, '2014-06-01', '2014-06-20');
    insert into early_help_episodes (episode_id, child_key, start_date) values ('h', 1, '2014-11-20');`
  expect(await spells(insert)).toEqual({
    A: [
      '2014-01-06 to 2014-01-08: in need, no plan',
      '2014-01-08 to 2014-02-03: in assessment or section 47',
      // Assessed as needing a plan, and then on one that was left open while the weightier ran.
      '2014-02-03 to 2014-03-03: on a child in need plan',
      '2014-03-03 to 2014-05-06: on a child protection plan',
      '2014-05-06 to 2014-06-20: looked after',
      '2014-06-20 to 2014-07-01: on a child protection plan',
      '2014-07-01 to 2014-12-01: on a child in need plan',
      '2014-12-01 to now: early help',
    ],
  })
})

test('an enquiry lasts to its conference, to its conclusion or day 15 where none was needed, and no longer than the case is open', async () => {
  const insert = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E');
    insert into s47_enquiry (s47_enquiry_id, child_key, start_date, icpc_unnecessary) values
        ('q', 1, '2014-06-02', false), ('r', 2, '2014-06-02', true), ('s', 3, '2014-06-02', null), ('t', 4, '2014-06-02', null);
    insert into s47_enquiry (s47_enquiry_id, child_key, start_date, end_date, icpc_unnecessary) values ('u', 5, '2014-06-02', '2014-06-10', true);
    insert into initial_cp_conference (icpc_id, s47_enquiry_id, child_key, icpc_date) values ('i', 'q', 1, '2014-06-20');
    insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 3, '2014-06-02', '2014-08-01');`
  expect(await spells(insert)).toEqual({
    A: ['2014-06-02 to 2014-06-20: in assessment or section 47'],
    // Monday 2 June: day 15 is Monday 23 June.
    B: ['2014-06-02 to 2014-06-23: in assessment or section 47'],
    C: ['2014-06-02 to 2014-08-01: in assessment or section 47'],
    D: ['2014-06-02 to now: in assessment or section 47'],
    E: ['2014-06-02 to 2014-06-10: in assessment or section 47'],
  })
})

test('where no plans are held, the assessment says who needs one, and of a case too old for it the case status', async () => {
  const insert = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D');
    insert into cin_episodes (episode_id, child_key, referral_date, close_date, case_status) values
        ('e', 1, '2014-06-02', null, 'child_in_need'), ('f', 2, '2013-06-03', null, 'child_in_need'),
        ('g', 3, '2014-06-02', '2014-08-04', 'closed'), ('h', 4, '2014-12-01', null, 'child_in_need');
    insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) values
        ('a', 1, '2014-06-02', '2014-07-14', false), ('c', 3, '2014-06-02', '2014-07-28', true),
        ('d', 4, '2014-12-01', '2015-01-30', true);`
  expect(await spells(insert, '2014-02-01')).toEqual({
    A: [
      '2014-06-02 to 2014-07-14: in assessment or section 47',
      '2014-07-14 to now: on a child in need plan',
    ],
    B: ['2013-06-03 to now: on a child in need plan'],
    C: [
      '2014-06-02 to 2014-07-28: in assessment or section 47',
      '2014-07-28 to 2014-08-04: in need, no plan',
    ],
    D: ['2014-12-01 to 2015-01-30: in assessment or section 47', '2015-01-30 to now: in need, no plan'],
  })
})

test('a care leaver is one from the end of care to 25, unless something weightier is open', async () => {
  const insert = `
    insert into person (child_key, person_id, dob) values (1, 'A', '1996-03-10'), (2, 'B', '1995-01-01'), (3, 'C', '1989-05-05');
    insert into care_leavers (child_key) values (1), (2), (3);
    insert into cla_periods (cla_id, child_key, start_date, end_date) values ('l', 1, '2010-01-04', '2014-06-01'), ('m', 3, '2004-01-05', '2007-01-01');
    insert into cin_episodes (episode_id, child_key, referral_date) values ('e', 1, '2014-09-01');
    insert into cin_plans (cin_plan_id, child_key, episode_id, start_date, end_date) values ('n', 1, 'e', '2014-09-15', '2014-12-15');`
  expect(await spells(insert)).toEqual({
    A: [
      // Care ended on the 18th birthday, before the source says that it did.
      '2010-01-04 to 2014-03-10: looked after',
      '2014-03-10 to 2014-09-15: care leaver',
      '2014-09-15 to 2014-12-15: on a child in need plan',
      '2014-12-15 to now: care leaver',
    ],
    B: ['2015-01-31 to now: care leaver'],
    C: ['2004-01-05 to 2007-01-01: looked after', '2007-01-01 to 2014-05-05: care leaver'],
  })
})

test('nothing after the as-at day has happened, and another authority’s plan is none of ours', async () => {
  const insert = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B');
    insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 1, '2014-06-02', '2015-02-15'), ('f', 2, '2015-02-02', null);
    insert into cp_plans (cp_plan_id, child_key, start_date, ola) values ('o', 1, '2014-06-02', true);`
  expect(await spells(insert)).toEqual({ A: ['2014-06-02 to now: in need, no plan'] })
})
