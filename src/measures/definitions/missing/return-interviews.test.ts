import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/**
 * 72 hours from Friday 6 February 2015 23:30 end on Monday at 23:30 (the convention's own example); from Friday 27 March
 * 20:00, across the Sunday on which the clocks go forward, on Monday at 21:00; from Friday 23 October 20:00, across
 * that on which they go back, on Monday at 19:00.
 */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'A', '2002-01-01'), (2, 'B', '2002-01-01'), (3, 'C', '1997-05-10');
  insert into return_interviews
      (return_interview_id, child_key, returned_at, offered, offered_at, accepted, held_at, independent, interviewer, team)
  values
      ('on the hour', 1, '2015-02-06 23:30', true, '2015-02-09 23:30', true, '2015-02-09 23:30', true, 'youth worker', 'North'),
      ('a minute late', 2, '2015-02-06 23:30', true, '2015-02-09 23:31', true, '2015-02-09 23:31', false, 'social worker', 'North'),
      ('not offered', 1, '2015-02-10 08:00', false, null, null, null, null, null, 'North'),
      ('nobody knows', 1, '2015-02-11 08:00', null, null, null, null, null, null, 'North'),
      ('offered, no day', 2, '2015-02-12 08:00', true, null, null, null, null, null, 'North'),
      ('forward', 1, '2015-03-27 20:00', true, '2015-03-27 21:00', true, '2015-03-30 21:00', true, 'youth worker', 'North'),
      ('forward, late', 2, '2015-03-27 20:00', true, '2015-03-27 21:00', false, '2015-03-30 21:01', null, null, 'North'),
      ('18 on the return', 3, '2015-05-10 08:00', true, '2015-05-10 09:00', true, '2015-05-10 10:00', true, null, 'North'),
      ('a day alone', 1, '2015-06-01 00:00', true, '2015-06-01 00:00', true, '2015-06-04 23:58', true, null, 'North'),
      ('held before the return', 2, '2015-06-01 12:00', true, null, true, '2015-06-01 11:00', true, null, 'North'),
      ('back', 1, '2015-10-23 20:00', true, '2015-10-23 21:00', true, '2015-10-26 19:00', true, null, 'North'),
      ('back, late', 2, '2015-10-23 20:00', true, '2015-10-23 21:00', true, '2015-10-26 19:01', true, null, 'North'),
      ('after the as-at day', 1, '2015-10-31 12:00', true, '2015-11-01 09:00', true, '2015-11-01 10:00', true, null, 'North');`
const world = { asAt: '2015-10-31', insert } as const

test('72 hours are elapsed hours, and end an hour later or earlier on the clock when that changes', async () => {
  const snapshot = await measured(world, 'mis-rhi-72h')
  const met = async (month: '2015-02' | '2015-03' | '2015-10') =>
    await casesOf(snapshot, 'mis-rhi-72h', month, 'yes')
  expect(await met('2015-02')).toEqual(['on the hour'])
  expect(await met('2015-03')).toEqual(['forward'])
  expect(await met('2015-10')).toEqual(['back'])
  expect(await byMonth(snapshot, 'mis-rhi-72h')).toMatchObject({ '2015-02': '1 of 5', '2015-10': '1 of 3' })
})

test('of interviews held, and an interview after the as-at day has not been', async () => {
  const snapshot = await measured(world, 'mis-rhi-72h')
  expect(await byMonth(snapshot, 'mis-rhi-72h.of_held')).toMatchObject({
    '2015-02': '1 of 2',
    '2015-03': '1 of 2',
    '2015-10': '1 of 2',
  })
})

test('a return without a time was at 23:59; one before which the interview was held is an error, and at 18 none is owed', async () => {
  const snapshot = await measured(world, 'mis-rhi-72h')
  // 23:59 on 1 June to 23:58 on 4 June.
  expect(await byMonth(snapshot, 'mis-rhi-72h')).toMatchObject({ '2015-05': '0 of 0', '2015-06': '1 of 1' })
})

test('an offer counts within 72 hours, by episode and by child; one without a time, or of which nobody knows, does not', async () => {
  const snapshot = await measured(world, 'mis-rhi-offered')
  expect(await byMonth(snapshot, 'mis-rhi-offered')).toMatchObject({
    '2015-02': '1 of 5',
    '2015-03': '2 of 2',
  })
  expect(await casesOf(snapshot, 'mis-rhi-offered', '2015-02', 'yes')).toEqual(['on the hour'])
  expect(await byMonth(snapshot, 'mis-rhi-offered.children')).toMatchObject({
    '2015-02': '0 of 2',
    '2015-03': '2 of 2',
  })
})

test('accepted is of offers, and blank is not', async () => {
  const snapshot = await measured(world, 'mis-rhi-accepted')
  expect(await byMonth(snapshot, 'mis-rhi-accepted')).toMatchObject({
    '2015-02': '2 of 3',
    '2015-03': '1 of 2',
  })
})

test('independent is of interviews held, in the month they were held; blank is not', async () => {
  const snapshot = await measured(world, 'mis-rhi-independent')
  expect(await byMonth(snapshot, 'mis-rhi-independent')).toMatchObject({
    '2015-02': '1 of 2',
    '2015-03': '1 of 2',
  })
})

test('a case system’s yes or no answers what needs no time', async () => {
  const snapshot = await measured(
    {
      asAt: '2015-10-31',
      source: 'ssd',
      insert: `
        insert into person (child_key, person_id, dob) values (1, 'A', '2002-01-01');
        insert into cla_periods (cla_id, child_key, start_date, end_date) values
            ('care', 1, '2015-01-01', null), ('ends before it starts', 1, '2013-06-01', '2013-01-01');
        insert into missing_episodes (episode_id, child_key, start_date, end_date, type) values
            ('yes', 1, '2015-02-01', '2015-02-02', 'missing'), ('no', 1, '2015-02-03', '2015-02-04', 'missing'),
            ('blank', 1, '2015-02-05', '2015-02-06', 'missing'), ('still missing', 1, '2015-02-07', null, 'missing'),
            ('away', 1, '2015-02-08', '2015-02-09', 'away'), ('before care', 1, '2014-12-08', '2015-02-09', 'missing');
        insert into missing_interviews (episode_id, child_key, offered, accepted) values
            ('yes', 1, true, true), ('no', 1, false, null), ('away', 1, true, true), ('before care', 1, true, true);`,
    },
    'mis-rhi-offered',
    'mis-rhi-accepted',
  )
  expect(await byMonth(snapshot, 'mis-rhi-offered.case_system')).toMatchObject({ '2015-02': '1 of 3' })
  expect(await byMonth(snapshot, 'mis-rhi-accepted.case_system')).toMatchObject({ '2015-02': '1 of 1' })
})
