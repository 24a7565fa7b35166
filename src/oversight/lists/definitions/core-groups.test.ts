import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Each child has a plan; the days are those of its core groups. */
const insert = `
  insert into person (child_key, person_id) values (1, 'due yesterday'), (2, 'due today'), (3, 'missed, a later one held'), (4, 'missed twice'), (5, 'plan ended since'), (6, 'held tomorrow');
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date) select 'p' || child_key, child_key, '2014-10-01', case child_key when 5 then date '2015-01-20' end from person;
  insert into core_groups (core_group_id, child_key, plan_started_on, due_on, held_on) values
      ('g1', 1, '2014-10-01', '2015-01-29', null), ('g2', 2, '2014-10-01', '2015-01-30', null),
      ('g3', 3, '2014-10-01', '2014-11-26', null), ('g3b', 3, '2014-10-01', '2015-01-07', '2015-01-06'),
      ('g4', 4, '2014-10-01', '2014-10-15', '2014-10-15'), ('g4b', 4, '2014-10-01', '2014-11-26', null), ('g4c', 4, '2014-10-01', '2015-01-07', null),
      ('g5', 5, '2014-10-01', '2015-01-07', null), ('g6', 6, '2014-10-01', '2015-01-28', '2015-01-31');`

test('asks for the latest core group alone, and for none that a later one followed', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'core-groups')
  expect(rows).toEqual([
    'due today: not held, due, by 2015-01-30',
    'due yesterday: not held, overdue, by 2015-01-29, 1 over',
    'held tomorrow: not held, overdue, by 2015-01-28, 2 over',
    'missed twice: not held, overdue, by 2015-01-07, 23 over, (nor was the one before it)',
  ])
})
