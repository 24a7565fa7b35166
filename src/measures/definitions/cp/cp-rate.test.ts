import { expect, test } from 'vitest'
import { allCases } from '../../figures/case-list.ts'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D');
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date, ola) values
      ('a1', 1, '2015-03-10', '2015-06-30', null),
      ('a2', 1, '2015-07-01', null, null),
      ('b', 2, '2015-05-01', '2015-06-15', null),
      ('another authority''s', 3, '2015-05-01', null, true),
      ('ends before it starts', 4, '2015-06-09', '2015-06-01', null);`

test('a plan that ended on the day is not open that day, and one that starts the day after is a new plan', async () => {
  const snapshot = await measured({ asAt: '2015-07-31', insert }, 'cp-rate')
  // A's first plan ended on 30 June and the second began on 1 July: on 30 June A has none.
  expect(await byMonth(snapshot, 'cp-rate')).toEqual({
    '2015-03': '1',
    '2015-04': '1',
    '2015-05': '2',
    '2015-06': '0',
    '2015-07': '1',
  })
  expect(await casesOf(snapshot, 'cp-rate.ends', '2015-06')).toEqual(['a1', 'b'])
  expect(await casesOf(snapshot, 'cp-rate.starts', '2015-07')).toEqual(['a2'])
})

test('another authority’s plan and a plan that ended before it started are none of ours', async () => {
  const snapshot = await measured({ asAt: '2015-07-31', insert }, 'cp-rate')
  expect(await casesOf(snapshot, 'cp-rate.starts', '2015-05')).toEqual(['b'])
  expect(await casesOf(snapshot, 'cp-rate.starts', '2015-06')).toEqual([])
})

test('past days are of the team that held the child then: plans open, starts, second plans and plans of two years', async () => {
  const world = {
    asAt: '2015-07-31',
    source: 'ssd',
    insert: `
      insert into person (child_key, person_id) values (1, 'A'), (2, 'B');
      insert into cp_plans (cp_plan_id, child_key, start_date, end_date, team, worker) values
          ('first', 1, '2014-01-10', '2014-06-30', 'Care', 'SW-2'),
          ('second', 1, '2015-05-10', null, 'Care', 'SW-2'),
          ('two years', 2, '2013-04-01', '2015-06-10', 'Care', 'SW-2');
      insert into allocation (child_key, worker, team, from_date, to_date) values
          (1, 'SW-1', 'Duty', '2014-01-01', '2015-06-15'), (1, 'SW-2', 'Care', '2015-06-16', null),
          (2, 'SW-1', 'Duty', '2013-01-01', '2015-05-15'), (2, 'SW-2', 'Care', '2015-05-16', null);`,
  } as const
  const snapshot = await measured(world, 'cp-rate', 'cp-repeat', 'cp-2-years')
  const teamOf = async (id: string, period: `${number}-${number}`, plan: string) =>
    (await allCases(snapshot, id, { period })).find(({ case_id }) => case_id === plan)?.team
  expect(await teamOf('cp-rate.open', '2015-05', 'second')).toBe('Duty')
  expect(await teamOf('cp-rate.open', '2015-06', 'second')).toBe('Care')
  expect(await teamOf('cp-rate.starts', '2015-05', 'second')).toBe('Duty')
  expect(await teamOf('cp-rate.ends', '2015-06', 'two years')).toBe('Care')
  expect(await teamOf('cp-repeat.ever', '2015-05', 'second')).toBe('Duty')
  expect(await teamOf('cp-2-years.open', '2015-04', 'two years')).toBe('Duty')
  expect(await teamOf('cp-2-years.open', '2015-05', 'two years')).toBe('Care')
})
