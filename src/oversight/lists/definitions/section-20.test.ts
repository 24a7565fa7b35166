import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Six months after 30 July 2014 is 30 January 2015: in time on the day itself. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'six months', '2008-01-01'), (2, 'over six', '2008-01-01'), (3, 'over twelve', '1998-06-01'), (4, 'alone in the country', '2008-01-01'), (5, 'new', '2008-01-01');
  insert into cla_periods (cla_id, child_key, start_date, uasc) values ('c1', 1, '2014-07-30', false), ('c2', 2, '2014-07-29', false), ('c3', 3, '2014-01-29', false), ('c4', 4, '2013-01-01', true), ('c5', 5, '2014-12-01', false);
  insert into legal_status (child_key, cla_id, legal_status, start_date) select child_key, cla_id, 'V2', start_date from cla_periods;`

test('names the gravest limit a child is past, and says which comes', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'section-20')
  expect(rows).toEqual([
    'over six: over 6 months, overdue, from 2014-07-29, by 2015-01-29, 1 over',
    'over twelve: over 12 months, overdue, from 2014-01-29, by 2015-01-29, 1 over, (16 or 17)',
    'over twelve: over 6 months, overdue, from 2014-01-29, by 2014-07-29, 185 over, (16 or 17)',
    'six months: over 6 months, due, from 2014-07-30, by 2015-01-30',
  ])
})
