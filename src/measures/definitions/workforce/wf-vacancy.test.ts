import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

const insert = `
  insert into posts (post_spell_id, post, team, role, fte, created_on, state, worker, from_on, to_on) values
      ('permanent', 'P1', 'North', 'social worker', 1, '2012-04-01', 'permanent', 'SW-1', '2012-04-01', null),
      ('half', 'P2', 'North', 'senior social worker', 0.5, '2012-04-01', 'permanent', 'SW-2', '2012-04-01', null),
      ('agency', 'P3', 'North', 'social worker', 1, '2012-04-01', 'agency', 'AG-1', '2014-10-01', null),
      ('stand-in', 'P4', 'South', 'social worker', 0.5, '2012-04-01', 'peripatetic', 'SW-9', '2014-10-01', null),
      ('shared', 'P5', 'South', 'team manager', 1, '2012-04-01', 'shared', 'TM-1', '2014-10-01', null),
      ('left', 'P6', 'South', null, null, '2012-04-01', 'permanent', 'SW-3', '2012-04-01', '2015-01-16'),
      ('empty', 'P6', 'South', null, null, '2012-04-01', 'vacant', null, '2015-01-17', null),
      ('to come', 'P7', 'South', 'social worker', 1, '2015-04-01', 'vacant', null, '2015-04-01', null),
      ('adviser', 'P8', 'South', 'personal adviser', 1, '2012-04-01', 'vacant', null, '2012-04-01', null),
      ('business', 'P9', 'South', 'business manager', 1, '2012-04-01', 'vacant', null, '2012-04-01', null),
      ('taskforce', 'T1', 'Taskforce', 'social worker', 1, '2014-12-01', 'agency', 'AG-7', '2014-12-01', null);
  insert into taskforce_workers (taskforce_worker_id, worker) values ('t', 'AG-7');`
const world = { asAt: '2015-01-31', insert } as const

test('a post that someone covers is vacant, in full-time equivalents, and uncovered only when nobody is in it', async () => {
  const snapshot = await measured(world, 'wf-vacancy')
  // Six posts are 1 + 0.5 + 1 + 0.5 + 1 + 1 = 5, a blank counting as 1. Vacant: agency, stand-in, shared and empty, 3.5 of them.
  // A post to come, an adviser's, one of business and the taskforce's are none.
  expect((await byMonth(snapshot, 'wf-vacancy'))['2015-01']).toBe('3.5 of 5')
  expect((await byMonth(snapshot, 'wf-vacancy.uncovered'))['2015-01']).toBe('1 of 5')
  expect(await casesOf(snapshot, 'wf-vacancy.uncovered', '2015-01', 'yes')).toEqual(['empty'])
  const { points } = await figures(snapshot, 'wf-vacancy', { from: '2015-01' })
  expect(points[0]?.value).toBe(70)
})

test('on the last day of a spell the post is filled', async () => {
  const snapshot = await measured({ asAt: '2015-01-16', insert }, 'wf-vacancy')
  expect(await casesOf(snapshot, 'wf-vacancy.uncovered', '2015-01', 'yes')).toEqual([])
})

test('where no spell in a post has ended yet, the posts are known all the same', async () => {
  const open = insert.replace(/'2015-01-16'/, 'null').replace(/\n +\('empty'[^\n]*/, '')
  const snapshot = await measured({ asAt: '2015-01-31', insert: open }, 'wf-vacancy')
  expect((await byMonth(snapshot, 'wf-vacancy'))['2015-01']).toBe('2.5 of 5')
})
