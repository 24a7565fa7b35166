import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** The year to 31 March 2016 begins on 1 April 2015. */
const insert = `
  insert into person (child_key, person_id, dob)
      select n, 'P' || n, date '2008-01-01' from (values (1), (2), (3), (4), (5)) as t (n);
  insert into cla_periods (cla_id, child_key, start_date) values
      ('A, B, C', 1, '2015-11-01'), ('A, B, A', 2, '2015-01-01'), ('with a duty team', 3, '2015-01-01'), ('over before', 4, '2015-01-01'),
      ('nobody', 5, '2015-01-01');
  insert into legal_status (child_key, legal_status, start_date) values (1, 'C2', '2015-01-01');
  insert into professionals (worker, registered) values ('A', true), ('B', true), ('C', true), ('Duty team', false);
  insert into involvements (child_key, worker, start_date, end_date, is_primary) values
      -- Time before care counts.
      (1, 'A', '2015-01-01', '2015-06-01', true), (1, 'B', '2015-06-01', '2015-12-01', true), (1, 'C', '2015-12-01', null, true),
      (2, 'A', '2015-01-01', '2015-06-01', true), (2, 'B', '2015-06-01', '2015-12-01', true), (2, 'A', '2015-12-01', null, true),
      (2, 'C', '2015-06-01', null, false),
      (3, 'A', '2015-01-01', '2015-06-01', true), (3, 'Duty team', '2015-06-01', '2015-12-01', true), (3, 'B', '2015-12-01', null, true),
      (4, 'A', '2015-01-01', '2015-03-31', true), (4, 'B', '2015-03-31', '2015-12-01', true), (4, 'C', '2015-12-01', null, true);
  -- A source that has the day care ended, on a row that is an error and counts nowhere.
  insert into cla_periods (cla_id, child_key, start_date, end_date) values ('ends before it starts', 1, '2013-06-01', '2013-01-01');`

test('three different named workers in the twelve months, one after another', async () => {
  const snapshot = await measured({ asAt: '2016-03-31', source: 'ssd', insert }, 'lac-3-social-workers')
  expect(await casesOf(snapshot, 'lac-3-social-workers', '2016-03', 'yes')).toEqual(['A, B, C'])
  expect(await byMonth(snapshot, 'lac-3-social-workers')).toMatchObject({ '2016-03': '1 of 5' })
  // At 29 February the year still has the last weeks of 'over before' with A.
  expect(await casesOf(snapshot, 'lac-3-social-workers', '2016-02', 'yes')).toEqual([
    'A, B, C',
    'over before',
  ])
})

test('where no worker’s registration is known, every named worker counts', async () => {
  const snapshot = await measured(
    { asAt: '2016-03-31', source: 'ssd', insert: `${insert} update professionals set registered = null;` },
    'lac-3-social-workers',
  )
  expect(await casesOf(snapshot, 'lac-3-social-workers', '2016-03', 'yes')).toEqual([
    'A, B, C',
    'with a duty team',
  ])
})
