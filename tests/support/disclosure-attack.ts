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

/** The rule that is attacked, said again here so that the attack shares nothing with what it attacks. */
export const isSmallCount = (count: number): boolean => count >= 1 && count <= 5

/** A line in the hidden counts alone: their sum, each times its factor, is `sum`. */
interface Line {
  factors: Map<string, number>
  sum: number
}

/**
 * The small counts that are hidden and that the equations give away, taken together as one system. Each connected part is
 * eliminated exactly (in whole numbers modulo a prime), which finds every count that the equations alone settle; and what each
 * hidden count can be is narrowed in whole numbers, by every equation and by each line of the elimination, until nothing moves.
 */
export function givenAway(cells: OutputCells, equations: readonly OutputEquation[]): string[] {
  const found = new Set<string>()
  for (const lines of connected(openLines(cells, equations))) {
    const solved = eliminated(lines)
    for (const { factors } of solved) if (factors.size === 1) found.add(factors.keys().next().value!)
    for (const name of settledByRanges(cells, [...lines, ...solved])) found.add(name)
  }
  return [...found].filter((name) => isSmallCount(cells.get(name)!.count))
}

const openLines = (cells: OutputCells, equations: readonly OutputEquation[]): Line[] =>
  equations.flatMap((equation) => {
    const line: Line = { factors: new Map(), sum: 0 }
    for (const [name, factor] of equation) {
      const { isShown, count } = cells.get(name)!
      if (isShown) line.sum -= factor * count
      else line.factors.set(name, (line.factors.get(name) ?? 0) + factor)
    }
    for (const [name, factor] of line.factors) if (factor === 0) line.factors.delete(name)
    return line.factors.size > 0 ? [line] : []
  })

/** Lines that share no hidden count say nothing of one another. */
function connected(lines: readonly Line[]): Line[][] {
  const holding = new Map<string, Line[]>()
  for (const line of lines)
    for (const name of line.factors.keys())
      if (holding.has(name)) holding.get(name)!.push(line)
      else holding.set(name, [line])
  const seen = new Set<Line>()
  return lines.flatMap((first) => {
    if (seen.has(first)) return []
    const part = [first]
    seen.add(first)
    for (const line of part)
      for (const name of line.factors.keys())
        for (const next of holding.get(name)!)
          if (!seen.has(next)) {
            seen.add(next)
            part.push(next)
          }
    return [part]
  })
}

/** Products of two numbers below it are exact, and no determinant of so few lines of 1 and −1 is a multiple of it but by chance. */
const PRIME = 67_108_859
const modulo = (value: number): number => ((value % PRIME) + PRIME) % PRIME

/** A whole number modulo the prime as the one nearest to 0. */
const nearest = (value: number): number => (value > PRIME / 2 ? value - PRIME : value)

function inverse(value: number): number {
  let [a, b, x, y] = [modulo(value), PRIME, 1, 0]
  while (a > 1) {
    const times = Math.floor(a / b)
    ;[a, b] = [b, a % b]
    ;[x, y] = [y, x - times * y]
  }
  return modulo(x)
}

/** Gauss and Jordan. A hidden count that is alone in its line has one value. */
function eliminated(lines: readonly Line[]): Line[] {
  const solved = new Map<string, Line>()
  const holding = new Map<string, Set<string>>()
  for (const { factors, sum } of lines.toSorted((a, b) => a.factors.size - b.factors.size)) {
    const line: Line = {
      factors: new Map([...factors].map(([name, factor]) => [name, modulo(factor)])),
      sum: modulo(sum),
    }
    for (const name of factors.keys()) if (solved.has(name)) subtract(line, solved.get(name)!, name)
    const own = line.factors.keys().next().value
    if (own === undefined) continue
    const times = inverse(line.factors.get(own)!)
    for (const [name, factor] of line.factors) line.factors.set(name, modulo(factor * times))
    line.sum = modulo(line.sum * times)
    for (const other of holding.get(own) ?? []) {
      const known = solved.get(other)!
      if (!known.factors.has(own)) continue
      subtract(known, line, own)
      for (const name of known.factors.keys()) remember(holding, name, other)
    }
    solved.set(own, line)
    for (const name of line.factors.keys()) remember(holding, name, own)
  }
  return [...solved.values()].map(({ factors, sum }) => ({
    factors: new Map([...factors].map(([name, factor]) => [name, nearest(factor)])),
    sum: nearest(sum),
  }))
}

const remember = (holding: Map<string, Set<string>>, name: string, own: string): void => {
  const known = holding.get(name)
  if (known) known.add(own)
  else holding.set(name, new Set([own]))
}

/** Takes as much of `other` away as rids the line of the unknown. */
function subtract(line: Line, other: Line, unknown: string): void {
  const times = line.factors.get(unknown)
  if (times === undefined) return
  for (const [name, factor] of other.factors) {
    const left = modulo((line.factors.get(name) ?? 0) - modulo(times * factor))
    if (left === 0) line.factors.delete(name)
    else line.factors.set(name, left)
  }
  line.sum = modulo(line.sum - modulo(times * other.sum))
}

const MAX_ROUNDS = 30
/** A factor that is no small whole number is a quotient modulo the prime: its line says nothing of ranges. */
const MAX_FACTOR = 20

interface Total {
  sum: number
  endless: number
}

function addUp(ends: readonly number[]): Total {
  const finite = ends.filter(Number.isFinite)
  return { sum: finite.reduce((sum, end) => sum + end, 0), endless: ends.length - finite.length }
}

/** The total of all but one; `end` is that one's. NaN while another has no end. */
function without({ sum, endless }: Total, end: number): number {
  if (Number.isFinite(end)) return endless > 0 ? Number.NaN : sum - end
  return endless > 1 ? Number.NaN : sum
}

function settledByRanges(cells: OutputCells, lines: readonly Line[]): string[] {
  const low = new Map<string, number>()
  const high = new Map<string, number>()
  const usable = lines.filter(({ factors }) =>
    factors.values().every((factor) => Math.abs(factor) <= MAX_FACTOR),
  )
  for (const { factors } of usable)
    for (const name of factors.keys()) {
      const { count, least } = cells.get(name)!
      low.set(name, Math.min(least, count))
      high.set(name, Number.POSITIVE_INFINITY)
    }
  let moves = true
  for (let round = 0; moves && round < MAX_ROUNDS; round += 1) {
    moves = false
    for (const { factors, sum } of usable) {
      const terms = [...factors]
      // Of each term the least and the most; how many have no end is counted, so that all but one can be added up.
      const ends = terms.map(([name, factor]) =>
        factor > 0
          ? ([factor * low.get(name)!, factor * high.get(name)!] as const)
          : ([factor * high.get(name)!, factor * low.get(name)!] as const),
      )
      const leasts = addUp(ends.map(([least]) => least))
      const mosts = addUp(ends.map(([, most]) => most))
      for (const [index, [name, factor]] of terms.entries()) {
        const [from, to] = ends[index]!
        const [first, last] = [(sum - without(mosts, to)) / factor, (sum - without(leasts, from)) / factor]
        const [least, most] = factor > 0 ? [first, last] : [last, first]
        if (Math.ceil(least - 1e-9) > low.get(name)!) [moves] = [true, low.set(name, Math.ceil(least - 1e-9))]
        if (Math.floor(most + 1e-9) < high.get(name)!)
          [moves] = [true, high.set(name, Math.floor(most + 1e-9))]
      }
    }
  }
  return [...low].flatMap(([name, least]) => (least === high.get(name) ? [name] : []))
}
