import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Working day 20 of care from 31 December 2014 is Thursday 29 January 2015. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'never', '2008-01-01'), (2, 'a year today', '2008-01-01'), (3, 'a year and a day', '2008-01-01'), (4, 'half a year, aged four', '2010-06-01'), (5, 'before care alone', '2008-01-01'), (6, 'not yet day 20', '2008-01-01');
  insert into cla_periods (cla_id, child_key, start_date) values ('c1', 1, '2014-12-31'), ('c2', 2, '2013-12-02'), ('c3', 3, '2013-12-02'), ('c4', 4, '2013-12-02'), ('c5', 5, '2014-12-31'), ('c6', 6, '2015-01-05');
  insert into legal_status (child_key, cla_id, legal_status, start_date) select child_key, cla_id, 'C2', start_date from cla_periods;
  insert into cla_health (child_key, check_type, said_type, check_date) values (2, 'health', 'RHA', '2014-01-30'), (3, 'health', 'RHA', '2014-01-29'), (4, 'health', 'RHA', '2014-07-29'), (5, 'health', 'School', '2013-05-01');`

test('times the first assessment from the start of care, and the next by age', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'health-assessments')
  expect(rows).toEqual([
    'a year and a day: not in date, overdue, from 2014-01-29, by 2015-01-29, 1 over',
    'a year today: not in date, due, from 2014-01-30, by 2015-01-30',
    'before care alone: not in date, overdue, from 2014-12-31, by 2015-01-29, 1 over, (not assessed since care began)',
    'half a year, aged four: not in date, overdue, from 2014-07-29, by 2015-01-29, 1 over',
    'never: not in date, overdue, from 2014-12-31, by 2015-01-29, 1 over, (never assessed)',
  ])
})
