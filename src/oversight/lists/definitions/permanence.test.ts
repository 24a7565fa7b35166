import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** In care from Monday 22 December 2014: the second review is due on 22 April 2015. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'on the day', '2008-01-01'), (2, 'a day late', '2008-01-01'), (3, 'none', '2008-01-01');
  insert into cla_periods (cla_id, child_key, start_date, entered, permanence_planned_on) values
      ('c1', 1, '2014-12-22', true, '2015-04-22'), ('c2', 2, '2014-12-22', true, '2015-04-23'), ('c3', 3, '2014-12-22', true, null);
  insert into legal_status (child_key, legal_status, start_date) select child_key, 'C2', '2014-12-22' from person;`

test('names a child who had no plan for permanence on the day of the second review', async () => {
  const rows = await listed({ asAt: '2015-04-30', source: 'ssd', insert }, 'permanence')
  expect(rows).toEqual([
    'a day late: no plan for permanence, overdue, from 2014-12-22, by 2015-04-22, 8 over, (it came on 23 April 2015)',
    'none: no plan for permanence, overdue, from 2014-12-22, by 2015-04-22, 8 over',
  ])
})
