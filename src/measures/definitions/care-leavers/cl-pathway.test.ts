import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** Six calendar months before 28 February 2015 is 28 August 2014; a review on 31 August falls due on that last day too. */
const insert = `
  insert into person (child_key, person_id) select n, 'P' || n from generate_series(1, 9) as t (n);
  insert into care_leavers (child_key, eligibility, in_touch, pathway_plan_review_date) values
      (1, 'former_relevant', 'YES', '2014-08-28'), (2, 'former_relevant', 'YES', '2014-08-27'),
      (3, 'relevant', 'NO', '2014-08-31'), (4, 'relevant', 'YES', null),
      (5, 'eligible', null, '2015-02-28'), (6, 'eligible', null, '2014-02-01'),
      (7, 'qualifying', 'YES', '2015-01-01'), (8, 'former_relevant', 'DIED', '2015-01-01'),
      (9, 'former_relevant', 'YES', '2015-03-02');`

test('a plan is in date for six calendar months; a blank, or a review still to come, is not', async () => {
  const snapshot = await measured({ asAt: '2015-02-28', insert }, 'cl-pathway')
  expect(await casesOf(snapshot, 'cl-pathway', '2015-02', 'yes')).toEqual(['cl-1', 'cl-3', 'cl-5'])
  expect(await byMonth(snapshot, 'cl-pathway')).toEqual({ '2015-02': '3 of 7' })
})

test('eligible children are in the count, and a series of their own', async () => {
  const snapshot = await measured({ asAt: '2015-02-28', insert }, 'cl-pathway')
  expect(await byMonth(snapshot, 'cl-pathway.eligible')).toEqual({ '2015-02': '1 of 2' })
})
