import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/**
 * From Monday 30 March 2015 day 15 is Wednesday 22 April, with Good Friday and Easter Monday between.
 * From Thursday 21 May, with a bank holiday on the 25th, day 15 is Friday 12 June.
 */
const insert = `
  insert into person (child_key, person_id)
      values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F'), (7, 'G');
  insert into s47_enquiry (s47_enquiry_id, child_key, start_date) values
      ('s1', 1, '2015-03-30'), ('s2', 2, '2015-03-30'), ('s3', 3, '2015-05-21'), ('s4', 4, '2015-06-15'),
      ('s5', 5, '2015-10-01'), ('s6', 5, '2015-10-12'), ('s7', 6, '2015-10-12');
  insert into initial_cp_conference (icpc_id, s47_enquiry_id, child_key, icpc_date, transfer_in) values
      ('on day 15', 's1', 1, '2015-04-22', null),
      ('on day 16', 's2', 2, '2015-04-23', null),
      ('Saturday after day 15', 's3', 3, '2015-06-13', null),
      ('before the enquiry', 's4', 4, '2015-06-10', null),
      ('one for two enquiries', 's5', 5, '2015-10-27', null),
      ('one for two enquiries', 's6', 5, '2015-10-27', null),
      ('transfer-in', 's7', 6, '2015-10-20', true),
      ('after no enquiry', null, 7, '2015-10-20', null);`
const world = { asAt: '2015-10-31', insert } as const

test('a conference is in time on the 15th working day, and late on the 16th or on the Saturday after', async () => {
  const snapshot = await measured(world, 's47-icpc-15wd')
  expect(await casesOf(snapshot, 's47-icpc-15wd', '2015-04', 'yes')).toEqual(['on day 15'])
  expect(await casesOf(snapshot, 's47-icpc-15wd', '2015-04', 'no')).toEqual(['on day 16'])
  expect(await casesOf(snapshot, 's47-icpc-15wd', '2015-06')).toEqual(['Saturday after day 15'])
  expect(await casesOf(snapshot, 's47-icpc-15wd', '2015-06', 'yes')).toEqual([])
})

test('one conference after two enquiries is one, timed from the first', async () => {
  const snapshot = await measured(world, 's47-icpc-15wd')
  // From 1 October day 15 is the 22nd, so the 27th is late; from the second enquiry it would have been in time.
  expect(await byMonth(snapshot, 's47-icpc-15wd.s47')).toMatchObject({ '2015-10': '0 of 1' })
})

test('a conference that has only been booked is not held', async () => {
  const snapshot = await measured({ ...world, asAt: '2015-10-26' }, 's47-icpc-15wd')
  expect(await byMonth(snapshot, 's47-icpc-15wd')).toMatchObject({ '2015-10': '0 of 0' })
})
