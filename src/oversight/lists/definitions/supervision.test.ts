import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** 20 working days before Friday 30 January 2015 is the 2nd, 10 is the 16th. */
const insert = `
  insert into caseload_allocation (caseload_allocation_id, month_end_on, worker, team, role, newly_qualified, children) values
      ('a1', '2015-01-30', 'day 20', 'North', 'social worker', false, 9), ('a2', '2015-01-30', 'day 21', 'North', 'social worker', false, 9),
      ('a3', '2015-01-30', 'new, day 11', 'North', 'social worker', true, 9), ('a4', '2015-01-30', 'never', 'North', 'social worker', false, 9), ('a5', '2015-01-30', 'long ago', 'North', 'social worker', false, 9);
  insert into posts (post_spell_id, post, created_on, state, worker, from_on, started_on) values
      ('p3', 'P3', '2012-01-01', 'permanent', 'new, day 11', '2014-10-01', '2014-10-01'), ('p4', 'P4', '2012-01-01', 'permanent', 'never', '2014-12-01', '2014-12-01');
  insert into supervisions (supervision_id, worker, team, due_on, held_on) values
      ('s1', 'day 20', 'North', '2015-01-02', '2015-01-02'), ('s2', 'day 21', 'North', '2014-12-31', '2014-12-31'), ('s3', 'new, day 11', 'North', '2015-01-15', '2015-01-15'), ('s5', 'long ago', 'North', '2014-10-01', '2014-10-01');`

test('names a worker without supervision for 21 working days, or 11 when newly qualified', async () => {
  const rows = await listed({ asAt: '2015-01-30', insert }, 'supervision')
  expect(rows).toEqual([
    'day 20: not supervised, due, from 2015-01-02, by 2015-01-30',
    'day 21: not supervised, overdue, from 2014-12-31, by 2015-01-29, 1 over',
    'long ago: not supervised, overdue, from 2014-10-01, by 2014-10-29, 64 over',
    'never: not supervised, overdue, from 2014-12-01, by 2014-12-31, 21 over, (none recorded)',
    'new, day 11: not supervised, overdue, from 2015-01-15, by 2015-01-29, 1 over',
  ])
})
