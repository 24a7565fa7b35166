import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { availability } from '../../figures/availability-read.ts'
import { figures } from '../../figures/figure-read.ts'

/** Good Friday 2015 is 3 April; 6 April is Easter Monday; Tuesday the 7th is a working day. */
const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B');
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 1, '2014-12-01', '2015-06-20');
  insert into contact_decisions (contact_decision_id, child_key, received_at, decided_at, decided_by) values
      ('Good Friday at noon', 2, '2015-04-03 12:00', '2015-04-03 14:30', 'emergency duty worker'),
      ('Saturday at noon', 2, '2015-04-04 12:00', '2015-04-07 10:00', 'team manager'),
      ('Tuesday at 17:00', 2, '2015-04-07 17:00', '2015-04-07 17:45', 'emergency duty worker'),
      ('Tuesday at 08:59', 2, '2015-04-07 08:59', null, null),
      ('Tuesday at 09:00', 2, '2015-04-07 09:00', '2015-04-07 10:00', 'emergency duty worker'),
      ('Tuesday at 16:59', 2, '2015-04-07 16:59', null, null),
      ('already open, at night', 1, '2015-04-08 02:00', null, null);
  insert into legal_status (child_key, legal_status, start_date, end_date) values
      (1, 'L1', '2015-04-04', '2015-04-07'), (1, 'L1', '2015-04-04', '2015-04-07'), (2, 'C1', '2015-04-05', null), (2, 'L1', '2015-04-09', null);`

test('out of hours is before 09:00, from 17:00 on, and all day at weekends and on bank holidays', async () => {
  const snapshot = await measured({ asAt: '2015-04-30', insert }, 'fd-out-of-hours')
  expect(await casesOf(snapshot, 'fd-out-of-hours', '2015-04')).toEqual([
    'Good Friday at noon',
    'Saturday at noon',
    'Tuesday at 08:59',
    'Tuesday at 17:00',
  ])
  const { points } = await figures(snapshot, 'fd-out-of-hours', { by: 'detail' })
  expect(points.map(({ split, value }) => [split, value])).toEqual([
    [null, 4],
    ['08:00 to 08:59', 1],
    ['12:00 to 12:59', 2],
    ['17:00 to 17:59', 1],
  ])
})

test('a contact of a working day is not out of hours because nobody wrote down its time', async () => {
  const untimed = `
    insert into person (child_key, person_id) values (2, 'B');
    insert into contact_decisions (contact_decision_id, child_key, received_at, decided_at, decided_by) values
        ('Tuesday', 2, '2015-04-07 00:00', '2015-04-07 10:00', 'emergency duty worker'),
        ('Saturday', 2, '2015-04-04 00:00', '2015-04-04 10:00', 'emergency duty worker'),
        ('Saturday night', 2, '2015-04-04 23:00', '2015-04-04 00:00', 'emergency duty worker'),
        ('the day after', 2, '2015-04-04 20:00', '2015-04-05 00:00', 'emergency duty worker');`
  const snapshot = await measured({ asAt: '2015-04-30', insert: untimed }, 'fd-out-of-hours')
  expect(await casesOf(snapshot, 'fd-out-of-hours', '2015-04')).toEqual([
    'Saturday',
    'Saturday night',
    'the day after',
  ])
  expect((await figures(snapshot, 'fd-out-of-hours.decided')).points.map(({ value }) => value)).toEqual([
    null,
  ])
})

test('what the emergency duty service decided is timed in hours', async () => {
  const snapshot = await measured({ asAt: '2015-04-30', insert }, 'fd-out-of-hours')
  const value = async (id: string) => (await figures(snapshot, id)).points.map((point) => point.value)
  // 2.5 hours and 0.75: the median by nearest rank is the lesser.
  expect(await value('fd-out-of-hours.decided')).toEqual([0.75])
  expect(await value('fd-out-of-hours.longest')).toEqual([2.5])
  expect((await availability(snapshot)).get('fd-out-of-hours.wait')?.why).toContain('services')
})

test('police protection is counted by spells of its legal status, where the source has them', async () => {
  const ssd = await measured({ asAt: '2015-04-30', insert, source: 'ssd' }, 'fd-out-of-hours')
  expect(await byMonth(ssd, 'fd-out-of-hours.police_protection')).toEqual({ '2015-04': '2' })
  const annexA = await measured({ asAt: '2015-04-30', insert }, 'fd-out-of-hours')
  expect((await availability(annexA)).get('fd-out-of-hours.police_protection')?.available).toBe(false)
})
