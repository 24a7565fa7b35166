import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** A check of 31 January 2014 is in the year to 30 January 2015; one of the 30th is not. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'in the year', '2008-01-01'), (2, 'a year ago', '2008-01-01'), (3, 'never', '2008-01-01'), (4, 'before care alone', '2008-01-01');
  insert into cla_periods (cla_id, child_key, start_date) values ('c1', 1, '2013-12-02'), ('c2', 2, '2013-12-02'), ('c3', 3, '2014-01-13'), ('c4', 4, '2013-12-02');
  insert into legal_status (child_key, cla_id, legal_status, start_date) select child_key, cla_id, 'C2', start_date from cla_periods;
  insert into cla_health (child_key, check_type, said_type, check_date) values (1, 'dental', 'Dentist', '2014-01-31'), (2, 'dental', 'Dentist', '2014-01-30'), (4, 'dental', 'Dentist', '2013-05-01');`

test('names a child with no check in twelve months, from the start of care where there was none', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'dental-checks')
  expect(rows).toEqual([
    'a year ago: no check in the year, overdue, from 2014-01-30, by 2015-01-29, 1 over',
    'before care alone: no check in the year, overdue, from 2013-12-02, by 2014-12-01, 60 over, (not checked since care began)',
    'in the year: no check in the year, due, from 2014-01-31, by 2015-01-30',
    'never: no check in the year, overdue, from 2014-01-13, by 2015-01-12, 18 over, (never checked)',
  ])
})
