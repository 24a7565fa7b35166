import type { Cell, Cells, Equation } from './count-system.ts'

/** What can be known of a hidden count: from, to. One number when both are the same. */
interface Range {
  low: number
  high: number
}

/** An equation in the counts that are hidden: their sum, each times its factor, is `sum`. */
interface Line {
  factors: Map<string, number>
  sum: number
}

/**
 * The hidden counts that the equations settle: by narrowing each by the others until nothing moves, and by solving the
 * equations together, because several may settle what none settles alone.
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
  for (const part of connected(lines))
    for (const key of [...settledByRanges(cells, part), ...settledByEquations(part)]) known.add(key)
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
    for (const key of factors.keys()) ranges.set(key, { low: leastOf(cells.get(key)!), high: Infinity })
  let moved = true
  for (let round = 0; moved && round < MAX_ROUNDS; round += 1) {
    moved = false
    for (const line of lines)
      for (const [key, factor] of line.factors) if (narrow(ranges, line, key, factor)) moved = true
  }
  return [...ranges].flatMap(([key, { low, high }]) => (low === high ? [key] : []))
}

/** A count that is shown when it is 0 is at least 1 when it is hidden. */
const leastOf = ({ count, least }: Cell): number => Math.min(count, least)

/** Narrows one count of a line by the others. Whether it moved. */
function narrow(ranges: Map<string, Range>, { factors, sum }: Line, key: string, factor: number): boolean {
  let [low, high] = [sum, sum]
  for (const [other, times] of factors) {
    if (other === key) continue
    const range = ranges.get(other)!
    low -= times > 0 ? times * range.high : times * range.low
    high -= times > 0 ? times * range.low : times * range.high
  }
  const ends = [low / factor, high / factor].toSorted((a, b) => a - b)
  const range = ranges.get(key)!
  const before = { ...range }
  range.low = Math.max(range.low, ends[0]!)
  range.high = Math.min(range.high, ends[1]!)
  return range.low !== before.low || range.high !== before.high
}

/** Gauss and Jordan: a count that is alone in its line has one value. */
function settledByEquations(lines: readonly Line[]): string[] {
  const solved = new Map<string, Map<string, number>>()
  for (const { factors } of lines) {
    const line = new Map(factors)
    for (const key of factors.keys()) {
      const other = solved.get(key)
      if (other) subtract(line, other, key)
    }
    const own = line.keys().next().value
    if (own === undefined) continue
    const first = line.get(own)!
    for (const [key, factor] of line) line.set(key, factor / first)
    for (const other of solved.values()) subtract(other, line, own)
    solved.set(own, line)
  }
  return [...solved].flatMap(([own, line]) => (line.size === 1 ? [own] : []))
}

/** Takes as much of `other` away as rids the line of the count `own`. */
function subtract(line: Map<string, number>, other: ReadonlyMap<string, number>, own: string): void {
  const times = line.get(own)
  if (times === undefined) return
  for (const [key, factor] of other) {
    const left = (line.get(key) ?? 0) - times * factor
    if (Math.abs(left) < NEAR_ZERO) line.delete(key)
    else line.set(key, left)
  }
}

/** Factors are small whole numbers and their quotients. */
const NEAR_ZERO = 1e-9
