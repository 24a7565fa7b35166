import { expect, test } from 'vitest'
import { AUTHORITIES, authorities } from './authority.ts'
import { england } from './england.ts'
import { councilsOf } from './sizes.ts'

test('England has 153 authorities, with about 12.18 million children, from some hundreds to 340,000', () => {
  for (const seed of [1, 2015]) {
    const sizes = authorities(seed).map(({ population }) => population)
    expect(sizes).toHaveLength(AUTHORITIES)
    expect(sizes.reduce((sum, size) => sum + size, 0) / 1e6).toBeCloseTo(12.18, 1)
    expect(Math.min(...sizes)).toBeLessThan(1000)
    expect(Math.max(...sizes)).toBe(340_000)
  }
})

test('no authority bears the name or the code of a real one', () => {
  for (const { name, code } of england(3)) {
    expect(name).toMatch(/^Authority \d{3}$/)
    expect(Number(code)).toBeGreaterThanOrEqual(501)
    expect(Number(code)).toBeLessThanOrEqual(653)
  }
  const codes = authorities(3).map(({ code }) => code)
  expect(new Set(codes).size).toBe(AUTHORITIES)
})

test('the same seed deals the same England, and another seed another', () => {
  expect(authorities(5)).toEqual(authorities(5))
  expect(authorities(5)).not.toEqual(authorities(6))
})

test('where life is harder more children are referred and looked after; grip is another matter', () => {
  const all = authorities(11)
  const alike = (one: (of: (typeof all)[number]) => number, other: (of: (typeof all)[number]) => number) => {
    const [a, b] = [all.map(one), all.map(other)]
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const [meanA, meanB] = [mean(a), mean(b)]
    const shared = mean(a.map((value, at) => (value - meanA) * (b[at]! - meanB)))
    const spread = (values: readonly number[], middle: number) =>
      Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
    return shared / (spread(a, meanA) * spread(b, meanB))
  }
  expect(
    alike(
      ({ referrals }) => referrals,
      ({ lookedAfter }) => lookedAfter,
    ),
  ).toBeGreaterThan(0.25)
  expect(
    alike(
      ({ vacancy }) => vacancy,
      ({ agency }) => agency,
    ),
  ).toBeGreaterThan(0.4)
  expect(
    Math.abs(
      alike(
        ({ referrals }) => referrals,
        ({ assessmentsInTime }) => assessmentsInTime,
      ),
    ),
  ).toBeLessThan(0.25)
})

test('months are shown back from the last day, with thirteen more before them to look back on', () => {
  const [small] = councilsOf('small', 1, null).plans
  expect([small?.from, small?.shownFrom, small?.asAt]).toEqual(['2012-01-01', '2013-02-01', '2015-01-31'])
  const [city] = councilsOf('city', 1, 6).plans
  expect([city?.from, city?.shownFrom, city?.asAt]).toEqual(['2013-07-01', '2014-08-01', '2015-01-31'])
  const [first] = councilsOf('england', 1, 12).plans
  expect([first?.from, first?.shownFrom, first?.asAt]).toEqual(['2023-03-01', '2024-04-01', '2025-03-31'])
})
