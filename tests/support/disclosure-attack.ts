import { isSmall } from '../../src/measures/disclosure/small-numbers.ts'

/** One count of an output: what it is, whether it is shown, and the least that a hidden one can be. */
export interface OutputCell {
  count: number
  isShown: boolean
  least: number
}
export type OutputCells = ReadonlyMap<string, OutputCell>

/** What anyone who reads the output knows: these counts, each times its factor, add up to 0. */
export type OutputEquation = readonly (readonly [name: string, factor: number])[]

export const sumOf = (whole: string, parts: readonly string[]): OutputEquation => [
  [whole, -1],
  ...parts.map((part) => [part, 1] as const),
]

/**
 * The small counts that are hidden and that the equations give away, taken together as one system: by narrowing what each
 * hidden count can be until nothing moves, and by solving the equations.
 */
export function givenAway(cells: OutputCells, equations: readonly OutputEquation[]): string[] {
  const open = equations.filter((equation) => equation.some(([name]) => !cells.get(name)!.isShown))
  const found = new Set([...settledByRanges(cells, open), ...settledByEquations(cells, open)])
  return [...found].filter((name) => isSmall(cells.get(name)!.count))
}

const MAX_ROUNDS = 30

interface Total {
  sum: number
  endless: number
}

function addUp(ends: readonly number[]): Total {
  const finite = ends.filter(Number.isFinite)
  return { sum: finite.reduce((sum, end) => sum + end, 0), endless: ends.length - finite.length }
}

/** The total of all but one; `end` is that one's. Endless while another is, and then the other way from 0. */
function without({ sum, endless }: Total, end: number): number {
  if (Number.isFinite(end)) return endless > 0 ? Number.NaN : sum - end
  return endless > 1 ? Number.NaN : sum
}

function settledByRanges(cells: OutputCells, equations: readonly OutputEquation[]): string[] {
  const low = new Map<string, number>()
  const high = new Map<string, number>()
  for (const [name, { count, isShown, least }] of cells) {
    low.set(name, isShown ? count : Math.min(least, count))
    high.set(name, isShown ? count : Number.POSITIVE_INFINITY)
  }
  let moves = true
  for (let round = 0; moves && round < MAX_ROUNDS; round += 1) {
    moves = false
    for (const equation of equations) {
      // Of each term the least and the most; how many have no end is counted, so that all but one can be added up.
      const ends = equation.map(([name, factor]) =>
        [factor * low.get(name)!, factor * high.get(name)!].toSorted((x, y) => x - y),
      )
      const leasts = addUp(ends.map(([least]) => least!))
      const mosts = addUp(ends.map(([, most]) => most!))
      for (const [index, [name, factor]] of equation.entries()) {
        if (cells.get(name)!.isShown) continue
        const [from, to] = ends[index] as [number, number]
        const [first, last] = [-without(mosts, to) / factor, -without(leasts, from) / factor]
        const [least, most] = factor > 0 ? [first, last] : [last, first]
        if (least > low.get(name)!) [moves] = [true, low.set(name, least)]
        if (most < high.get(name)!) [moves] = [true, high.set(name, most)]
      }
    }
  }
  return [...cells].flatMap(([name, { isShown }]) =>
    !isShown && low.get(name) === high.get(name) ? [name] : [],
  )
}

/** Gauss and Jordan: an unknown that is alone in its line has one value. */
function settledByEquations(cells: OutputCells, equations: readonly OutputEquation[]): string[] {
  const solved = new Map<string, Map<string, number>>()
  const holding = new Map<string, Set<string>>()
  for (const equation of equations) {
    const line = new Map<string, number>()
    for (const [name, factor] of equation) if (!cells.get(name)!.isShown) line.set(name, factor)
    // Each solved line has an unknown of its own, that no other line has.
    for (const name of equation.map(([term]) => term)) {
      const known = solved.get(name)
      if (known) subtract(line, known, name)
    }
    const own = line.keys().next().value
    if (own === undefined) continue
    const factor = line.get(own)!
    for (const [name, value] of line) line.set(name, value / factor)
    for (const other of holding.get(own) ?? []) {
      const known = solved.get(other)
      if (!known?.has(own)) continue
      subtract(known, line, own)
      for (const name of known.keys()) remember(holding, name, other)
    }
    solved.set(own, line)
    for (const name of line.keys()) remember(holding, name, own)
  }
  return [...solved].flatMap(([own, line]) => (line.size === 1 ? [own] : []))
}

const remember = (holding: Map<string, Set<string>>, name: string, own: string): void =>
  void holding.set(name, (holding.get(name) ?? new Set()).add(own))

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
