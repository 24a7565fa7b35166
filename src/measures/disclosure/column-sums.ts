import type { Month } from '../../platform/day.ts'

/** Counts month by month. */
export type Vector = ReadonlyMap<Month, number>

/** A vector so many months ago, times a factor. */
export type Term = readonly [vector: string, factor: number, monthsAgo: number]

type Column = readonly [name: string, vector: Vector]

/** A column with a number that adds up as its counts do: the number of a sum is the sum of the numbers. */
interface Numbered {
  name: string
  counts: readonly number[]
  number: number
}

/** Below a million, so that a number of ten years of counts is a whole number exactly. */
const WEIGHTS = 1_000_003

const weightOf = (month: Month): number =>
  ((Number(month.slice(0, 4)) * 12 + Number(month.slice(5))) * 611_953 + 7919) % WEIGHTS

/**
 * The columns that are sums of others: one of two, one of three, or two that come to the same as two others. Columns are compared
 * where they have the same months.
 */
export function sumsIn(columns: readonly Column[]): Term[][] {
  const groups = Map.groupBy(columns, ([, vector]) => [...vector.keys()].join())
  return [...groups.values()].flatMap((group) => {
    const all = group.map(([name, vector]): Numbered => ({
      name,
      counts: [...vector.values()],
      number: [...vector].reduce((sum, [month, count]) => sum + weightOf(month) * count, 0),
    }))
    const { found, pairs } = pairsIn(all)
    return [...found, ...triplesIn(all, pairs)]
  })
}

type Pair = readonly [Numbered, Numbered]

function pairsIn(all: readonly Numbered[]): { found: Term[][]; pairs: ReadonlyMap<number, Pair> } {
  const singles = new Map(all.map((column) => [column.number, column]))
  const pairs = new Map<number, Pair>()
  const found: Term[][] = []
  for (const [index, left] of all.entries())
    for (const right of all.slice(index + 1)) {
      const sum = left.number + right.number
      const whole = singles.get(sum)
      if (whole) {
        if (!isOneShare(whole, left, right) && agree([whole], [left, right]))
          found.push(terms([whole], [left, right]))
        continue
      }
      const pair = pairs.get(sum)
      if (!pair) pairs.set(sum, [left, right])
      else if (agree(pair, [left, right])) found.push(terms(pair, [left, right]))
    }
  return { found, pairs }
}

function triplesIn(all: readonly Numbered[], pairs: ReadonlyMap<number, Pair>): Term[][] {
  const found = new Map<string, Term[]>()
  for (const whole of all)
    for (const part of all) {
      const pair = pairs.get(whole.number - part.number)
      if (!pair || part === whole || pair.includes(whole) || pair.includes(part)) continue
      const parts = [...pair, part]
      const key = `${whole.name} ${parts.map(({ name }) => name).toSorted().join()}` // prettier-ignore
      if (agree([whole], parts)) found.set(key, terms([whole], parts))
    }
  return [...found.values()]
}

const terms = (left: readonly Numbered[], right: readonly Numbered[]): Term[] => [
  ...left.map(({ name }): Term => [name, 1, 0]),
  ...right.map(({ name }): Term => [name, -1, 0]),
]

/** Two columns of the same number may still differ. */
const agree = (left: readonly Numbered[], right: readonly Numbered[]): boolean =>
  left[0]!.counts.every((_, month) => totalAt(left, month) === totalAt(right, month))

const totalAt = (columns: readonly Numbered[], month: number): number =>
  columns.reduce((sum, { counts }) => sum + counts[month]!, 0)

const seriesIn = ({ name }: Numbered): string => name.slice(0, name.indexOf('#'))

/** That those met and those not met are all is an equation of every share already. */
const isOneShare = (...columns: readonly Numbered[]): boolean => new Set(columns.map(seriesIn)).size === 1
