import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { allCases } from '../../figures/case-list.ts'
import { figures } from '../../figures/figure-read.ts'

/**
 * Child A is open from 1 to 30 January 2015; the others never were. 9 January is a Friday, so that its limit is the end
 * of Monday the 12th. What came on Friday at 17:00, or at the weekend, starts its clock on the Monday: its limit is the end
 * of Tuesday the 13th. What came on Monday at 08:59 starts it that day, and its limit is the same Tuesday.
 */
const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B');
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 1, '2015-01-01', '2015-01-30');
  insert into contact_decisions (contact_decision_id, child_key, received_at, source, decided_at, outcome) values
      ('by the end of Monday', 2, '2015-01-09 16:59', '6', '2015-01-12 23:59', 'advice'),
      ('on Tuesday', 2, '2015-01-09 16:59', '6', '2015-01-13 00:01', 'advice'),
      ('out of hours, by Tuesday', 2, '2015-01-09 17:00', '2A', '2015-01-13 17:00', 'advice'),
      ('out of hours, on Wednesday', 2, '2015-01-10 03:00', '2A', '2015-01-14 09:00', 'advice'),
      ('before the office opened', 2, '2015-01-12 08:59', '2A', '2015-01-13 12:00', 'advice'),
      ('by the emergency duty worker that night', 2, '2015-01-10 03:00', '6', '2015-01-10 04:30', 'referral'),
      ('never decided', 2, '2015-01-12 10:00', '6', null, null),
      ('decided, nobody knows when', 2, '2015-01-12 10:00', '6', null, 'advice'),
      ('decided before it came', 2, '2015-01-12 10:00', '6', '2015-01-11 10:00', 'advice'),
      ('about a child already open', 1, '2015-01-12 10:00', '6', '2015-01-12 11:00', 'advice'),
      ('decided after the as-at day', 2, '2015-01-30 10:00', '6', '2015-02-02 10:00', 'advice');`
const world = { asAt: '2015-01-31', insert } as const

test('a contact is in time by the end of the working day after the office opened to it', async () => {
  const snapshot = await measured(world, 'fd-contact-decision-1wd')
  expect(await casesOf(snapshot, 'fd-contact-decision-1wd', '2015-01', 'yes')).toEqual([
    'before the office opened',
    'by the emergency duty worker that night',
    'by the end of Monday',
    'out of hours, by Tuesday',
  ])
  // Those that nobody decided stay in; the one decided before it came, and the one about an open case, are nowhere.
  expect(await casesOf(snapshot, 'fd-contact-decision-1wd', '2015-01', 'no')).toEqual([
    'decided after the as-at day',
    'decided, nobody knows when',
    'never decided',
    'on Tuesday',
    'out of hours, on Wednesday',
  ])
  expect(await byMonth(snapshot, 'fd-contact-decision-1wd')).toEqual({ '2015-01': '4 of 9' })
  const { points } = await figures(snapshot, 'fd-contact-decision-1wd', { by: 'detail' })
  expect(points.map(({ split, numerator, denominator }) => [split, numerator, denominator])).toEqual([
    [null, 4, 9],
    ['Police', 2, 6],
    ['Schools and education', 2, 3],
  ])
})

test('the hours are those that passed, by night and at weekends too', async () => {
  const snapshot = await measured(world, 'fd-contact-decision-1wd')
  const rows = await allCases(snapshot, 'fd-contact-decision-1wd.hours', { period: '2015-01' })
  // Six have both times: 1.5, 27.02, 79, 79.03 (to Tuesday 00:01), 96 and 102 hours. The middle one by rank is the third.
  expect(rows.map(({ value }) => Math.round(value! * 100) / 100).sort((a, b) => a - b)).toEqual([
    1.5, 27.02, 79, 79.03, 96, 102,
  ])
  expect(await byMonth(snapshot, 'fd-contact-decision-1wd.hours')).toEqual({ '2015-01': 'null of 6' })
  const nine = await figures(snapshot, 'fd-contact-decision-1wd.hours_p90')
  expect(nine.points.map(({ value }) => value)).toEqual([102])
})

test('the night on which the clocks go forward is an hour shorter', async () => {
  // Friday 27 March 2015 20:00 to Monday 30 March 21:00 is 73 hours on the clock and 72 that passed.
  const spring = `insert into person (child_key, person_id) values (1, 'A');
    insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 1, '2014-01-01', '2014-01-30');
    insert into contact_decisions (contact_decision_id, child_key, received_at, decided_at, outcome) values
        ('over the change', 1, '2015-03-27 20:00', '2015-03-30 21:00', 'advice');`
  const snapshot = await measured({ asAt: '2015-03-31', insert: spring }, 'fd-contact-decision-1wd')
  const [row] = await allCases(snapshot, 'fd-contact-decision-1wd', { period: '2015-03' })
  // Friday after hours starts the clock on Monday the 30th.
  expect(row).toMatchObject({ value: 72, met: true })
})
