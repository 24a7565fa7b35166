import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

const insert = `
  insert into caseload_allocation (caseload_allocation_id, month_end_on, worker, team, role, fte, newly_qualified, agency, cap, children) values
      ('a1', '2015-01-31', 'SW-1', 'North', 'social worker', 1, true, false, 12, 12),
      ('a2', '2015-01-31', 'SW-2', 'North', 'social worker', 1, true, true, 12, 13),
      ('a3', '2015-01-31', 'SW-3', 'North', 'social worker', 0.5, true, false, null, 8),
      ('a4', '2015-01-31', 'SW-4', 'North', 'social worker', 1, true, false, null, 16),
      ('a5', '2015-01-31', 'SW-5', 'North', 'social worker', 1, true, false, 12, 0),
      ('a6', '2015-01-31', 'SW-6', 'North', 'social worker', 1, false, false, 18, 12);`

test('a newly qualified worker at the cap is within it, agency or not; without a cap it is 15 or a part of it', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'wf-nqsw')
  // Half of 15 is 7.5, rounded up 8.
  expect(await casesOf(snapshot, 'wf-nqsw', '2015-01', 'yes')).toEqual(['SW-1', 'SW-3'])
  expect(await byMonth(snapshot, 'wf-nqsw')).toEqual({ '2015-01': '2 of 4' })
})

test('protected time is to be captured in a room to come', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'wf-nqsw')
  expect(await figures(snapshot, 'wf-nqsw.protected_time')).toMatchObject({
    available: false,
    why: 'Not available yet: it is captured in workforce, which is to come',
  })
})
