import { expect, test } from 'vitest'
import { measured } from '../../../../tests/support/measured.ts'
import { allCases } from '../../figures/case-list.ts'
import { figures } from '../../figures/figure-read.ts'

const insert = `
  insert into person (child_key, person_id) select n, 'P' || n from generate_series(1, 6) as t (n);
  insert into permanence (child_key, entered_care_date, placed_for_adoption_date, adoption_order_date, placed_ffa_date, adopted_by_carer, placed_foster_carer_date) values
      (1, '2013-01-01', '2014-01-01', '2015-01-10', null, false, null),
      (2, '2013-01-01', '2014-01-01', '2015-01-10', null, true, '2013-02-01'),
      (3, '2013-01-01', '2014-01-01', '2015-01-10', '2013-01-15', true, '2013-01-20'),
      (4, '2013-01-01', '2014-01-01', '2015-01-10', null, null, '2013-02-01'),
      (5, '2013-01-01', '2014-01-01', '2015-01-10', null, true, null),
      (6, '2013-01-01', '2014-01-01', '2015-01-10', '2012-12-01', false, null);`

test('the clock stops where those who adopt fostered first; fostering for adoption stops it on its own day', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'ad-a10')
  const rows = await allCases(snapshot, 'ad-a10', { period: '2015-01' })
  // A blank flag counts as no (4); foster carers without a day count to the adoptive placement (5); 6 is an error.
  expect(rows.map(({ case_id, value }) => `${case_id} ${value}`).sort()).toEqual([
    'ad-1 365',
    'ad-2 31',
    'ad-3 14',
    'ad-4 365',
    'ad-5 365',
  ])
  // (365 + 31 + 14 + 365 + 365) / 5.
  const { points } = await figures(snapshot, 'ad-a10', { by: 'detail', from: '2015-01' })
  expect(points.map(({ split, denominator, value }) => [split, denominator, value])).toEqual([
    [null, 5, 228],
    ['Foster carers', 2, 198],
    ['Fostering for adoption', 1, 14],
    ['Others', 1, 365],
    ['Not recorded', 1, 365],
  ])
})
