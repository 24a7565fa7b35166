import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Friday 30 January 2015 is working day 20 after the 2nd, and day 21 after 31 December 2014. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'day 20', '2010-01-01'), (2, 'day 21', '2010-01-01'), (3, 'never', '2010-01-01'), (4, 'seen last week', '2010-01-01'), (5, 'not there when visited', '2010-01-01');
  insert into cin_episodes (episode_id, child_key, referral_date) select 'e' || child_key, child_key, '2014-06-02' from person;
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) select 'a' || child_key, child_key, '2014-06-03', date '2014-12-01', false from person;
  insert into cin_visits (child_key, visit_date, seen) values (1, '2015-01-02', true), (2, '2014-12-31', true), (4, '2015-01-23', true), (5, '2014-12-22', true), (5, '2015-01-20', false);`

test('names a child who was last seen 21 working days ago or never, and not one seen 20 ago', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'need-visits')
  expect(rows).toEqual([
    'day 20: not seen in time, due, from 2015-01-02, by 2015-01-30',
    'day 21: not seen in time, overdue, from 2014-12-31, by 2015-01-29, 1 over',
    'never: not seen in time, overdue, from 2014-12-01, by 2014-12-31, 21 over, (never seen since the need was found)',
    'not there when visited: not seen in time, overdue, from 2014-12-22, by 2015-01-22, 6 over',
  ])
})
