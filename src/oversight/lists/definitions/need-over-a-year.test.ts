import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** Twelve months after 30 January 2014 is 30 January 2015: in time on the day itself. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'a year today', '2010-01-01'), (2, 'a year and a day', '2010-01-01'), (3, 'next month', '2010-01-01');
  insert into cin_episodes (episode_id, child_key, referral_date, primary_need_code) select 'e' || child_key, child_key, '2013-12-02', case child_key when 2 then 'N2' end from person;
  insert into cin_plans (cin_plan_id, child_key, start_date) values ('n1', 1, '2014-01-30'), ('n2', 2, '2014-01-29'), ('n3', 3, '2014-02-28');`

test('names a plan of more than twelve calendar months, and says which are about to be', async () => {
  const rows = await listed({ asAt: '2015-01-30', source: 'ssd', insert }, 'need-over-a-year')
  expect(rows).toEqual([
    'a year and a day: over 12 months, overdue, from 2014-01-29, by 2015-01-29, 1 over, (a disabled child’s plan)',
    'a year today: over 12 months, due, from 2014-01-30, by 2015-01-30',
  ])
})
