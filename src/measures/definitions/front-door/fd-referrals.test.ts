import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { allCases } from '../../figures/case-list.ts'

/** Child A is open from 1 June until 28 August 2015. Child B was referred twice on one day. */
const referrals = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C');
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e1', 1, '2015-06-01', '2015-08-28');
  insert into referrals (referral_id, child_key, referral_date, nfa, artificial, team, file, sheet, row_number) values
      ('opened the case', 1, '2015-06-01', false, false, 'North', 'a', '3', 2),
      ('news on an open case', 1, '2015-07-03', false, false, 'North', 'a', '3', 3),
      ('on the day it closed', 1, '2015-08-28', false, false, 'North', 'a', '3', 4),
      ('second row of the day', 2, '2015-07-06', true, false, 'South', 'a', '3', 6),
      ('first row of the day', 2, '2015-07-06', true, false, 'East', 'a', '3', 5),
      ('transfer-in', 3, '2015-07-06', false, true, 'South', 'a', '3', 7);`

test('news about a child already open is no referral', async () => {
  const snapshot = await measured({ asAt: '2015-08-31', insert: referrals }, 'fd-referrals')
  expect(await casesOf(snapshot, 'fd-referrals', '2015-06')).toEqual(['opened the case'])
  expect(await casesOf(snapshot, 'fd-referrals', '2015-08')).toEqual(['on the day it closed'])
})

test('two referrals of one child on one day are one, by the first row; one without further action counts', async () => {
  const snapshot = await measured({ asAt: '2015-08-31', insert: referrals }, 'fd-referrals')
  const rows = await allCases(snapshot, 'fd-referrals', { period: '2015-07' })
  expect(rows.map(({ case_id, team }) => [case_id, team])).toEqual([['first row of the day', 'East']])
})

test('a transfer-in is no referral of ours', async () => {
  const snapshot = await measured({ asAt: '2015-08-31', insert: referrals }, 'fd-referrals')
  expect(await byMonth(snapshot, 'fd-referrals')).toEqual({ '2015-06': '1', '2015-07': '1', '2015-08': '1' })
})
