import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const insert = `
  insert into person (child_key, person_id, dob)
      select n, 'P' || n, date '2014-06-01' from (values (1), (2), (3), (4)) as t (n);
  insert into cla_periods (cla_id, child_key, start_date) values
      ('checked', 1, '2015-01-31'), ('a day too long ago', 2, '2015-01-31'), ('health only', 3, '2015-01-31'), ('eleven months', 4, '2015-02-01');
  insert into legal_status (child_key, legal_status, start_date) values (1, 'C2', '2015-01-31');
  insert into cla_health (child_key, check_type, said_type, check_date) values
      (1, 'dental', 'Dentist', '2015-02-01'), (2, 'dental', 'Dentist', '2015-01-31'), (3, 'health', 'RHA', '2015-06-01'),
      (4, 'dental', 'Dentist', '2015-06-01');
  -- A source that has the day care ended, on a row that is an error and counts nowhere.
  insert into cla_periods (cla_id, child_key, start_date, end_date) values ('ends before it starts', 1, '2013-06-01', '2013-01-01');`

test('teeth checked in the twelve months, of children of any age in care for twelve', async () => {
  const snapshot = await measured({ asAt: '2016-01-31', source: 'ssd', insert }, 'lac-dental')
  expect(await byMonth(snapshot, 'lac-dental')).toEqual({ '2016-01': '1 of 3' })
  expect(await casesOf(snapshot, 'lac-dental', '2016-01', 'yes')).toEqual(['checked'])
  const later = await measured({ asAt: '2016-02-29', source: 'ssd', insert }, 'lac-dental')
  expect(await byMonth(later, 'lac-dental')).toEqual({ '2016-01': '1 of 3', '2016-02': '1 of 4' })
  // A source that has the latest check alone answers for the as-at day.
  const latest = await measured(
    { asAt: '2016-02-29', source: 'ssd', insert, absent: ['cla_health.said_type'] },
    'lac-dental',
  )
  expect(await byMonth(latest, 'lac-dental')).toEqual({ '2016-02': '1 of 4' })
})

test('a source that names no dental check answers nothing', async () => {
  const snapshot = await measured(
    {
      asAt: '2016-01-31',
      source: 'ssd',
      insert: `${insert} delete from cla_health where check_type = 'dental';`,
    },
    'lac-dental',
  )
  expect(await byMonth(snapshot, 'lac-dental')).toEqual({ '2016-01': '0 of 0' })
})
