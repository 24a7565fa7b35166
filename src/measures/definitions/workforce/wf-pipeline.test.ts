import { expect, test } from 'vitest'
import { byMonth, measured } from '../../../../tests/support/measured.ts'
import { allCases } from '../../figures/case-list.ts'
import { figures } from '../../figures/figure-read.ts'

const insert = `
  insert into recruitment (recruitment_id, round, team, kind, places, stage, advertised_on, offered_on, offered, started, started_on, start_planned_on) values
      ('r1', 'R1', 'North', 'permanent', 2, 'started', '2014-09-01', '2014-10-06', 3, 2, '2014-12-01', '2014-12-01'),
      ('r2', 'R2', 'North', 'permanent', 1, 'started', '2014-09-01', '2014-10-20', 1, null, '2014-12-15', '2014-12-15'),
      ('r3', 'R3', 'South', 'permanent', 2, 'start day set', '2014-11-03', '2015-01-05', 2, 0, null, '2015-04-30'),
      ('r4', 'R4', 'South', 'permanent', 1, 'offered', '2014-11-03', '2015-01-05', 1, 0, null, '2015-05-01'),
      ('r5', 'R5', 'South', 'peripatetic', 5, 'start day set', '2014-11-03', '2015-01-12', 5, 0, null, '2015-03-02'),
      ('r6', 'R6', 'South', 'permanent', 4, 'interviewing', '2015-01-12', null, null, 0, null, '2015-04-07'),
      ('r7', 'R7', 'South', 'permanent', 1, 'started', '2014-12-20', null, null, 1, '2014-12-10', null);
  insert into posts (post_spell_id, post, team, role, fte, created_on, state, worker, from_on, to_on) values
      ('vacant', 'P1', 'North', 'social worker', 1, '2012-01-01', 'vacant', null, '2014-11-01', null),
      ('agency', 'P2', 'North', 'social worker', 1, '2012-01-01', 'agency', 'AG-1', '2014-11-01', null),
      ('stand-in', 'P3', 'South', 'social worker', 0.5, '2012-01-01', 'peripatetic', 'SW-9', '2014-11-01', null),
      ('filled', 'P4', 'South', 'social worker', 1, '2012-01-01', 'permanent', 'SW-1', '2012-01-01', null),
      ('left', 'P1', 'North', 'social worker', 1, '2012-01-01', 'permanent', 'SW-2', '2012-01-01', '2014-10-31');`
const world = { asAt: '2015-01-31', insert } as const

test('places are at the stage that their round has come to', async () => {
  const snapshot = await measured(world, 'wf-pipeline')
  const { points } = await figures(snapshot, 'wf-pipeline', { by: 'detail' })
  expect(points.map(({ period, split, value }) => [period, split, value])).toEqual([
    ['2015-01', null, 16],
    ['2015-01', 'Interviewing', 4],
    ['2015-01', 'Offered', 1],
    ['2015-01', 'Start day set', 7],
    ['2015-01', 'Started', 4],
  ])
})

test('only starts fill a post: starts for each offer, and days from advert to start', async () => {
  const snapshot = await measured(world, 'wf-pipeline')
  // October: 2 starts of 3 + 1 offers; a blank number of starts is none. January: none yet, of 8.
  expect(await byMonth(snapshot, 'wf-pipeline.starts_over_offers')).toMatchObject({
    '2014-10': '2 of 4',
    '2015-01': '0 of 8',
  })
  // 91 and 105 days: nearest rank. A start before its advert is an error.
  const rows = await allCases(snapshot, 'wf-pipeline.days', { period: '2014-12' })
  expect(rows.map(({ case_id, value }) => `${case_id} ${value}`).sort()).toEqual(['r1 91', 'r2 105'])
  const point = async (id: string) =>
    (await figures(snapshot, id)).points.find(({ period }) => period === '2014-12')?.value
  expect([await point('wf-pipeline.days'), await point('wf-pipeline.days_p90')]).toEqual([91, 105])
})

test('the forecast takes away permanent starts that are agreed for the next three months, and no others', async () => {
  const snapshot = await measured(world, 'wf-pipeline')
  // 1 + 1 + 0.5 vacant, covered or not, less 2 who start on 30 April. 1 May is too late; peripatetic workers fill no post.
  expect((await byMonth(snapshot, 'wf-pipeline.forecast'))['2015-01']).toBe('0.5')
})
