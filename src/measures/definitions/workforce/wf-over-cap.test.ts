import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const insert = `
  insert into caseload_allocation (caseload_allocation_id, month_end_on, worker, team, role, fte, cap, children) values
      ('a0', '2015-01-16', 'SW-1', 'North', 'social worker', 1, 18, 40),
      ('a1', '2015-01-31', 'SW-1', 'North', 'social worker', 1, 18, 18),
      ('a2', '2015-01-31', 'SW-2', 'North', 'senior social worker', 0.6, 11, 14),
      ('a3', '2015-01-31', 'SW-3', 'South', 'social worker', 1, 18, 0),
      ('a4', '2015-01-31', 'SW-4', 'South', 'social worker', 1, null, 30),
      ('a5', '2015-01-31', 'IRO-1', 'Review', 'independent reviewing officer', 1, 65, 80),
      ('a6', '2015-01-31', null, 'South', null, null, null, 9),
      ('a7', '2015-01-31', 'SW-7', 'South', 'social worker', 1, 18, 25),
      ('a8', '2015-01-31', 'SW-8', 'South', null, null, 18, 20),
      ('b1', '2014-12-31', 'SW-1', 'North', 'social worker', 1, 16, 17);
  insert into absences (absence_id, worker, reason, from_on, to_on) values
      ('long', 'SW-7', 'sickness', '2014-12-31', null), ('twenty days', 'SW-8', 'sickness', '2015-01-05', '2015-02-02');`
const world = { asAt: '2015-01-31', insert } as const

test('a worker is over the cap that was theirs at the time; who holds nobody or has been away over 20 working days is out', async () => {
  const snapshot = await measured(world, 'wf-over-cap')
  // Saturday 31 January falls on the Monday: from 5 January it is working day 20, from 31 December day 22. Of the three, SW-1 is
  // at the cap and the others over it. The count in mid-month is not the month end's.
  expect(await casesOf(snapshot, 'wf-over-cap', '2015-01')).toEqual(['SW-1', 'SW-2', 'SW-8'])
  expect(await byMonth(snapshot, 'wf-over-cap')).toEqual({ '2014-12': '1 of 1', '2015-01': '2 of 3' })
  expect(await byMonth(snapshot, 'wf-over-cap.count')).toEqual({ '2014-12': '1', '2015-01': '2' })
})

test('children above the caps are added up', async () => {
  const snapshot = await measured(world, 'wf-over-cap')
  // January: 14 - 11 and 20 - 18.
  expect(await byMonth(snapshot, 'wf-over-cap.above')).toEqual({ '2014-12': '1', '2015-01': '5' })
})
