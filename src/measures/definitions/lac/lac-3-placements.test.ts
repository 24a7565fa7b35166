import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** The year to 31 March 2016 begins on 1 April 2015. */
const insert = `
  insert into person (child_key, person_id, dob)
      select n, 'P' || n, date '2008-01-01' from (values (1), (2), (3), (4), (5), (6)) as t (n);
  insert into cla_periods (cla_id, child_key, start_date) values
      ('three', 1, '2014-01-01'), ('two in the year', 2, '2014-01-01'), ('status only', 3, '2014-01-01'),
      ('a week away', 4, '2014-01-01'), ('eight days away', 5, '2014-01-01'), ('no placement', 6, '2014-01-01');
  insert into legal_status (child_key, legal_status, start_date) values (1, 'C2', '2014-01-01');
  insert into cla_placement (child_key, start_date, end_date, placement_type, postcode, same_carer) values
      -- The one with which the year began counts.
      (1, '2014-01-01', '2015-06-01', 'U6', 'ZZ1 1AA', false), (1, '2015-06-01', '2015-09-01', 'U6', 'ZZ2 1AA', false),
      (1, '2015-09-01', null, 'K2', 'ZZ3 1AA', false),
      -- Over on the day before the year began.
      (2, '2014-01-01', '2015-03-31', 'U6', 'ZZ1 1AA', false), (2, '2015-03-31', '2015-09-01', 'U6', 'ZZ2 1AA', false),
      (2, '2015-09-01', null, 'K2', 'ZZ3 1AA', false),
      -- The carer became a connected person's placement for good: T or U.
      (3, '2014-01-01', '2015-06-01', 'U3', 'ZZ1 1AA', false), (3, '2015-06-01', '2015-09-01', 'U1', 'ZZ1 1AA', true),
      (3, '2015-09-01', null, 'K2', 'ZZ3 1AA', false),
      (4, '2014-01-01', '2015-06-01', 'U6', 'ZZ1 1AA', false), (4, '2015-06-01', '2015-06-08', 'T1', 'ZZ9 1AA', false),
      (4, '2015-06-08', '2015-11-01', 'U6', 'ZZ1 1AA', false), (4, '2015-11-01', null, 'K2', 'ZZ3 1AA', false),
      (5, '2014-01-01', '2015-06-01', 'U6', 'ZZ1 1AA', false), (5, '2015-06-01', '2015-06-09', 'T1', 'ZZ9 1AA', false),
      (5, '2015-06-09', null, 'U6', 'ZZ1 1AA', false);
  -- A source that has the day care ended, on a row that is an error and counts nowhere.
  insert into cla_periods (cla_id, child_key, start_date, end_date) values ('ends before it starts', 1, '2013-06-01', '2013-01-01');`

test('carers of the twelve months count, not changes of status nor a week away', async () => {
  const snapshot = await measured(
    { asAt: '2016-03-31', source: 'ssd', insert, absent: ['cla_periods.placements_12_months'] },
    'lac-3-placements',
  )
  expect(await casesOf(snapshot, 'lac-3-placements', '2016-03', 'yes')).toEqual(['eight days away', 'three'])
  expect(await byMonth(snapshot, 'lac-3-placements')).toMatchObject({
    '2015-08': '1 of 6',
    '2016-03': '2 of 6',
  })
  // At 31 August only 'eight days away' has lived in three; the year to 31 October began with the first place of 2 too.
  expect(await casesOf(snapshot, 'lac-3-placements', '2015-10', 'yes')).toEqual([
    'eight days away',
    'three',
    'two in the year',
  ])
})

test('a source with a count of its own answers by it, for the as-at day', async () => {
  const snapshot = await measured(
    {
      asAt: '2016-03-31',
      insert: `${insert} update cla_periods set placements_12_months = case cla_id when 'no placement' then 3 else 2 end;`,
    },
    'lac-3-placements',
  )
  expect(await byMonth(snapshot, 'lac-3-placements')).toEqual({ '2016-03': '1 of 6' })
})
