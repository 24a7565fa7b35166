import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const insert = `
  insert into person (child_key, person_id, dob)
      select n, 'P' || n, date '2008-01-01' from (values (1), (2), (3), (4), (5)) as t (n);
  insert into cla_periods (cla_id, child_key, start_date) values
      ('far and outside', 1, '2015-01-01'), ('far inside', 2, '2015-01-01'), ('20 miles', 3, '2015-01-01'),
      ('not known', 4, '2015-01-01'), ('came near', 5, '2015-01-01');
  insert into legal_status (child_key, legal_status, start_date) values (1, 'C2', '2015-01-01');
  insert into cla_placement (child_key, start_date, end_date, distance, location) values
      (1, '2015-01-01', null, 20.1, 'out'), (2, '2015-01-01', null, 35, 'in'), (3, '2015-01-01', null, 20, 'out'),
      (4, '2015-01-01', null, null, 'out'), (5, '2015-01-01', '2015-02-10', 60, 'out'), (5, '2015-02-10', null, 2, 'in');
  -- A source that has the day care ended, on a row that is an error and counts nowhere.
  insert into cla_periods (cla_id, child_key, start_date, end_date) values ('ends before it starts', 1, '2013-06-01', '2013-01-01');`

test('far means over 20 miles and outside; a distance that is not known stays in the denominator', async () => {
  const snapshot = await measured({ asAt: '2015-02-28', source: 'ssd', insert }, 'lac-distance')
  expect(await byMonth(snapshot, 'lac-distance')).toEqual({ '2015-01': '2 of 5', '2015-02': '1 of 5' })
  expect(await byMonth(snapshot, 'lac-distance.known')).toEqual({ '2015-01': '2 of 4', '2015-02': '1 of 4' })
  expect(await casesOf(snapshot, 'lac-distance.miles', '2015-02', 'yes')).toEqual([
    'far and outside',
    'far inside',
  ])
})

test('without the boundary only the miles are answered', async () => {
  const snapshot = await measured(
    { asAt: '2015-02-28', source: 'ssd', insert, absent: ['cla_placement.location'] },
    'lac-distance',
  )
  expect(await byMonth(snapshot, 'lac-distance')).toEqual({})
  expect(await byMonth(snapshot, 'lac-distance.miles')).toMatchObject({ '2015-02': '2 of 5' })
})
