import { isSmall } from '../../src/measures/disclosure/small-numbers.ts'

/** One count of an output: what it is, whether it is shown, and the least that a hidden one can be. */
export interface OutputCell {
  count: number
  isShown: boolean
  least: number
}
export type OutputCells = ReadonlyMap<string, OutputCell>

/** A sum that anyone who reads the output knows of, by the names of its cells. */
export interface OutputSum {
  whole: string
  parts: readonly string[]
}

/**
 * The small counts that are hidden and that the sums give away, taken together as one system: by narrowing what each
 * hidden count can be until nothing moves, and by solving the sums as equations.
 */
export function givenAway(cells: OutputCells, sums: readonly OutputSum[]): string[] {
  const open = sums.filter(({ whole, parts }) => [whole, ...parts].some((name) => !cells.get(name)!.isShown))
  const found = new Set([...settledByRanges(cells, open), ...settledByEquations(cells, open)])
  return [...found].filter((name) => isSmall(cells.get(name)!.count))
}

function settledByRanges(cells: OutputCells, sums: readonly OutputSum[]): string[] {
  const low = new Map<string, number>()
  const high = new Map<string, number>()
  for (const [name, { count, isShown, least }] of cells) {
    low.set(name, isShown ? count : least)
    high.set(name, isShown ? count : Number.POSITIVE_INFINITY)
  }
  const narrow = (name: string, from: number, to: number): boolean => {
    const isNarrower = from > low.get(name)! || to < high.get(name)!
    low.set(name, Math.max(low.get(name)!, from))
    high.set(name, Math.min(high.get(name)!, to))
    return isNarrower
  }
  for (let moves = true; moves;) {
    moves = false
    for (const { whole, parts } of sums) {
      const [lows, highs] = [total(parts, low), total(parts, high)]
      if (narrow(whole, lows, highs)) moves = true
      for (const part of parts) {
        const others = parts.filter((name) => name !== part)
        const least =
          low.get(whole)! - (Number.isFinite(highs) ? highs - high.get(part)! : total(others, high))
        if (narrow(part, least, high.get(whole)! - (lows - low.get(part)!))) moves = true
      }
    }
  }
  return [...cells].flatMap(([name, { isShown }]) =>
    !isShown && low.get(name) === high.get(name) ? [name] : [],
  )
}

const total = (names: readonly string[], values: ReadonlyMap<string, number>): number =>
  names.reduce((sum, name) => sum + values.get(name)!, 0)

/** Gauss and Jordan: an unknown that is alone in its line has one value. */
function settledByEquations(cells: OutputCells, sums: readonly OutputSum[]): string[] {
  const lines: Map<string, number>[] = []
  for (const { whole, parts } of sums) {
    const line = new Map<string, number>()
    for (const name of parts) if (!cells.get(name)!.isShown) line.set(name, 1)
    if (!cells.get(whole)!.isShown) line.set(whole, -1)
    // Each solved line has an unknown of its own, that no other line has.
    for (const solved of lines) subtract(line, solved, firstOf(solved))
    if (line.size === 0) continue
    const own = firstOf(line)
    const factor = line.get(own)!
    for (const [name, value] of line) line.set(name, value / factor)
    for (const solved of lines) subtract(solved, line, own)
    lines.push(line)
  }
  return lines.flatMap((line) => (line.size === 1 ? [firstOf(line)] : []))
}

const firstOf = (line: ReadonlyMap<string, number>): string => line.keys().next().value!

/** Takes as much of `other` away as rids the line of the unknown. */
function subtract(line: Map<string, number>, other: ReadonlyMap<string, number>, unknown: string): void {
  const times = line.get(unknown)
  if (times === undefined) return
  for (const [name, value] of other) {
    const left = (line.get(name) ?? 0) - times * value
    if (Math.abs(left) < NEAR_ZERO) line.delete(name)
    else line.set(name, left)
  }
}

/** Factors are small whole numbers and their quotients. */
const NEAR_ZERO = 1e-9
