import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

const insert = `
  insert into person (child_key, person_id, dob) values
      (1, 'A', '2008-01-01'), (2, 'B', '2008-01-01'), (3, 'C', '1997-06-30'), (4, 'D', '2008-01-01'), (5, 'E', '2008-01-01');
  insert into cla_periods (cla_id, child_key, start_date, end_date, uasc, team) values
      ('left 31 May', 1, '2015-04-10', '2015-05-31', false, 'North'),
      ('back 1 June', 1, '2015-06-01', null, false, 'South'),
      ('left 31 May too', 2, '2015-04-10', '2015-05-31', null, 'North'),
      ('back 2 June', 2, '2015-06-02', null, null, 'North'),
      ('18 on 30 June', 3, '2014-01-01', null, true, 'North'),
      ('short breaks', 4, '2015-04-10', null, false, 'North'),
      ('ends before it starts', 5, '2015-05-10', '2015-05-01', false, 'North');
  insert into legal_status (child_key, cla_id, legal_status, start_date) values
      (1, 'back 1 June', 'C2', '2015-06-01'), (4, 'short breaks', 'V4', '2015-05-20');`
const world = { asAt: '2015-06-30', insert } as const

test('a child who left one day and came back the next was in care throughout', async () => {
  const snapshot = await measured(world, 'lac-number')
  expect(await casesOf(snapshot, 'lac-number', '2015-05')).toEqual(['18 on 30 June', 'left 31 May'])
  expect(await casesOf(snapshot, 'lac-number', '2015-06')).toEqual(['back 1 June', 'back 2 June'])
})

test('nobody counts on or after the 18th birthday, or under a series of short breaks', async () => {
  const snapshot = await measured(world, 'lac-number')
  expect(await casesOf(snapshot, 'lac-number', '2015-06')).not.toContain('18 on 30 June')
  expect(await casesOf(snapshot, 'lac-number', '2015-04')).not.toContain('short breaks')
})

test('unaccompanied children and the others add up to all; a blank is one of the others', async () => {
  const snapshot = await measured(world, 'lac-number')
  expect(await byMonth(snapshot, 'lac-number')).toMatchObject({
    '2015-04': '3',
    '2015-05': '2',
    '2015-06': '2',
  })
  expect(await byMonth(snapshot, 'lac-number.uasc')).toMatchObject({
    '2015-04': '1',
    '2015-05': '1',
    '2015-06': '0',
  })
  expect(await byMonth(snapshot, 'lac-number.ex_uasc')).toMatchObject({
    '2015-04': '2',
    '2015-05': '1',
    '2015-06': '2',
  })
})

test('the number splits by the legal status in force at the month end', async () => {
  const snapshot = await measured(world, 'lac-number')
  const { points } = await figures(snapshot, 'lac-number', { by: 'detail', from: '2015-06' })
  expect(points.map(({ split, value }) => [split, value])).toEqual([
    [null, 2],
    ['full care order', 1],
    ['Not recorded', 1],
  ])
})
