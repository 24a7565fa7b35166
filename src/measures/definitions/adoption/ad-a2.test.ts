import { expect, test } from 'vitest'
import { casesOf, measured } from '../../../../tests/support/measured.ts'
import { allCases } from '../../figures/case-list.ts'
import { figures } from '../../figures/figure-read.ts'

const insert = `
  insert into person (child_key, person_id) select n, 'P' || n from generate_series(1, 4) as t (n);
  insert into permanence (child_key, entered_care_date, placement_order_date, matched_date, adoption_order_date) values
      (1, '2012-01-01', '2013-01-01', '2013-05-02', '2014-03-01'),
      (2, '2012-01-01', '2013-01-01', '2012-12-01', '2014-03-01'),
      (3, '2012-01-01', null, '2013-05-02', '2014-03-01'),
      (4, '2012-01-01', '2013-01-01', null, '2015-01-10');`

test('a match before the order takes no days; a child adopted by consent, without an order, is left out', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'ad-a2')
  // 121 days and none: 60.5. Child 4 has no day of a match.
  const { points } = await figures(snapshot, 'ad-a2')
  expect(points.at(-1)).toMatchObject({ period: '2015-01', denominator: 2, value: 60.5 })
  const rows = await allCases(snapshot, 'ad-a2.in_month', { period: '2014-03' })
  expect(rows.map(({ case_id, value }) => [case_id, value])).toEqual([
    ['ad-1', 121],
    ['ad-2', 0],
  ])
  expect(await casesOf(snapshot, 'ad-a2.in_month', '2015-01')).toEqual([])
})
