import { expect, test } from 'vitest'
import { casesOf, measured } from '../../../../tests/support/measured.ts'

/** A plan of 30 November 2014 is three months old on 28 February 2015, for there is no 30 February. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'A', '2010-01-01'), (2, 'B', '2010-01-01'), (3, 'C', '2010-01-01'),
      (4, 'D', '2010-01-01'), (5, 'E', '2010-01-01');
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date, ola) values
      ('on the day', 1, '2014-11-30', '2015-02-28', null),
      ('a day after', 2, '2014-11-29', '2015-03-01', null),
      ('into care', 3, '2015-01-05', '2015-02-20', null),
      ('ends before it starts', 4, '2015-02-10', '2015-02-01', null),
      ('another authority''s', 5, '2015-01-05', '2015-02-20', true);
  insert into cla_periods (cla_id, child_key, start_date) values ('l', 3, '2015-02-20');`

test('three months to the day are within three, and every plan that ended counts whatever came after', async () => {
  const snapshot = await measured({ asAt: '2015-03-31', insert }, 'cp-ended-3m')
  expect(await casesOf(snapshot, 'cp-ended-3m', '2015-02', 'yes')).toEqual(['into care', 'on the day'])
  expect(await casesOf(snapshot, 'cp-ended-3m', '2015-02', 'no')).toEqual([])
  expect(await casesOf(snapshot, 'cp-ended-3m', '2015-03', 'no')).toEqual(['a day after'])
  const rows = await snapshot.all<{ case_id: string; detail: string }>(
    'select case_id, detail from case_row order by case_id',
  )
  expect(rows).toEqual([
    { case_id: 'a day after', detail: 'closed' },
    { case_id: 'into care', detail: 'looked after' },
    { case_id: 'on the day', detail: 'closed' },
  ])
})
