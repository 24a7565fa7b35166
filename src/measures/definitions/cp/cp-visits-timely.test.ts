import { expect, test } from 'vitest'
import { allCases } from '../../figures/case-list.ts'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/**
 * As at Thursday 31 March 2016. Good Friday was 25 March and Easter Monday 28 March, so of a visit on Wednesday 16 March
 * day 10 is 1 April, and of one on Tuesday 15 March it is 31 March.
 */
const insert = `
  insert into person (child_key, person_id) select i, 'P' || i from range(1, 10) r(i);
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date, latest_category) values
      ('on day 10', 1, '2016-01-04', null, 'NEG'),
      ('on day 11', 2, '2016-01-04', null, 'EMO'),
      ('before the plan', 3, '2016-03-15', null, null),
      ('nine days old', 4, '2016-03-16', null, null),
      ('not seen', 5, '2016-01-04', null, null),
      ('two visits of one day', 6, '2016-01-04', null, null),
      ('alone and then not', 7, '2016-01-04', null, null),
      ('alone a while ago', 8, '2016-01-04', null, null),
      ('an earlier plan', 9, '2015-01-05', '2016-01-04', null), ('a later plan', 9, '2016-01-04', null, null);
  insert into cp_visits (child_key, cp_plan_id, visit_date, seen, seen_alone) values
      (1, 'on day 10', '2016-03-15', true, null),
      (2, 'on day 11', '2016-03-14', true, true),
      (3, 'before the plan', '2016-03-14', true, true),
      (4, 'nine days old', '2016-03-30', true, true),
      (5, 'not seen', '2016-03-30', false, null), (5, 'not seen', '2016-03-01', null, true),
      (6, 'two visits of one day', '2016-03-29', false, null), (6, 'two visits of one day', '2016-03-29', true, true),
      (6, 'two visits of one day', '2016-03-29', true, false),
      (7, 'alone and then not', '2016-03-22', true, true), (7, 'alone and then not', '2016-03-29', true, false),
      (8, 'alone a while ago', '2016-01-18', true, true), (8, 'alone a while ago', '2016-03-29', false, null),
      (9, 'an earlier plan', '2016-03-29', true, true);`

test('a child is seen in time up to the tenth working day after the visit, and only by a visit that saw them', async () => {
  const snapshot = await measured({ asAt: '2016-03-31', source: 'ssd', insert }, 'cp-visits-timely')
  expect(await casesOf(snapshot, 'cp-visits-timely', '2016-03', 'yes')).toEqual([
    'alone and then not',
    'on day 10',
    'two visits of one day',
  ])
  // A plan of 15 March is ten working days old on 31 March: it counts, and was not visited. One of 16 March is too young.
  expect(await casesOf(snapshot, 'cp-visits-timely', '2016-03', 'no')).toEqual([
    'a later plan',
    'alone a while ago',
    'before the plan',
    'not seen',
    'on day 11',
  ])
})

test('alone is asked of the latest visit that saw the child, in time or not, by the best of its day', async () => {
  const snapshot = await measured({ asAt: '2016-03-31', source: 'ssd', insert }, 'cp-visits-timely')
  expect(await casesOf(snapshot, 'cp-visits-timely.alone', '2016-03', 'yes')).toEqual([
    'alone a while ago',
    'on day 11',
    'two visits of one day',
  ])
  expect(await byMonth(snapshot, 'cp-visits-timely.alone')).toMatchObject({ '2016-03': '3 of 8' })
})

test('a month end on a Saturday is past day 10 when finishing on it would be late', async () => {
  // Seen on Friday 16 January 2015: day 10 is Friday 30 January.
  const seen = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B');
    insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values
        ('ended', 1, '2013-11-04', '2014-01-06'), ('friday', 1, '2014-11-03', null), ('monday', 2, '2014-11-03', null);
    insert into cp_visits (child_key, visit_date, seen) values (1, '2015-01-16', true), (2, '2015-01-19', true);`
  const snapshot = await measured({ asAt: '2015-01-31', source: 'ssd', insert: seen }, 'cp-visits-timely')
  expect(await casesOf(snapshot, 'cp-visits-timely', '2015-01', 'no')).toEqual(['friday'])
  const rows = await allCases(snapshot, 'cp-visits-timely', { period: '2015-01' })
  expect(rows.map(({ case_id, value }) => [case_id, value])).toEqual([
    ['friday', 11],
    ['monday', 10],
  ])
})

test('from Annex A the latest visit is one that saw the child, and the as-at day alone is known', async () => {
  const absent = ['cp_visits.seen']
  const latest = insert.replaceAll(', seen, seen_alone)', ', seen_alone)').replace(
    /insert into cp_visits[\s\S]*$/,
    `insert into cp_visits (child_key, cp_plan_id, visit_date, seen_alone) values
       (1, 'on day 10', '2016-03-15', true), (2, 'on day 11', '2016-03-14', false);`,
  )
  const snapshot = await measured({ asAt: '2016-03-31', insert: latest, absent }, 'cp-visits-timely')
  expect(await byMonth(snapshot, 'cp-visits-timely')).toEqual({ '2016-03': '1 of 8' })
  expect(await casesOf(snapshot, 'cp-visits-timely', '2016-03', 'yes')).toEqual(['on day 10'])
})

test('a plan is asked about from the end of the working day on which it has lasted ten, not on the weekend before it', async () => {
  const plan = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C');
    insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values
        ('nine working days', 1, '2015-02-16', null), ('ten working days', 2, '2015-02-13', null),
        ('ended', 3, '2014-01-01', '2014-06-01');
    insert into cp_visits (child_key, cp_plan_id, visit_date, seen) values (2, 'ten working days', '2015-02-20', true);`
  // 28 February 2015 is a Saturday.
  const snapshot = await measured({ asAt: '2015-02-28', source: 'ssd', insert: plan }, 'cp-visits-timely')
  expect(await casesOf(snapshot, 'cp-visits-timely', '2015-02')).toEqual(['ten working days'])
})
