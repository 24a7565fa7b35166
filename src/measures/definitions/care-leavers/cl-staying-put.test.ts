import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

/** As at 31 January 2015 those born from 1 February 1994 to 31 January 1996 are 19 or 20. All turned 18 on 1 May 2013 but two. */
const insert = `
  insert into person (child_key, person_id, dob) select n, 'P' || n, date '1995-05-01' from generate_series(1, 6) as t (n);
  insert into person (child_key, person_id, dob) values (7, 'is 21', '1994-01-31'), (8, 'is 18', '1996-02-01');
  insert into care_leavers (child_key, eligibility, in_touch, accommodation)
      select child_key, 'former_relevant', case when child_key = 6 then 'DIED' else 'YES' end, case when child_key = 2 then 'U' else 'Z' end from person;
  insert into cla_placement (child_key, start_date, end_date, placement_type) values
      (1, '2012-01-01', '2013-05-01', 'U4'), (2, '2012-01-01', '2013-05-01', 'U6'),
      (3, '2012-01-01', '2013-04-30', 'U4'), (3, '2013-04-30', '2013-05-01', 'K2'),
      (4, '2012-01-01', '2013-05-01', 'K2'), (5, '2013-05-01', null, 'U4'), (6, '2012-01-01', '2013-05-01', 'U4'),
      (7, '2010-01-01', '2012-01-31', 'U4'), (8, '2012-01-01', '2014-02-01', 'U4');`

test('of those of 19 and 20 who were fostered on the night before they turned 18, who still lives with the carers', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'cl-staying-put')
  // 3 had moved to a children's home, 4 was never fostered then, 5 came to the carers at 18, 6 died; 7 and 8 are not of the age.
  expect(await casesOf(snapshot, 'cl-staying-put', '2015-01')).toEqual(['cl-1', 'cl-2'])
  expect(await byMonth(snapshot, 'cl-staying-put')).toEqual({ '2015-01': '1 of 2' })
})

test('without the day on which placements end, as in Annex A, it cannot be told', async () => {
  const snapshot = await measured(
    { asAt: '2015-01-31', insert, absent: ['cla_placement.end_date'] },
    'cl-staying-put',
  )
  const { available, why } = await figures(snapshot, 'cl-staying-put')
  expect(available).toBe(false)
  expect(why).toContain('the day a placement ended')
})
