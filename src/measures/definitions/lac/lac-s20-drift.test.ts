import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** Six months after 29 August 2015 is 29 February 2016: on the day itself it is six months, and not over. */
const insert = `
  insert into person (child_key, person_id, dob) values
      (1, 'A', '2008-01-01'), (2, 'B', '2008-01-01'), (3, 'C', '2008-01-01'), (4, 'D', '1999-01-01'), (5, 'E', '1999-01-01'),
      (6, 'F', '2008-01-01'), (7, 'G', '2008-01-01');
  insert into cla_periods (cla_id, child_key, start_date, uasc) values
      ('six months', 1, '2015-08-29', false), ('over six', 2, '2014-01-01', false), ('over twelve', 3, '2014-01-01', null),
      ('unaccompanied', 4, '2014-01-01', true), ('17', 5, '2015-01-01', false), ('under an order', 6, '2014-01-01', false),
      ('short breaks', 7, '2014-01-01', false);
  insert into legal_status (child_key, cla_id, legal_status, start_date, end_date) values
      (1, 'six months', 'V2', '2015-08-29', null),
      -- The clock runs from section 20, not from care; and an order between breaks it.
      (2, 'over six', 'V2', '2014-01-01', '2014-06-01'), (2, 'over six', 'C1', '2014-06-01', '2015-09-29'), (2, 'over six', 'V2', '2015-09-29', null),
      -- Two rows one after the other are one.
      (3, 'over twelve', 'V2', '2014-01-01', '2015-12-01'), (3, 'over twelve', 'V2', '2015-12-01', null),
      (4, 'unaccompanied', 'V2', '2014-01-01', null), (5, '17', 'V2', '2015-03-30', null), (6, 'under an order', 'C2', '2014-01-01', null),
      (7, 'short breaks', 'V4', '2014-01-01', null);
  -- A source that has the day care ended, on a row that is an error and counts nowhere.
  insert into cla_periods (cla_id, child_key, start_date, end_date) values ('ends before it starts', 1, '2013-06-01', '2013-01-01');`

test('the share is of all, and drift leaves out unaccompanied children', async () => {
  const snapshot = await measured({ asAt: '2016-03-31', source: 'ssd', insert }, 'lac-s20-drift')
  expect(await byMonth(snapshot, 'lac-s20-drift')).toMatchObject({ '2015-07': '3 of 5', '2016-03': '5 of 6' })
  expect(await casesOf(snapshot, 'lac-s20-drift.gt6', '2016-02', 'no')).toEqual(['over six', 'six months'])
  expect(await casesOf(snapshot, 'lac-s20-drift.gt6', '2016-03', 'yes')).toEqual([
    '17',
    'over six',
    'over twelve',
    'six months',
  ])
  expect(await casesOf(snapshot, 'lac-s20-drift.gt12', '2016-03', 'yes')).toEqual(['17', 'over twelve'])
  // A year after 30 March 2015 is 30 March 2016, and over it the day after.
  expect(await casesOf(snapshot, 'lac-s20-drift.gt12', '2016-02', 'yes')).toEqual(['over twelve'])
})

test('a source that has the latest status alone answers for the as-at day', async () => {
  const snapshot = await measured(
    {
      asAt: '2016-03-31',
      source: 'ssd',
      absent: ['legal_status.end_date'],
      insert: `${insert} delete from legal_status where end_date is not null;`,
    },
    'lac-s20-drift',
  )
  expect(await byMonth(snapshot, 'lac-s20-drift')).toEqual({ '2016-03': '5 of 6' })
})
