import { isSmall } from './small-numbers.ts'

/**
 * Hides small numbers in a table of counts so that they cannot be worked out from what is still shown. A count from 1 to
 * 5 is hidden (rule SN1 of the measures handbook); then, where a sum that is shown would give a hidden count away, further
 * counts next to it are hidden too. A zero may be shown, and anyone who reads the table knows so: a hidden count is at least 1.
 */

/** A sum that anyone who reads the table knows of: the parts add up to the whole, all by the keys of their cells. */
export interface Sum {
  whole: string
  parts: readonly string[]
}

export interface CountTable {
  /** Every count by its key. */
  cells: ReadonlyMap<string, number>
  sums: readonly Sum[]
}

/**
 * The keys of the cells to hide. `before` are those that an earlier output of the same table hid: they stay hidden, so
 * that two outputs side by side give away no more than either. What else is hidden is chosen by the order of the keys and
 * not by the counts, for the same reason. Those `kept` are shown whatever they give away, because they are elsewhere.
 */
export function hiddenCells(
  table: CountTable,
  before: ReadonlySet<string> = new Set(),
  kept: ReadonlySet<string> = new Set(),
): Set<string> {
  const hidden = new Set<string>()
  for (const [key, count] of table.cells)
    if (isSmall(count) || (before.has(key) && count > 0)) hidden.add(key)
  let given = givenAway(table, hidden)
  while (given) {
    const more = nextToHide(table, new Set([...hidden, ...kept]), given)
    if (more === null) break
    hidden.add(more)
    given = givenAway(table, hidden)
  }
  return hidden
}

/** A hidden small count that what is shown gives away; null when there is none. */
function givenAway(table: CountTable, hidden: ReadonlySet<string>): string | null {
  const isSmallOne = (key: string) => isSmall(table.cells.get(key)!)
  const known = rangesOf(table, hidden)
  for (const [key, { low, high }] of known) if (low === high && isSmallOne(key)) return key
  return solvedBy(table, hidden).find(isSmallOne) ?? null
}

/**
 * The hidden counts that the sums settle together though none settles them alone: those that are by themselves in a
 * line when the sums are solved as equations.
 */
function solvedBy({ sums }: CountTable, hidden: ReadonlySet<string>): string[] {
  const keys = [...hidden]
  const lines = sums.flatMap(({ whole, parts }) => {
    const line = keys.map((key) => (parts.includes(key) ? 1 : 0) - (whole === key ? 1 : 0))
    return line.some((factor) => factor !== 0) ? [line] : []
  })
  let done = 0
  for (let column = 0; column < keys.length && done < lines.length; column += 1) {
    const pivot = lines.findIndex((line, at) => at >= done && Math.abs(line[column]!) > NEAR_ZERO)
    if (pivot < 0) continue
    ;[lines[done], lines[pivot]] = [lines[pivot]!, lines[done]!]
    const of = lines[done]!
    const first = of[column]!
    for (let at = column; at < keys.length; at += 1) of[at]! /= first
    for (const [other, line] of lines.entries()) {
      const times = line[column]!
      if (other === done || Math.abs(times) <= NEAR_ZERO) continue
      for (let at = column; at < keys.length; at += 1) line[at]! -= times * of[at]!
    }
    done += 1
  }
  return lines.slice(0, done).flatMap((line) => {
    const left = line.flatMap((factor, at) => (Math.abs(factor) > NEAR_ZERO ? [at] : []))
    return left.length === 1 ? [keys[left[0]!]!] : []
  })
}

/** Factors are small whole numbers and their quotients: what is nearer to zero than this is zero. */
const NEAR_ZERO = 1e-9

interface Range {
  low: number
  high: number
}

/**
 * What can be known of each hidden count from the sums: a range, found by narrowing each by the others until nothing
 * moves. A range of one number is a count given away.
 */
export function rangesOf({ cells, sums }: CountTable, hidden: ReadonlySet<string>): Map<string, Range> {
  const ranges = new Map<string, Range>()
  const rangeOf = (key: string): Range => {
    const found = ranges.get(key)
    if (found) return found
    const count = cells.get(key) ?? 0
    return { low: count, high: count }
  }
  for (const key of hidden) ranges.set(key, { low: 1, high: Number.POSITIVE_INFINITY })
  const concerned = sums.filter(
    ({ whole, parts }) => hidden.has(whole) || parts.some((part) => hidden.has(part)),
  )
  let moved = true
  const narrow = (key: string, low: number, high: number): void => {
    const range = ranges.get(key)
    if (!range) return
    if (low > range.low) [range.low, moved] = [low, true]
    if (high < range.high) [range.high, moved] = [high, true]
  }
  while (moved) {
    moved = false
    for (const { whole, parts } of concerned) {
      const all = parts.map(rangeOf)
      const lows = all.reduce((sum, { low }) => sum + low, 0)
      const highs = all.reduce((sum, { high }) => sum + high, 0)
      const total = rangeOf(whole)
      narrow(whole, lows, highs)
      for (const [at, part] of parts.entries()) {
        const { low, high } = all[at]!
        const otherHighs = high === Number.POSITIVE_INFINITY ? sumOfOthers(all, at) : highs - high
        narrow(part, total.low - otherHighs, total.high - (lows - low))
      }
    }
  }
  return ranges
}

const sumOfOthers = (all: readonly Range[], at: number): number =>
  all.reduce((sum, { high }, other) => (other === at ? sum : sum + high), 0)

/**
 * The next cell to hide next to one that is given away: a part of one of its sums, or the whole when no part is left, or
 * else the same of the sums next to those.
 */
function nextToHide({ cells, sums }: CountTable, taken: ReadonlySet<string>, given: string): string | null {
  const isShown = (key: string): boolean => !taken.has(key) && (cells.get(key) ?? 0) > 0
  const reached = new Set([given])
  for (;;) {
    const near = sums.filter(
      ({ whole, parts }) => reached.has(whole) || parts.some((part) => reached.has(part)),
    )
    const parts = near.flatMap((sum) => sum.parts).filter(isShown)
    const wholes = near.map(({ whole }) => whole).filter(isShown)
    const found = parts.sort()[0] ?? wholes.sort()[0]
    if (found !== undefined) return found
    const before = reached.size
    for (const { whole, parts: all } of near) for (const key of [whole, ...all]) reached.add(key)
    if (reached.size === before) return null
  }
}
