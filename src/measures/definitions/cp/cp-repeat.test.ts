import { expect, test } from 'vitest'
import { availability } from '../../figures/availability-read.ts'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C');
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date, previous_plans) values
      ('the count says one', 1, '2015-03-02', null, 1),
      ('an earlier plan', 2, '2014-11-01', '2015-02-28', 0),
      ('the count says none', 2, '2015-03-01', null, 0),
      ('blank', 3, '2015-03-05', null, null),
      ('ends before it starts', 3, '2015-03-09', '2015-03-01', 1);`

test('from Annex A the case system’s own count decides, even against the plans in the file', async () => {
  const snapshot = await measured({ asAt: '2015-03-31', insert }, 'cp-repeat')
  expect(await casesOf(snapshot, 'cp-repeat', '2015-03', 'yes')).toEqual(['the count says one'])
  expect((await byMonth(snapshot, 'cp-repeat.ever'))['2015-03']).toBe('1 of 3')
})

test('a plan that ended before it started is no plan', async () => {
  const snapshot = await measured({ asAt: '2015-03-31', insert }, 'cp-repeat')
  expect(await casesOf(snapshot, 'cp-repeat', '2015-03')).not.toContain('ends before it starts')
})

test('within 24 months is not available from Annex A', async () => {
  const snapshot = await measured({ asAt: '2015-03-31', insert }, 'cp-repeat')
  expect((await availability(snapshot)).get('cp-repeat.24m')).toMatchObject({
    available: false,
    why: 'Annex A does not hold it: it needs the Standard Safeguarding Dataset',
  })
})

test('without the column that counts earlier plans there is no figure', async () => {
  const absent = ['cp_plans.previous_plans']
  const snapshot = await measured({ asAt: '2015-03-31', insert, absent }, 'cp-repeat')
  expect(await byMonth(snapshot, 'cp-repeat')).toEqual({})
})
