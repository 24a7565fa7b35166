import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell, CountSystem, Equation } from './count-system.ts'
import { hiddenPoints } from './protect.ts'
import { isSmall } from './small-numbers.ts'

/** Each count is a point of its own. */
const system = (counts: Record<string, number>, ...equations: Equation[]): CountSystem => ({
  cells: new Map(
    Object.entries(counts).map(([key, count]): [string, Cell] => [
      key,
      { count, least: 1, points: new Set([key]) },
    ]),
  ),
  equations,
  points: new Map(Object.keys(counts).map((key) => [key, [key]])),
})
const sum = (whole: string, ...parts: string[]): Equation => [
  [whole, -1],
  ...parts.map((part) => [part, 1] as const),
]
const hiddenOf = (found: CountSystem, before: readonly string[] = []) =>
  [...hiddenPoints(found, new Set(before))].sort()

const TEAMS = sum('whole', 'east', 'north', 'south')

test('a count from 1 to 5 is hidden, and one next to it, so that the sum does not tell it', () => {
  expect(hiddenOf(system({ east: 12, north: 3, south: 20, whole: 35 }, TEAMS))).toEqual(['east', 'north'])
  expect(hiddenOf(system({ east: 12, north: 0, south: 20, whole: 32 }, TEAMS))).toEqual([])
  // Two small counts hide each other; but of 1 and 1 the sum is 2, and each must then be 1.
  expect(hiddenOf(system({ east: 4, north: 3, south: 20, whole: 27 }, TEAMS))).toEqual(['east', 'north'])
  expect(hiddenOf(system({ east: 1, north: 1, south: 20, whole: 22 }, TEAMS))).toEqual([
    'east',
    'north',
    'south',
  ])
})

test('a small number of starts does not come out of the plans open before and after, and those that ended', () => {
  // 64 open after 66, and 7 that ended: 5 must have started.
  const found = system({ before: 66, open: 64, starts: 5, ends: 7 }, [
    ['open', 1],
    ['before', -1],
    ['starts', -1],
    ['ends', 1],
  ])
  expect(hiddenOf(found)).toHaveLength(2)
})

test('a small number of ends does not come out of the starts and the net change', () => {
  const found = system({ starts: 0, ends: 2, net: -2 }, [
    ['net', 1],
    ['starts', -1],
    ['ends', 1],
  ])
  expect(hiddenOf(found)).toEqual(['ends', 'net'])
})

test('a count that two points print is hidden in both', () => {
  const found = system({ all: 3 })
  const cells = new Map([['all', { count: 3, least: 1, points: new Set(['share', 'sibling']) }]])
  const points = new Map([
    ['share', ['all']],
    ['sibling', ['all']],
  ])
  expect(hiddenOf({ ...found, cells, points })).toEqual(['share', 'sibling'])
})

test('what an earlier output hid stays hidden, whichever way the counts have moved', () => {
  const now = system({ east: 12, north: 3, south: 4, whole: 19 }, TEAMS)
  expect(hiddenOf(now)).toEqual(['north', 'south'])
  expect(hiddenOf(now, ['east', 'north'])).toEqual(['east', 'north', 'south'])
})

test('what is hidden for a count lies next to it, though that be 0, and not where it says nothing of it', () => {
  const { cells, ...rest } = system({ small: 3, others: 17, whole: 20, none: 0, east: 30, west: 30 }, [
    ['small', 1],
    ['others', 1],
    ['none', 1],
    ['whole', -1],
  ], [
    ['none', 1],
    ['east', 1],
    ['west', -1],
  ]) // prettier-ignore
  // Other parts of the output show these two already.
  const published = new Map(
    [...cells].map(([key, cell]): [string, Cell] =>
      key === 'others' || key === 'whole'
        ? [key, { ...cell, points: new Set(), elsewhere: 'shown' }]
        : [key, { ...cell, least: 0 }],
    ),
  )
  expect(hiddenOf({ cells: published, ...rest })).toEqual(['east', 'none', 'small'])
})

const HIGHEST = 14
const KEYS = ['a', 'b', 'c', 'd'] as const

test('no hidden small count can be worked out by trying every way in which the hidden counts could be', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 4, maxLength: 4 })
  const wholes = { row1: ['a', 'b'], row2: ['c', 'd'], col1: ['a', 'c'], col2: ['b', 'd'] } as const
  const added = (parts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(wholes).map(([key, [x, y]]) => [key, parts[x]! + parts[y]!]))
  fc.assert(
    fc.property(counts, (values) => {
      const parts = Object.fromEntries(KEYS.map((key, index) => [key, values[index]!]))
      const all: Record<string, number> = { ...parts, ...added(parts) }
      const hidden = hiddenPoints(
        system(all, ...Object.entries(wholes).map(([key, both]) => sum(key, ...both))),
      )
      const seen = new Map([...hidden].map((key) => [key, new Set<number>()]))
      const tryFrom = (index: number, guess: Record<string, number>): void => {
        const key = KEYS[index]
        if (key !== undefined) {
          if (!hidden.has(key)) return tryFrom(index + 1, { ...guess, [key]: all[key]! })
          for (let count = 1; count <= HIGHEST; count += 1) tryFrom(index + 1, { ...guess, [key]: count })
          return
        }
        const world: Record<string, number> = { ...guess, ...added(guess) }
        const fits = Object.keys(wholes).every((whole) =>
          hidden.has(whole) ? world[whole]! >= 1 : world[whole] === all[whole],
        )
        if (fits) for (const name of hidden) seen.get(name)!.add(world[name]!)
      }
      tryFrom(0, {})
      for (const key of hidden) if (isSmall(all[key]!)) expect(seen.get(key)!.size, key).toBeGreaterThan(1)
    }),
    { numRuns: 100 },
  )
})
