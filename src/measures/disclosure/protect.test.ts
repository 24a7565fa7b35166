import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenCells, rangesOf, type CountTable } from './protect.ts'
import { isSmall } from './small-numbers.ts'

const table = (parts: Record<string, number>): CountTable => ({
  cells: new Map([
    ...Object.entries(parts),
    ['all', Object.values(parts).reduce((sum, part) => sum + part, 0)],
  ]),
  sums: [{ whole: 'all', parts: Object.keys(parts) }],
})
const hiddenOf = (parts: Record<string, number>, before: readonly string[] = []) =>
  [...hiddenCells(table(parts), new Set(before))].sort()

test('a count from 1 to 5 is hidden, and one next to it, so that the sum does not tell it', () => {
  expect(hiddenOf({ east: 12, north: 3, south: 20 })).toEqual(['east', 'north'])
  expect(hiddenOf({ east: 12, north: 0, south: 20 })).toEqual([])
  // Two small counts hide each other; but of 1 and 1 the sum is 2, and each must then be 1.
  expect(hiddenOf({ east: 4, north: 3, south: 20 })).toEqual(['east', 'north'])
  expect(hiddenOf({ east: 1, north: 1, south: 20 })).toEqual(['east', 'north', 'south'])
})

test('where no other part is left the whole is hidden too', () => {
  expect(hiddenOf({ east: 0, north: 3 })).toEqual(['all', 'north'])
})

test('what an earlier output hid stays hidden, whichever way the counts have moved', () => {
  // Once north hid behind east. Now south is small as well and would hide north; east would come out.
  expect(hiddenOf({ east: 12, north: 3, south: 4 })).toEqual(['north', 'south'])
  expect(hiddenOf({ east: 12, north: 3, south: 4 }, ['east', 'north'])).toEqual(['east', 'north', 'south'])
})

/** Every way in which the hidden counts could be, given what is shown: at least 1 each, and the sums right. */
function* worlds({ cells, sums }: CountTable, hidden: ReadonlySet<string>): Generator<Map<string, number>> {
  const wholes = new Set(sums.map(({ whole }) => whole))
  const parts = [...cells.keys()].filter((key) => !wholes.has(key))
  const guess = new Map<string, number>()
  function* from(at: number): Generator<Map<string, number>> {
    const key = parts[at]
    if (key !== undefined) {
      const counts = hidden.has(key) ? MOST.keys().map((count) => count + 1) : [cells.get(key)!].values()
      for (const count of counts) {
        guess.set(key, count)
        yield* from(at + 1)
      }
      return
    }
    for (const { whole, parts: of } of sums) {
      const sum = of.reduce((total, part) => total + guess.get(part)!, 0)
      if (hidden.has(whole) ? sum < 1 : sum !== cells.get(whole)) return
      guess.set(whole, sum)
    }
    yield guess
  }
  yield* from(0)
}
const MOST = Array.from({ length: 14 })

/** Teams by sex, each with its sums, and a total of totals. */
const crossed = fc
  .array(fc.integer({ min: 0, max: 7 }), { minLength: 4, maxLength: 4 })
  .map((counts): CountTable => {
    const [a = 0, b = 0, c = 0, d = 0] = counts
    return {
      cells: new Map([['a', a], ['b', b], ['c', c], ['d', d], ['row1', a + b], ['row2', c + d], ['col1', a + c], ['col2', b + d]]), // prettier-ignore
      sums: [
        { whole: 'row1', parts: ['a', 'b'] },
        { whole: 'row2', parts: ['c', 'd'] },
        { whole: 'col1', parts: ['a', 'c'] },
        { whole: 'col2', parts: ['b', 'd'] },
      ],
    }
  })

test('no hidden small count can be worked out by trying every way in which the hidden counts could be', () => {
  fc.assert(
    fc.property(crossed, (counts) => {
      const hidden = hiddenCells(counts)
      const seen = new Map([...hidden].map((key) => [key, new Set<number>()]))
      for (const world of worlds(counts, hidden))
        for (const key of hidden) seen.get(key)!.add(world.get(key)!)
      for (const key of hidden)
        if (isSmall(counts.cells.get(key)!))
          expect(seen.get(key)!.size, `${key} of ${JSON.stringify([...counts.cells])}`).toBeGreaterThan(1)
    }),
    { numRuns: 300 },
  )
})

test('what can be known of a hidden count is never less than what is so', () => {
  fc.assert(
    fc.property(crossed, (counts) => {
      const hidden = hiddenCells(counts)
      for (const [key, { low, high }] of rangesOf(counts, hidden)) {
        expect(low).toBeLessThanOrEqual(counts.cells.get(key)!)
        expect(high).toBeGreaterThanOrEqual(counts.cells.get(key)!)
      }
    }),
  )
})
