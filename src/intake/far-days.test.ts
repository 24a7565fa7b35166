import { expect, test } from 'vitest'
import fc from 'fast-check'
import { addDays, type Day } from '../platform/day.ts'
import { isFarFromDays, latestNearDay } from './far-days.ts'

const LATEST = '2025-01-31'
const halfAYear = (rows = 1) =>
  new Map(Array.from({ length: 184 }, (_, back) => [addDays(LATEST, -back), rows] as const))

test('one day far from all others is not the latest, however far it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 45, max: 9000 }), (ahead) => {
      expect(latestNearDay(new Map([...halfAYear(), [addDays(LATEST, ahead), 1]]))).toBe(LATEST)
    }),
  )
})

test('two mistyped days in two years decide no more than one does', () => {
  const days = new Map<Day, number>([...halfAYear(), ['2026-10-12', 1], ['2027-03-03', 1]])
  expect(latestNearDay(days)).toBe(LATEST)
})

test('a month later with many days is believed, and so are the days of a table with few', () => {
  expect(latestNearDay(new Map([...halfAYear(), ['2025-03-31', 40]]))).toBe('2025-03-31')
  const yearly = Array.from({ length: 12 }, (_, year) => [`${2010 + year}-06-01` as Day, 1] as const)
  expect(latestNearDay(new Map(yearly))).toBe('2021-06-01')
  expect(latestNearDay(new Map([['2024-01-01', 1], ['2025-01-31', 1]]))).toBe(LATEST) // prettier-ignore
  expect(latestNearDay(new Map())).toBeNull()
})

test('a day is far from rows when it is months after all of them, or before too many', () => {
  expect(isFarFromDays(halfAYear(), '2025-02-14')).toBe(false)
  expect(isFarFromDays(halfAYear(), '2025-12-31')).toBe(true)
  expect(isFarFromDays(halfAYear(), '2024-08-31')).toBe(true)
  expect(isFarFromDays(new Map([['2024-01-01', 1]]), '2025-12-31')).toBe(false)
})
