import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Referrals of January 2015; the days between are calendar days. */
const insert = `
  insert into person (child_key, person_id) values (1, '365 days'), (2, '366 days'), (3, 'first'), (4, 'third time');
  insert into referrals (referral_id, child_key, referral_date, artificial) values
      ('r1', 1, '2014-01-20', false), ('r1b', 1, '2015-01-20', false), ('r2', 2, '2014-01-19', false), ('r2b', 2, '2015-01-20', false),
      ('r3', 3, '2015-01-20', false), ('r4', 4, '2013-05-01', false), ('r4b', 4, '2014-12-29', false), ('r4c', 4, '2014-12-30', false);
  update referrals set referral_date = '2015-01-05' where referral_id = 'r4c';`

test('shows every referral of a child who was referred again 365 days after the one before, and not 366', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'rereferrals')
  expect(rows).toEqual([
    '365 days: referred again, overdue, from 2015-01-20, (365 days after the one before; 2 referrals: 20 January 2014, 20 January 2015)',
    'third time: referred again, overdue, from 2015-01-05, (7 days after the one before; 3 referrals: 1 May 2013, 29 December 2014, 5 January 2015)',
  ])
})
