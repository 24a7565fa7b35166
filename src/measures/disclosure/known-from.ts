import type { Cell, Cells, Equation } from './count-system.ts'

/** What can be known of a hidden count: from, to. One number when both are the same. */
interface Range {
  low: number
  high: number
  /** Counts are whole numbers; full-time workers are not. */
  isWhole: boolean
}

/** An equation in the counts that are hidden: their sum, each times its factor, is `sum`. */
interface Line {
  factors: Map<string, number>
  sum: number
}

/**
 * The hidden counts that the equations settle: by solving them together, because several may settle what none settles alone, and
 * by narrowing each count by the others, in the equations and in what solving makes of them, until nothing moves.
 */
export function knownFrom(
  cells: Cells,
  equations: readonly Equation[],
  isHidden: (key: string) => boolean,
): Set<string> {
  const lines = equations.flatMap((equation) => {
    const line = lineOf(cells, equation, isHidden)
    return line.factors.size > 0 ? [line] : []
  })
  const known = new Set<string>()
  for (const part of connected(lines)) {
    const solved = solve(part)
    for (const { factors } of solved) if (factors.size === 1) known.add(factors.keys().next().value!)
    for (const key of settledByRanges(cells, [...part, ...solved])) known.add(key)
  }
  return known
}

function lineOf(cells: Cells, equation: Equation, isHidden: (key: string) => boolean): Line {
  const line: Line = { factors: new Map(), sum: 0 }
  for (const [key, factor] of equation)
    if (isHidden(key)) line.factors.set(key, (line.factors.get(key) ?? 0) + factor)
    else line.sum -= factor * cells.get(key)!.count
  for (const [key, factor] of line.factors) if (factor === 0) line.factors.delete(key)
  return line
}

/** Lines that have no count in common say nothing of one another. */
function connected(lines: readonly Line[]): Line[][] {
  const parent = lines.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!
    return root
  }
  const firstWith = new Map<string, number>()
  for (const [index, { factors }] of lines.entries())
    for (const key of factors.keys()) {
      const first = firstWith.get(key)
      if (first === undefined) firstWith.set(key, index)
      else parent[rootOf(index)] = rootOf(first)
    }
  return [...Map.groupBy(lines, (_, index) => rootOf(index)).values()]
}

/** Counts are small and few: where this many rounds do not settle them, no more will. */
const MAX_ROUNDS = 50

function settledByRanges(cells: Cells, lines: readonly Line[]): string[] {
  const ranges = new Map<string, Range>()
  for (const { factors } of lines)
    for (const key of factors.keys()) {
      const cell = cells.get(key)!
      ranges.set(key, { low: leastOf(cell), high: Infinity, isWhole: Number.isInteger(cell.count) })
    }
  let moved = true
  for (let round = 0; moved && round < MAX_ROUNDS; round += 1) {
    moved = false
    for (const line of lines) if (narrow(ranges, line)) moved = true
  }
  return [...ranges].flatMap(([key, { low, high }]) => (low === high ? [key] : []))
}

/** A count that is shown when it is 0 is at least 1 when it is hidden. */
const leastOf = ({ count, least }: Cell): number => Math.min(count, least)

/** The least and the most that a line's terms come to; those without an end are counted, so that all but one can be added up. */
interface Ends {
  least: number
  most: number
  endlessLeast: number
  endlessMost: number
}

/** Narrows each count of a line by the others. Whether one moved. */
function narrow(ranges: ReadonlyMap<string, Range>, { factors, sum }: Line): boolean {
  const ends: Ends = { least: 0, most: 0, endlessLeast: 0, endlessMost: 0 }
  for (const [key, factor] of factors) {
    const [low, high] = termOf(ranges.get(key)!, factor)
    if (Number.isFinite(low)) ends.least += low
    else ends.endlessLeast += 1
    if (Number.isFinite(high)) ends.most += high
    else ends.endlessMost += 1
  }
  if (ends.endlessLeast > 1 && ends.endlessMost > 1) return false
  let moved = false
  for (const [key, factor] of factors) {
    const range = ranges.get(key)!
    const [low, high] = termOf(range, factor)
    const most = without(ends.least, ends.endlessLeast, low)
    const least = without(ends.most, ends.endlessMost, high)
    if (narrowTo(range, (sum - (factor > 0 ? least : most)) / factor, (sum - (factor > 0 ? most : least)) / factor)) moved = true // prettier-ignore
  }
  return moved
}

const termOf = ({ low, high }: Range, factor: number): readonly [low: number, high: number] =>
  factor > 0 ? [factor * low, factor * high] : [factor * high, factor * low]

/** The total of all terms but one, from their total; NaN while another has no end. */
const without = (total: number, endless: number, end: number): number =>
  Number.isFinite(end) ? (endless > 0 ? Number.NaN : total - end) : endless > 1 ? Number.NaN : total

function narrowTo(range: Range, low: number, high: number): boolean {
  const least = range.isWhole ? Math.ceil(low - NEAR_WHOLE) : low
  const most = range.isWhole ? Math.floor(high + NEAR_WHOLE) : high
  const moved = least > range.low || most < range.high
  if (least > range.low) range.low = least
  if (most < range.high) range.high = most
  return moved
}

const NEAR_WHOLE = 1e-6

/** Gauss and Jordan: a count that is alone in its line has one value. */
function solve(lines: readonly Line[]): Line[] {
  const solved = new Map<string, Line>()
  /** The counts whose lines may have a count, by that count. */
  const having = new Map<string, Set<string>>()
  for (const { factors, sum } of lines) {
    const line: Line = { factors: new Map(factors), sum }
    for (const key of factors.keys()) {
      const other = solved.get(key)
      if (other) subtract(line, other, key)
    }
    const own = line.factors.keys().next().value
    if (own === undefined) continue
    const first = line.factors.get(own)!
    for (const [key, factor] of line.factors) line.factors.set(key, factor / first)
    line.sum /= first
    for (const key of having.get(own) ?? []) {
      const other = solved.get(key)!
      subtract(other, line, own)
      for (const name of other.factors.keys()) remember(having, name, key)
    }
    solved.set(own, line)
    for (const name of line.factors.keys()) remember(having, name, own)
  }
  return [...solved.values()]
}

const remember = (having: Map<string, Set<string>>, name: string, key: string): void =>
  void having.set(name, (having.get(name) ?? new Set()).add(key))

/** Takes as much of `other` away as rids the line of the count `own`. */
function subtract(line: Line, other: Line, own: string): void {
  const times = line.factors.get(own)
  if (times === undefined) return
  for (const [key, factor] of other.factors) {
    const left = (line.factors.get(key) ?? 0) - times * factor
    if (Math.abs(left) < NEAR_ZERO) line.factors.delete(key)
    else line.factors.set(key, left)
  }
  line.sum -= times * other.sum
}

/** Factors are small whole numbers and their quotients. */
const NEAR_ZERO = 1e-9
