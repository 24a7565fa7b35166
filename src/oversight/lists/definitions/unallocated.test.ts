import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** A manager since Friday 23 January 2015 has held the child for five working days, since Thursday for six. */
const insert = `
  insert into person (child_key, person_id) values (1, 'held'), (2, 'nobody since 20 January'), (3, 'five days with a manager'), (4, 'six days with a manager'), (5, 'duty tray');
  insert into cin_episodes (episode_id, child_key, referral_date) select 'e' || child_key, child_key, '2014-12-01' from person;
  insert into allocation (child_key, worker, from_date, to_date) values (1, 'SW-1', '2014-12-01', null), (2, 'SW-1', '2014-12-01', '2015-01-20'), (3, 'TM-1', '2015-01-23', null), (4, 'TM-1', '2015-01-22', null), (5, 'Duty North', '2014-12-01', null);
  insert into professionals (worker, job_title) values ('TM-1', 'Team Manager'), ('SW-1', 'Social Worker');`

test('says who does not hold the child, and since when nobody does', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'unallocated')
  expect(rows).toEqual([
    'duty tray: no worker, overdue, from 2014-12-01, 60 over, (A duty tray)',
    'nobody since 20 January: no worker, overdue, from 2015-01-20, 10 over, (Nobody)',
    'six days with a manager: no worker, overdue, from 2015-01-22, 8 over, (A manager)',
  ])
})
