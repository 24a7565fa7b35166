import { expect, test } from 'vitest'
import { casesOf, measured } from '../../../../tests/support/measured.ts'

/** A plan of Monday 5 January 2015: the first core group is due by Monday 19 January, its tenth working day. */
const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D');
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date) values ('p', 3, '2015-01-05', '2015-01-12');
  insert into core_groups (core_group_id, child_key, plan_started_on, due_on, held_on) values
      ('on the day', 1, '2015-01-05', '2015-01-19', '2015-01-19'),
      ('a day late', 2, '2015-01-05', '2015-01-19', '2015-01-20'),
      ('not held', 4, '2014-11-03', '2015-01-26', null),
      ('after the plan ended', 3, '2015-01-05', '2015-01-19', null),
      ('held, and due next month', 1, '2015-01-05', '2015-03-02', '2015-01-30');`

test('a core group is on time by the day it was due, for each child, while the plan is open', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'cp-core-groups')
  expect(await casesOf(snapshot, 'cp-core-groups', '2015-01', 'yes')).toEqual(['on the day'])
  expect(await casesOf(snapshot, 'cp-core-groups', '2015-01', 'no')).toEqual(['a day late', 'not held'])
  const rows = await snapshot.all<{ case_id: string; detail: string }>(
    'select case_id, detail from case_row order by case_id',
  )
  expect(rows).toEqual([
    { case_id: 'a day late', detail: 'the first after the conference' },
    { case_id: 'not held', detail: 'a later one' },
    { case_id: 'on the day', detail: 'the first after the conference' },
  ])
})
