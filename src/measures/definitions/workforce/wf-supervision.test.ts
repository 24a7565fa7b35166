import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** As at Friday 30 January 2015: 20 working days before it is Friday 2 January, 10 is Friday 16 January. */
const insert = `
  insert into caseload_allocation (caseload_allocation_id, month_end_on, worker, team, role, newly_qualified, children)
      select 'a' || n, date '2015-01-30', 'SW-' || n, 'North', case n when 9 then 'team manager' else 'social worker' end, n in (3, 4, 5), case n when 10 then 0 else 12 end
      from generate_series(1, 10) as t (n);
  insert into posts (post_spell_id, post, role, created_on, state, worker, from_on, started_on) values
      ('p3', 'P3', 'social worker', '2012-01-01', 'permanent', 'SW-3', '2014-09-01', '2014-09-01'),
      ('p4', 'P4', 'social worker', '2012-01-01', 'permanent', 'SW-4', '2014-07-30', '2014-07-30'),
      ('p6', 'P6', 'social worker', '2012-01-01', 'permanent', 'SW-6', '2015-01-02', '2015-01-02'),
      ('p7', 'P7', 'social worker', '2012-01-01', 'permanent', 'SW-7', '2014-12-31', '2014-12-31');
  insert into absences (absence_id, worker, reason, from_on, to_on) values ('x', 'SW-8', 'sickness', '2015-01-30', '2015-01-30');
  insert into supervisions (supervision_id, worker, team, supervisor, due_on, held_on, reflective) values
      ('s1', 'SW-1', 'North', 'TM-1', '2015-01-02', '2015-01-02', true), ('s2', 'SW-2', 'North', 'TM-1', '2014-12-31', '2014-12-31', true),
      ('s3', 'SW-3', 'North', 'TM-1', '2015-01-15', '2015-01-15', true), ('s4', 'SW-4', 'North', 'TM-1', '2015-01-15', '2015-01-15', null),
      ('s5', 'SW-5', 'North', 'TM-1', '2015-01-16', '2015-01-16', false), ('s7', 'SW-7', 'North', null, '2015-01-20', null, null),
      ('s8', 'SW-1', 'North', 'TM-1', '2015-02-02', '2015-02-02', true);`

test('supervision in the last 20 working days, or 10 in the first six months of a newly qualified worker', async () => {
  const snapshot = await measured({ asAt: '2015-01-30', insert }, 'wf-supervision')
  // 2 was 21 days ago, 3 is new and it was 11 days ago; 4 has been there six months, of 5 nothing is known; 7 had none.
  expect(await casesOf(snapshot, 'wf-supervision', '2015-01', 'yes')).toEqual(['SW-1', 'SW-4', 'SW-5'])
  // Out: 6, in post 20 working days; 8, away on the day; 9, a manager; 10, who holds nobody.
  expect(await casesOf(snapshot, 'wf-supervision', '2015-01', 'no')).toEqual(['SW-2', 'SW-3', 'SW-7'])
})

test('reflective supervision is of the same workers, and a blank is not', async () => {
  const snapshot = await measured({ asAt: '2015-01-30', insert }, 'wf-supervision')
  expect(await byMonth(snapshot, 'wf-supervision.reflective')).toEqual({ '2015-01': '1 of 6' })
})
