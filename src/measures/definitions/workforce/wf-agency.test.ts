import { expect, test } from 'vitest'
import { byMonth, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

const insert = `
  insert into posts (post_spell_id, post, team, role, fte, created_on, state, worker, from_on, to_on) values
      ('p1', 'P1', 'North', 'social worker', 1, '2012-04-01', 'permanent', 'SW-1', '2012-04-01', null),
      ('p2', 'P2', 'North', 'social worker', 0.5, '2012-04-01', 'peripatetic', 'SW-2', '2012-04-01', null),
      ('p3', 'P3', 'North', 'social worker', 0.5, '2012-04-01', 'agency', 'AG-1', '2012-04-01', null),
      ('p4', 'P4', 'North', 'social worker', 1, '2012-04-01', 'vacant', null, '2014-07-01', null),
      ('p0', 'P4', 'North', 'social worker', 1, '2012-04-01', 'permanent', 'SW-4', '2012-04-01', '2014-06-30'),
      ('p5', 'P5', 'North', 'team manager', 1, '2012-04-01', 'shared', 'TM-1', '2012-04-01', null),
      ('t1', 'T1', 'Taskforce', 'social worker', 1, '2014-12-15', 'agency', 'AG-7', '2014-12-15', null);
  insert into taskforce_workers (taskforce_worker_id, worker) values ('t', 'AG-7');`

test('agency workers are taken of those who are there; the taskforce counts and is told apart', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'wf-agency')
  // November: 0.5 of 1 + 0.5 + 0.5. January: 1.5 of 3. A manager of two posts is one worker, in the other.
  const months = await byMonth(snapshot, 'wf-agency')
  expect([months['2014-11'], months['2015-01']]).toEqual(['0.5 of 2', '1.5 of 3'])
  const { points } = await figures(snapshot, 'wf-agency', { by: 'detail', from: '2015-01' })
  expect(points.map(({ split, numerator, denominator }) => [split, numerator, denominator])).toEqual([
    [null, 1.5, 3],
    ['Agency worker in a vacant post', 0.5, 0.5],
    ['Peripatetic worker', 0, 0.5],
    ['Permanent', 0, 1],
    ['Taskforce', 1, 1],
  ])
})
