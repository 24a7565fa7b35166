import { expect, test } from 'vitest'
import { byMonth, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

const caseloads = `
  insert into caseload_allocation (caseload_allocation_id, month_end_on, worker, team, role, fte, children, looked_after, on_protection_plan) values
      ('1', '2014-12-31', 'IRO-1', 'Independent review', 'independent reviewing officer', 1.0, 80, 60, 20),
      ('2', '2014-12-31', 'IRO-2', 'Independent review', 'Independent Reviewing Officer', 0.5, 40, 40, 0),
      ('3', '2014-12-31', 'CH-1', 'Independent review', 'conference chair', 1.0, 90, 0, 90),
      ('4', '2014-12-31', 'SW-1', 'North', 'social worker', 1.0, 20, 0, 5),
      ('5', '2014-12-15', 'IRO-1', 'Independent review', 'independent reviewing officer', 1.0, 70, 70, 0),
      ('6', '2015-01-31', 'IRO-1', 'Independent review', 'independent reviewing officer', null, 66, 66, 0);`
const world = { asAt: '2015-01-31', insert: caseloads } as const

test('children for each full-time officer: not those of chairs, and the last day of a month alone', async () => {
  const snapshot = await measured(world, 'qa-iro-caseload')
  // December: 80 + 40 children over 1.0 + 0.5 officers is 80. January: 66 over 1, for a blank counts as full-time.
  expect(await byMonth(snapshot, 'qa-iro-caseload')).toEqual({
    '2014-12': '120 of 1.5',
    '2015-01': '66 of 1',
  })
  const { points } = await figures(snapshot, 'qa-iro-caseload')
  expect(points.map(({ value }) => value)).toEqual([80, 66])
})

test('an officer who also chairs has both kinds of children, each apart', async () => {
  const snapshot = await measured(world, 'qa-iro-caseload')
  expect((await byMonth(snapshot, 'qa-iro-caseload.looked_after'))['2014-12']).toBe('100 of 1.5')
  expect((await byMonth(snapshot, 'qa-iro-caseload.on_plan'))['2014-12']).toBe('20 of 1.5')
})
