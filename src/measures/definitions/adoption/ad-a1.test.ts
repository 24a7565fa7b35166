import { expect, test } from 'vitest'
import { casesOf, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

/** The three years to January 2015 begin on 1 February 2012. */
const insert = `
  insert into person (child_key, person_id) select n, 'P' || n from generate_series(1, 8) as t (n);
  insert into permanence (child_key, entered_care_date, placed_for_adoption_date, adoption_order_date) values
      (1, '2012-01-01', '2013-01-01', '2013-10-01'),
      (2, '2013-01-01', '2014-04-01', '2015-01-20'),
      (3, '2010-01-01', '2011-01-01', '2012-02-01'),
      (4, '2010-01-01', '2011-01-02', '2012-01-31'),
      (5, '2014-01-01', '2013-12-31', '2014-06-01'),
      (6, '2012-01-01', null, '2014-07-01'),
      (7, '2013-06-01', '2014-06-01', null),
      (8, '2013-06-01', '2014-06-01', '2015-02-03');
  insert into cla_periods (cla_id, child_key, start_date, team) values ('c', 2, '2013-01-01', 'Court and permanence');`

test('the average is of the children adopted in the three years to the month, in days', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'ad-a1')
  // 366 days (2012 was a leap year), 455 and 365. Child 4 was adopted a day too early for January; 5 is an error, 6 has no
  // placement, 7 is not adopted and 8 not yet.
  expect(await casesOf(snapshot, 'ad-a1', '2015-01')).toEqual(['ad-1', 'ad-2', 'ad-3'])
  const { points } = await figures(snapshot, 'ad-a1')
  expect(points.at(-1)).toMatchObject({ period: '2015-01', denominator: 3, value: 395.33 })
  // December: 366, 365 and 366 days of children 1, 3 and 4.
  expect(points.at(-2)).toMatchObject({ period: '2014-12', denominator: 3, value: 365.67 })
})

test('the month alone is another series, and the child is in the team of the period of care', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'ad-a1')
  const { points } = await figures(snapshot, 'ad-a1.in_month', { by: 'team', from: '2015-01' })
  expect(points).toMatchObject([
    { split: null, denominator: 1, value: 455 },
    { split: 'Court and permanence', denominator: 1, value: 455 },
    { split: 'Not recorded', denominator: 0, value: null },
  ])
})

test('without three whole years of adoptions in the files there is no three-year average', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert, windowFrom: '2012-02-02' }, 'ad-a1')
  const { points } = await figures(snapshot, 'ad-a1')
  expect(points).toMatchObject([{ period: '2015-01', denominator: 0, value: null }])
})
