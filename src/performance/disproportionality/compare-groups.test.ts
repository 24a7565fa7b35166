import { expect, test } from 'vitest'
import type { Month } from '../../platform/day.ts'
import { compareGroups, monthsCompared } from './compare-groups.ts'

const point = (split: string | null, numerator: number, denominator: number, period: Month = '2015-01') => ({
  period,
  split,
  numerator,
  denominator,
  value: denominator === 0 ? null : (100 * numerator) / denominator,
  provisional: false,
})

test('each group is held against all the others, and those of no recorded group are shown as well', () => {
  const { groups, notRecorded } = compareGroups([
    point(null, 140, 260),
    point('White', 100, 160),
    point('Other', 30, 80),
    point('Not recorded', 10, 20),
  ])
  expect(notRecorded).toBe(20)
  expect(groups.map(({ group, rate, othersRate, verdict }) => [group, rate, othersRate, verdict])).toEqual([
    ['White', 62.5, 37.5, 'more often'],
    ['Other', 37.5, 62.5, 'less often'],
  ])
  // 62.5 / 37.5 = 1.667; sqrt(1/100 - 1/160 + 1/30 - 1/80) = 0.1568, and e to 1.96 of it is 1.360.
  expect(groups[0]!.ratio!.value).toBeCloseTo(1.667, 3)
  expect(groups[0]!.ratio!.low).toBeCloseTo(1.667 / 1.36, 2)
  expect(groups[0]!.ratio!.high).toBeCloseTo(1.667 * 1.36, 2)
})

test('a difference that chance makes is none, and of fewer than ten children nothing is said', () => {
  const { groups } = compareGroups([point('Girls', 30, 50), point('Boys', 27, 50), point('Neither', 1, 3)])
  expect(groups.map(({ verdict }) => verdict)).toEqual([
    'no clear difference',
    'no clear difference',
    'too few',
  ])
})

test('the more groups are compared, the further one must be from the others before it differs', () => {
  const others = ['Asian', 'Black', 'Mixed', 'Other'].map((group) => point(group, 30, 60))
  const one = point('White', 64, 100)
  // Alone against all others together it lies outside what chance allows once in twenty.
  expect(compareGroups([one, point('All others', 120, 240)]).groups[0]!.verdict).toBe('more often')
  expect(compareGroups([one, ...others]).groups.map(({ verdict }) => verdict)).toEqual(
    Array.from({ length: 5 }, () => 'no clear difference'),
  )
})

test('a point that is hidden from the reader adds nothing', () => {
  const { groups } = compareGroups([
    { ...point('White', 30, 50), hidden: true as const },
    point('Other', 27, 50),
  ])
  expect(groups.map(({ group }) => group)).toEqual(['Other'])
})

test('a flow adds up twelve months, and a stock has its last alone', () => {
  const points = ['2013-12', '2014-01', '2014-12', '2015-01'].map((month) =>
    point('White', 1, 2, month as Month),
  )
  expect(monthsCompared({ timing: 'stock' }, points).map(({ period }) => period)).toEqual(['2015-01'])
  const year = Array.from({ length: 14 }, (_, at) =>
    point(
      'White',
      1,
      2,
      `20${13 + Math.floor((at + 11) / 12)}-${String(((at + 11) % 12) + 1).padStart(2, '0')}` as Month,
    ),
  )
  expect(monthsCompared({ timing: 'flow' }, year)).toHaveLength(12)
})
