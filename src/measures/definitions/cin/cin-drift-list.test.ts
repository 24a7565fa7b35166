import { expect, test } from 'vitest'
import { allCases } from '../../figures/case-list.ts'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/**
 * As at Friday 27 February 2015. Working day 30 back is Friday 16 January, 20 back Friday 30 January, 15 back Friday 6
 * February; 60 days back is 29 December. Of an assessment started on Tuesday 23 December day 45 is Friday 27 February.
 */
const asAt = '2015-02-27'
const insert = `
  insert into person (child_key, person_id, dob) select i, 'P' || i, '2008-01-01' from range(1, 14) r(i);
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values
      ('seen day 29', 1, '2014-06-02', null), ('seen day 30', 2, '2014-06-02', null), ('no plan day 15', 3, '2014-06-02', null),
      ('no plan day 14', 4, '2014-06-02', null), ('review 20 days over', 5, '2013-06-03', null),
      ('review 19 days over', 6, '2013-06-03', null), ('assessment day 45', 7, '2014-12-23', null),
      ('assessment day 46', 8, '2014-12-22', null), ('looked after', 9, '2014-06-02', null),
      ('many rules', 10, '2014-06-02', null), ('closed', 11, '2014-01-06', '2014-06-02'), ('waiting', 12, '2015-02-20', null),
      ('seen in assessment', 13, '2014-12-01', null);
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa, child_seen) select
      'a' || i, i, date '2014-06-03', date '2014-07-01', false, null from range(1, 11) r(i) where i not in (3, 4, 7, 8);
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa, child_seen) values
      ('a3', 3, '2015-01-19', '2015-02-06', false, true), ('a4', 4, '2015-01-19', '2015-02-09', false, true),
      ('a7', 7, '2014-12-23', null, null, null), ('a8', 8, '2014-12-22', null, null, null), ('a10b', 10, '2014-11-03', null, null, null),
      ('a13', 13, '2015-01-26', null, null, true);
  insert into cin_plans (cin_plan_id, child_key, start_date, end_date) values
      ('n1', 1, '2014-07-02', null), ('n2', 2, '2014-07-02', null), ('n3', 3, '2014-07-02', '2014-08-04'), ('n9', 9, '2014-07-02', null);
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values
      ('p5', 5, '2014-07-30', null), ('p6', 6, '2014-08-02', null), ('p11', 11, '2014-01-20', '2014-03-03');
  insert into cp_reviews (child_key, cp_plan_id, review_date) values (5, 'p5', '2014-07-30'), (6, 'p6', '2014-08-02'), (6, 'p6', '2014-08-31');
  insert into cla_periods (cla_id, child_key, start_date) values ('l', 9, '2014-09-01');
  insert into cin_visits (child_key, visit_date, seen) values
      (1, '2015-01-19', true), (2, '2015-01-16', true), (3, '2015-02-20', true), (4, '2015-02-20', true), (7, '2015-02-20', true),
      (8, '2015-02-20', true), (10, '2014-12-01', true), (10, '2015-02-20', false);
  insert into cp_visits (child_key, visit_date, seen) values (5, '2015-02-20', true), (6, '2015-02-20', true);`

test('a child is on the list once, by whichever rules hold, each from its own day on', async () => {
  // The review of child 5 was due on 30 October; that of 6, held on 31 August, on 28 February.
  const snapshot = await measured({ asAt, source: 'ssd', insert }, 'cin-drift-list')
  const rule = (key: string) => casesOf(snapshot, `cin-drift-list.${key}`, '2015-02')
  expect(await rule('unseen')).toEqual(['many rules', 'seen day 30'])
  expect(await rule('no_plan')).toEqual(['many rules', 'no plan day 15'])
  expect(await rule('review')).toEqual(['review 20 days over'])
  expect(await rule('assessment')).toEqual(['assessment day 46', 'many rules'])
  expect(await casesOf(snapshot, 'cin-drift-list', '2015-02', 'yes')).toEqual([
    'assessment day 46',
    'many rules',
    'no plan day 15',
    'review 20 days over',
    'seen day 30',
  ])
  // Looked after, closed, and open without an assessment or a plan are not asked.
  expect(await casesOf(snapshot, 'cin-drift-list', '2015-02', 'no')).toEqual([
    'assessment day 45',
    'no plan day 14',
    'review 19 days over',
    'seen day 29',
    'seen in assessment',
  ])
  const rows = await allCases(snapshot, 'cin-drift-list', { period: '2015-02' })
  expect(rows.find(({ case_id }) => case_id === 'many rules')?.detail).toBe(
    'not seen, no plan, assessment past day 45',
  )
})

test('a rule is asked only of what was loaded, and oversight once its template has told of 60 days', async () => {
  const overseen = `${insert}
    insert into case_supervisions (case_supervision_id, child_key, held_on, oversight_recorded) values
        ('first of all', 11, '2014-12-29', true), ('s1', 1, '2014-12-30', true), ('s2', 2, '2014-12-29', true),
        ('not recorded', 4, '2015-02-20', false), ('s5', 5, '2015-02-20', true), ('s6', 6, '2015-02-20', true), ('s13', 13, '2015-02-20', true);`
  const snapshot = await measured({ asAt, source: 'ssd', insert: overseen }, 'cin-drift-list')
  expect(await casesOf(snapshot, 'cin-drift-list.oversight', '2015-02')).toEqual([
    'assessment day 45',
    'assessment day 46',
    'many rules',
    'no plan day 14',
    'no plan day 15',
    'seen day 30',
  ])
  expect(await casesOf(snapshot, 'cin-drift-list.oversight', '2015-01')).toEqual([])
})

test('from Annex A the as-at day alone is known, and nothing of plans', async () => {
  const list6 = `${insert.replace(/insert into cin_plans[\s\S]*?;/, '').replace(/insert into (cin|cp)_visits[\s\S]*?;/g, '')}
    update cin_episodes set last_seen_date = '2015-02-20' where child_key <> 2;`
  const absent = ['cin_visits.visit_date', 'cin_plans.start_date', 'cin_plans.end_date']
  const snapshot = await measured({ asAt, insert: list6, absent }, 'cin-drift-list')
  expect(Object.keys(await byMonth(snapshot, 'cin-drift-list'))).toEqual(['2015-02'])
  expect(await casesOf(snapshot, 'cin-drift-list', '2015-02', 'yes')).toEqual([
    'assessment day 46',
    'many rules',
    'review 20 days over',
    'seen day 30',
  ])
  expect(await byMonth(snapshot, 'cin-drift-list.no_plan')).toEqual({})
})
