import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** The clocks go forward on Sunday 29 March 2015 at 01:00, and back on Sunday 25 October 2015 at 02:00. */
const insert = `
  insert into person (child_key, person_id) values (1, 'A');
  insert into cla_periods (cla_id, child_key, start_date, team) values ('care', 1, '2015-01-01', 'North');
  insert into missing_notifications (missing_notification_id, child_key, reported_at, recorded_at, reported_by) values
      ('24 hours', 1, '2015-02-06 23:30', '2015-02-07 23:30', 'police'),
      ('a minute over', 1, '2015-02-06 23:30', '2015-02-07 23:31', 'carer'),
      ('not yet', 1, '2015-02-06 23:30', null, 'home'),
      ('clocks forward', 1, '2015-03-28 20:00', '2015-03-29 21:00', 'home'),
      ('clocks forward, over', 1, '2015-03-28 20:00', '2015-03-29 21:01', 'home'),
      ('clocks back', 1, '2015-10-24 20:00', '2015-10-25 19:00', 'home'),
      ('clocks back, over', 1, '2015-10-24 20:00', '2015-10-25 19:01', 'home'),
      ('a day alone', 1, '2015-11-10 00:00', '2015-11-10 00:00', 'home'),
      ('after the as-at day', 1, '2015-11-30 20:00', '2015-12-01 09:00', 'home');`

test('within 24 elapsed hours of the report, whatever the clocks do', async () => {
  const snapshot = await measured({ asAt: '2015-11-30', insert }, 'mis-notified')
  expect(await byMonth(snapshot, 'mis-notified')).toMatchObject({
    '2015-02': '1 of 3',
    '2015-03': '1 of 2',
    '2015-10': '1 of 2',
    '2015-11': '1 of 2',
  })
  expect(await casesOf(snapshot, 'mis-notified', '2015-03', 'yes')).toEqual(['clocks forward'])
  expect(await casesOf(snapshot, 'mis-notified', '2015-10', 'yes')).toEqual(['clocks back'])
  expect(await casesOf(snapshot, 'mis-notified', '2015-11', 'yes')).toEqual(['a day alone'])
})
