import { expect, test } from 'vitest'
import { per10kOf, populationYear } from './population.ts'
import { seriesOf } from '../catalogue/catalogue.ts'

const point = (period: `${number}-${number}`) => ({
  period,
  split: null,
  numerator: 12,
  denominator: null,
  value: 12,
  provisional: false,
})

test('a rate uses the mid-year estimate that its month asks for, or one of at most two years before', () => {
  const referrals = seriesOf('fd-referrals')!
  expect(per10kOf(referrals, point('2015-03'), { '2014': 80_000, '2015': 90_000 })).toBe(18)
  expect(per10kOf(referrals, point('2017-02'), { '2014': 80_000 })).toBe(18)
  expect(per10kOf(referrals, point('2025-02'), { '2014': 80_000 })).toBeNull()
  expect(per10kOf(referrals, point('2017-05'), { '2014': 80_000 })).toBeNull()
})

test('the year that a rate is by is known, so that it can be said', () => {
  expect(populationYear('2015-03', { '2013': 1, '2014': 1, '2015': 1 })).toBe('2014')
  expect(populationYear('2015-04', { '2013': 1, '2014': 1 })).toBe('2014')
  expect(populationYear('2025-02', { '2014': 1 })).toBeNull()
})
