import { expect, test } from 'vitest'
import { measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

const insert = `
  insert into posts (post_spell_id, post, team, role, fte, created_on, state, worker, from_on, to_on) values
      ('p1', 'P1', 'North', 'social worker', 1, '2012-04-01', 'permanent', 'SW-1', '2012-04-01', null),
      ('p2', 'P2', 'North', 'social worker', 1, '2012-04-01', 'permanent', 'SW-2', '2012-04-01', null),
      ('p0', 'P2', 'North', 'social worker', 1, '2012-04-01', 'permanent', 'SW-4', '2010-04-01', '2012-03-31'),
      ('p3', 'P3', 'North', 'social worker', 1, '2012-04-01', 'agency', 'AG-1', '2012-04-01', null);
  insert into absences (absence_id, worker, team, fte, reason, from_on, to_on) values
      ('old', 'SW-1', 'North', 1, 'sickness', '2013-03-04', '2013-03-05'),
      ('christmas', 'SW-1', 'North', 1, 'Sickness', '2014-12-22', '2015-01-02'),
      ('half-time', 'SW-2', 'North', 0.5, 'sick leave', '2014-06-02', '2014-06-05'),
      ('across the edge', 'SW-2', 'North', 1, 'sickness', '2014-01-27', '2014-02-04'),
      ('goes on', 'SW-1', 'North', 1, 'sickness', '2015-01-29', null),
      ('leave', 'SW-1', 'North', 1, 'maternity', '2014-07-01', '2014-07-31'),
      ('agency', 'AG-1', 'North', 1, 'sickness', '2014-07-01', '2014-07-31'),
      ('turned', 'SW-1', 'North', 1, 'sickness', '2014-08-10', '2014-08-01');`

test('working days lost in twelve months, over full-time workers times 253', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'wf-sickness')
  const point = async (id: string) => (await figures(snapshot, id)).points.at(-1)
  // Christmas: 22 to 24, 29 to 31 December and 2 January, 7 days. Half-time: 4 days are 2. Across the edge: 3 and 4 February, 2
  // days. Going on: 29 and 30 January, 2 days. So 13 of 2 x 253.
  expect(await point('wf-sickness')).toMatchObject({
    period: '2015-01',
    numerator: 13,
    denominator: 506,
    value: 2.57,
  })
  expect(await point('wf-sickness.days')).toMatchObject({ numerator: 13, denominator: 2, value: 6.5 })
})
