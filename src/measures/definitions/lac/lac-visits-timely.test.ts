import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** As at Thursday 31 March 2016: 42 days before is 18 February. */
const insert = `
  insert into person (child_key, person_id, dob) values
      (1, 'A', '2008-01-01'), (2, 'B', '2008-01-01'), (3, 'C', '2008-01-01'), (4, 'D', '2008-01-01'),
      (5, 'E', '2008-01-01'), (6, 'F', '2008-01-01'), (7, 'G', '2008-01-01'), (8, 'H', '2008-01-01');
  insert into cla_periods (cla_id, child_key, start_date) values
      ('42 days', 1, '2015-01-05'), ('43 days', 2, '2015-01-05'), ('moved a week ago', 3, '2015-01-05'),
      ('moved 8 days ago', 4, '2015-01-05'), ('seen before the move', 5, '2015-01-05'), ('not seen', 6, '2015-01-05'),
      ('never visited', 7, '2016-03-01'), ('came this week', 8, '2016-03-24');
  insert into legal_status (child_key, cla_id, legal_status) values (1, '42 days', 'C2');
  insert into cla_placement (child_key, start_date, end_date) values
      (1, '2015-01-05', null), (2, '2015-01-05', null),
      (3, '2015-01-05', '2016-03-24'), (3, '2016-03-24', null), (4, '2015-01-05', '2016-03-23'), (4, '2016-03-23', null),
      (5, '2015-01-05', '2016-03-10'), (5, '2016-03-10', null), (6, '2015-01-05', null), (7, '2016-03-01', null);
  insert into cla_visits (child_key, visit_date, seen) values
      (1, '2016-02-18', true), (2, '2016-02-17', true), (3, '2016-01-31', true), (4, '2016-01-31', true),
      (5, '2016-03-09', true), (6, '2016-01-05', true), (6, '2016-03-20', false), (6, '2016-03-21', null);
  -- A source that has the day care ended, on a row that is an error and counts nowhere.
  insert into cla_periods (cla_id, child_key, start_date, end_date) values ('ends before it starts', 1, '2013-06-01', '2013-01-01');`

test('42 days from the last visit that saw the child in this placement, or 7 from the move', async () => {
  const snapshot = await measured({ asAt: '2016-03-31', source: 'ssd', insert }, 'lac-visits-timely')
  expect(await casesOf(snapshot, 'lac-visits-timely', '2016-03', 'yes')).toEqual([
    '42 days',
    'came this week',
    'moved a week ago',
  ])
  expect(await casesOf(snapshot, 'lac-visits-timely', '2016-03', 'no')).toEqual([
    '43 days',
    'moved 8 days ago',
    'never visited',
    'not seen',
    'seen before the move',
  ])
  // Of an earlier month end what was so then: on 31 January everyone seen by then was seen in time but for 1, 2 and 5.
  expect(await casesOf(snapshot, 'lac-visits-timely', '2016-01', 'yes')).toEqual([
    'moved 8 days ago',
    'moved a week ago',
    'not seen',
  ])
})

test('a source that has the latest visit alone, and not whether the child was seen, answers for the as-at day', async () => {
  const snapshot = await measured(
    {
      asAt: '2016-03-31',
      absent: ['cla_visits.seen'],
      insert: insert.replaceAll(/, (true|false|null)\)(?=[,;] ?\(?\d?)/g, ', null)'),
    },
    'lac-visits-timely',
  )
  expect(await byMonth(snapshot, 'lac-visits-timely')).toEqual({ '2016-03': '4 of 8' })
  expect(await casesOf(snapshot, 'lac-visits-timely', '2016-03', 'yes')).toContain('not seen')
})
