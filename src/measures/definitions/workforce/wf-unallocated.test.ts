import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { allCases } from '../../figures/case-list.ts'
import { figures } from '../../figures/figure-read.ts'

/** As at Friday 30 January 2015; the fifth working day after 23 January. */
const insert = `
  insert into person (child_key, person_id) select n, 'P' || n from generate_series(1, 10) as t (n);
  insert into cin_episodes (episode_id, child_key, referral_date, close_date, team)
      select 'e' || n, n, date '2014-12-01', case n when 9 then date '2015-01-30' end, 'North' from generate_series(1, 9) as t (n);
  insert into care_leavers (child_key, eligibility) values (10, 'former_relevant');
  insert into allocation (child_key, worker, team, from_date, to_date) values
      (1, 'SW-1', 'North', '2014-12-01', null), (2, 'SW-1', 'North', '2014-12-01', '2015-01-20'),
      (3, 'TM-1', 'North', '2015-01-23', null), (4, 'TM-1', 'North', '2015-01-22', null),
      (5, 'Duty North', 'North', '2014-12-01', null), (6, 'SW-6', 'North', '2014-12-01', null),
      (7, 'SW-7', 'North', '2014-12-01', '2015-01-30');
  insert into professionals (worker, job_title) values ('TM-1', 'Team Manager'), ('SW-1', 'Social Worker');
  insert into posts (post_spell_id, post, created_on, state, worker, from_on, to_on, ended_because) values
      ('x', 'P1', '2012-01-01', 'permanent', 'SW-6', '2012-01-01', '2015-01-16', 'left the council'),
      ('y', 'P2', '2012-01-01', 'permanent', 'SW-1', '2012-01-01', '2015-01-16', 'moved to another post'),
      ('z', 'P3', '2012-01-01', 'permanent', 'SW-1', '2015-01-17', null, null);`

test('nobody, a duty tray, a manager for over five working days, or someone who has left', async () => {
  const snapshot = await measured({ asAt: '2015-01-30', insert }, 'wf-unallocated')
  // A manager since the 23rd has the child five working days, since the 22nd six. 9 closed on the day; 10 is a care leaver.
  expect(await casesOf(snapshot, 'wf-unallocated', '2015-01')).toEqual(['e2', 'e4', 'e5', 'e6', 'e8'])
  const { points } = await figures(snapshot, 'wf-unallocated', { by: 'detail', from: '2015-01' })
  expect(points.map(({ split, value }) => [split, value])).toEqual([
    [null, 5],
    ['A duty tray', 1],
    ['A manager', 1],
    ['Nobody', 2],
    ['Someone who has left', 1],
  ])
  // On 31 December nobody had 3, 4, 8 and 9, the duty tray had 5, and SW-6 was still there.
  expect(await byMonth(snapshot, 'wf-unallocated')).toEqual({ '2014-12': '5', '2015-01': '5' })
  // Since 20 January, and since the manager, the tray, the leaving and the start.
  const longest = await allCases(snapshot, 'wf-unallocated.longest', { period: '2015-01' })
  expect(longest.map(({ case_id, value }) => `${case_id} ${value}`).sort()).toEqual([
    'e2 10',
    'e4 8',
    'e5 60',
    'e6 14',
    'e8 60',
  ])
})

test('a source that says who held a child on the as-at day alone gives no earlier month, and no longest time', async () => {
  const day = insert.replace(/insert into allocation[^;]*;/, (text) =>
    text.replaceAll(/'20\d\d-\d\d-\d\d', (null|'20\d\d-\d\d-\d\d')/g, `'2015-01-30', '2015-01-30'`),
  )
  const snapshot = await measured(
    { asAt: '2015-01-30', insert: day, absent: ['involvements.start_date'] },
    'wf-unallocated',
  )
  expect(Object.keys(await byMonth(snapshot, 'wf-unallocated'))).toEqual(['2015-01'])
  expect((await figures(snapshot, 'wf-unallocated.longest')).available).toBe(false)
  // Child 2 has a worker then, and the manager of child 4 might have come that day.
  expect(await casesOf(snapshot, 'wf-unallocated', '2015-01')).toEqual(['e5', 'e6', 'e8'])
})
