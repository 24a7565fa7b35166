import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** In care from Monday 22 December 2014: working day 20 is Thursday 22 January 2015. */
const insert = `
  insert into person (child_key, person_id, dob) values
      (1, 'A', '2011-02-01'), (2, 'B', '2010-12-31'), (3, 'C', '2011-02-01'), (4, 'D', '2005-01-01'), (5, 'E', '2005-01-01');
  insert into cla_periods (cla_id, child_key, start_date, end_date) values
      ('four, twice', 1, '2014-12-22', null), ('five, once', 2, '2014-12-22', null), ('four, once', 3, '2014-12-22', null),
      ('never', 4, '2014-12-22', null), ('left in a week', 5, '2014-12-22', '2014-12-29');
  insert into legal_status (child_key, legal_status, start_date) values (1, 'C2', '2014-12-22');
  insert into cla_health (child_key, check_type, said_type, check_date) values
      (1, 'health', 'IHA', '2015-01-22'), (1, 'health', 'RHA', '2015-07-20'),
      (2, 'health', 'IHA', '2015-01-23'), (3, 'health', 'RHA', '2015-07-20'), (4, 'dental', 'Dentist', '2015-07-20');`
const world = { asAt: '2015-12-31', source: 'ssd', insert } as const

test('a child under five is owed two in the year, one of five or over one', async () => {
  const snapshot = await measured(world, 'lac-health')
  // The cohort is in care for twelve months on 22 December 2015. At 31 December B is five, on the birthday itself.
  expect(await casesOf(snapshot, 'lac-health', '2015-12', 'yes')).toEqual(['five, once', 'four, twice'])
  expect(await casesOf(snapshot, 'lac-health', '2015-12', 'no')).toEqual(['four, once', 'never'])
  expect(await byMonth(snapshot, 'lac-health.annual')).toMatchObject({
    '2015-11': '0 of 0',
    '2015-12': '2 of 4',
  })
})

test('of all children the last is in date for six months under five, twelve from five on', async () => {
  const snapshot = await measured(world, 'lac-health')
  // 20 July and six months is 20 January 2016: in date. At 30 November B is four: 23 January has run out.
  expect(await casesOf(snapshot, 'lac-health.in_date', '2015-12', 'yes')).toEqual([
    'five, once',
    'four, once',
    'four, twice',
  ])
  expect(await casesOf(snapshot, 'lac-health.in_date', '2015-11', 'yes')).toEqual([
    'four, once',
    'four, twice',
  ])
  expect(await byMonth(snapshot, 'lac-health.in_date')).toMatchObject({ '2015-01': '2 of 4' })
})

test('the first assessment is in time on working day 20, and late the day after; one who left counts', async () => {
  const snapshot = await measured(world, 'lac-health')
  expect(await casesOf(snapshot, 'lac-health.initial', '2014-12', 'yes')).toEqual(['four, twice'])
  expect(await byMonth(snapshot, 'lac-health.initial')).toMatchObject({ '2014-12': '1 of 5' })
  // A month is shown when its last day is past day 20: 20 working days after 30 November 2015 end on 30 December.
  expect(Object.keys(await byMonth(snapshot, 'lac-health.initial')).at(-1)).toBe('2015-11')
})

test('a source that has the latest assessment alone says whether it is in date, on the as-at day', async () => {
  const snapshot = await measured(
    { ...world, source: 'annex-a', absent: ['cla_health.said_type'] },
    'lac-health',
  )
  expect(await byMonth(snapshot, 'lac-health.in_date')).toEqual({ '2015-12': '3 of 4' })
})
