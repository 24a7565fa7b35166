import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const insert = `
  insert into person (child_key, person_id, dob) values
      (1, 'A', '2002-01-01'), (2, 'B', '2002-01-01'), (3, 'C', '1997-09-10'), (4, 'D', '2002-01-01'), (5, 'E', '2002-01-01'),
      (6, 'F', '2002-01-01');
  insert into cla_periods (cla_id, child_key, start_date, end_date, missing_12_months) values
      ('three in 90 days', 1, '2015-01-01', null, 4), ('left in September', 2, '2015-01-01', '2015-09-01', 1),
      ('18 in September', 3, '2015-01-01', null, 0), ('away', 4, '2015-01-01', null, 0), ('short breaks', 5, '2015-01-01', null, 2),
      ('came at the end', 6, '2015-09-30', null, null);
  insert into legal_status (child_key, cla_id, legal_status) values (5, 'short breaks', 'V4'), (1, 'three in 90 days', 'C2');
  insert into missing_episodes (episode_id, child_key, start_date, end_date, type) values
      -- The first of three is 90 days before 29 September, and 91 before 30 September.
      ('m1', 1, '2015-07-01', '2015-07-01', 'missing'), ('m2', 1, '2015-08-10', '2015-08-11', 'missing'),
      ('m3', 1, '2015-09-29', null, 'missing'), ('m4', 1, '2015-12-28', null, 'missing'),
      -- The day care ended counts; the day after does not.
      ('last day', 2, '2015-09-01', '2015-09-02', 'missing'), ('too late', 2, '2015-09-02', '2015-09-02', 'missing'),
      -- The 18th birthday does not.
      ('day before', 3, '2015-09-09', '2015-09-09', 'missing'), ('birthday', 3, '2015-09-10', '2015-09-10', 'missing'),
      ('without leave', 4, '2015-09-05', '2015-09-05', 'away'), ('not said', 4, '2015-09-06', '2015-09-06', null);`
const world = { asAt: '2015-12-31', source: 'ssd', insert } as const

test('children looked after on any day of the month, and those of them who went missing in it', async () => {
  const snapshot = await measured(world, 'mis-children')
  // Looked after in September: all but those on short breaks. B on the first day, F on the last.
  expect(await byMonth(snapshot, 'mis-children')).toMatchObject({
    '2015-08': '1 of 4',
    '2015-09': '3 of 5',
    '2015-10': '0 of 3',
  })
  expect(await casesOf(snapshot, 'mis-children.children', '2015-09', 'yes')).toEqual([
    '18 in September',
    'left in September',
    'three in 90 days',
  ])
})

test('each time counts that began on a day on which the child was looked after; away has a series of its own', async () => {
  const snapshot = await measured(world, 'mis-children')
  expect(await casesOf(snapshot, 'mis-children.episodes', '2015-09')).toEqual([
    'day before',
    'last day',
    'm3',
  ])
  expect(await casesOf(snapshot, 'mis-children.away', '2015-09', 'yes')).toEqual(['away'])
})

test('three times in 90 days is shown in the month of the third', async () => {
  const snapshot = await measured(world, 'mis-children')
  expect(await casesOf(snapshot, 'mis-children.repeat', '2015-09', 'yes')).toEqual(['three in 90 days'])
  // 10 August to 28 December is 140 days.
  expect(await casesOf(snapshot, 'mis-children.repeat', '2015-12', 'yes')).toEqual([])
  const day91 = await measured(
    {
      ...world,
      insert: `${insert} update missing_episodes set start_date = '2015-09-30' where episode_id = 'm3';`,
    },
    'mis-children',
  )
  expect(await casesOf(day91, 'mis-children.repeat', '2015-09', 'yes')).toEqual([])
})

test('the twelve months to a month end, by episodes, or by the case system’s count on the as-at day', async () => {
  const snapshot = await measured(world, 'mis-children')
  expect(await byMonth(snapshot, 'mis-children.12m')).toMatchObject({
    '2015-12': '3 of 5',
    '2015-07': '1 of 4',
  })
  const annexA = await measured(
    { asAt: '2015-12-31', insert, absent: ['missing_episodes.start_date', 'missing_episodes.type'] },
    'mis-children',
  )
  expect(await byMonth(annexA, 'mis-children.12m')).toEqual({ '2015-12': '2 of 5' })
  expect(await byMonth(annexA, 'mis-children')).toEqual({})
})
