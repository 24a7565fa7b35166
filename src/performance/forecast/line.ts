/** One month on the scale of its series. */
export interface Reading {
  /** Months since the first of the window. */
  at: number
  level: number
  weight: number
}

/** The straight line through a window's months, and how sure it is. */
export interface Line {
  /** The value of the line at a month. */
  level(at: number): number
  /** Change for each month. */
  slope: number
  /** Of the slope, with what neighbouring months have in common. */
  slopeError: number
  /** The middle of the months, by weight: there the line is surest, and its error is `middleError`. */
  middle: number
  middleError: number
  /** Variance of a month of weight 1 about the line. */
  variance: number
  /** How much of a month's distance from the line the next month keeps, 0 to 0.7. */
  carried: number
  /** Degrees of freedom left, fewer where months repeat each other. */
  freedom: number
  /** Weighted squares left over. */
  rest: number
}

/** Months repeat each other no more than this: so few months cannot separate more from a trend. */
const MAX_CARRIED = 0.7
const MIN_FREEDOM = 4

/**
 * Fits the line by weighted least squares. `chance` is the least variance of a month of weight 1. What a month carries
 * over to the next makes the line less sure than so many separate months would: its error is raised by it. Residuals of a
 * line repeat each other too little by about 2/n, which is given back first.
 */
export function fitLine(readings: readonly Reading[], chance: number): Line {
  const n = readings.length
  const total = sum(readings.map(({ weight }) => weight))
  const middle = sum(readings.map(({ at, weight }) => weight * at)) / total
  const mean = sum(readings.map(({ level, weight }) => weight * level)) / total
  const spread = sum(readings.map(({ at, weight }) => weight * (at - middle) ** 2))
  const slope = sum(readings.map(({ at, level, weight }) => weight * (at - middle) * (level - mean))) / spread
  const level = (at: number) => mean + slope * (at - middle)
  const apart = readings.map((reading) => (reading.level - level(reading.at)) * Math.sqrt(reading.weight))
  const rest = sum(apart.map((residual) => residual ** 2))
  const variance = Math.max(rest / (n - 2), chance)
  const steps = apart.slice(1).map((residual, index) => residual * apart[index]!)
  const carried = Math.min(MAX_CARRIED, Math.max(0, (rest > 0 ? sum(steps) / rest : 0) + 2 / n))
  const raised = (1 + carried) / (1 - carried)
  return {
    level,
    slope,
    slopeError: Math.sqrt((variance * raised) / spread),
    middle,
    middleError: Math.sqrt((variance * raised) / total),
    variance,
    carried,
    freedom: Math.max(MIN_FREEDOM, n / raised - 2),
    rest,
  }
}

/** Where one change of course inside the window explains the months much better than one line: its place, or null. */
export function turnIn(
  readings: readonly Reading[],
  line: Line,
): { at: number; kind: 'step' | 'bend' } | null {
  const n = readings.length
  const score = (rest: number, terms: number) => n * Math.log(Math.max(rest, TINY) / n) + terms * Math.log(n)
  let best: { at: number; kind: 'step' | 'bend'; score: number } | null = null
  for (let index = EACH_SIDE; index <= n - EACH_SIDE; index += 1) {
    const { at } = readings[index]!
    const candidates = [
      { kind: 'step', rest: flatRest(readings.slice(0, index)) + flatRest(readings.slice(index)) },
      { kind: 'bend', rest: bendRest(readings, at) },
    ] as const
    for (const { kind, rest } of candidates) {
      // A step has two levels and its place; a bend a level, two slopes and its place.
      const found = score(rest, kind === 'step' ? 3 : 4)
      if (best === null || found < best.score) best = { at, kind, score: found }
    }
  }
  return best !== null && best.score < score(line.rest, 2) - MUCH_BETTER ? best : null
}

/** A change must show in this many months before it and after. */
const EACH_SIDE = 4
/** On the scale of the Bayesian information criterion, where 6 is strong evidence. */
const MUCH_BETTER = 6
const TINY = 1e-12

function flatRest(readings: readonly Reading[]): number {
  const mean =
    sum(readings.map(({ level, weight }) => weight * level)) / sum(readings.map(({ weight }) => weight))
  return sum(readings.map(({ level, weight }) => weight * (level - mean) ** 2))
}

/** What is left over of a line that bends at a month: level, slope, and the slope's change, by least squares. */
function bendRest(readings: readonly Reading[], bend: number): number {
  const rows = readings.map(({ at, level, weight }) => ({
    terms: [1, at, Math.max(0, at - bend)],
    level,
    weight,
  }))
  const table = [0, 1, 2].map((i) => [
    ...[0, 1, 2].map((j) => sum(rows.map(({ terms, weight }) => weight * terms[i]! * terms[j]!))),
    sum(rows.map(({ terms, level, weight }) => weight * terms[i]! * level)),
  ])
  const found = solved(table)
  if (found === null) return Infinity
  return sum(
    rows.map(
      ({ terms, level, weight }) => weight * (level - sum(terms.map((term, i) => term * found[i]!))) ** 2,
    ),
  )
}

/** Three equations in three unknowns, by elimination; null when they do not settle them. */
function solved(table: number[][]): number[] | null {
  for (let column = 0; column < 3; column += 1) {
    const pivot = [...table.keys()]
      .slice(column)
      .toSorted((a, b) => Math.abs(table[b]![column]!) - Math.abs(table[a]![column]!))[0]!
    ;[table[column], table[pivot]] = [table[pivot]!, table[column]!]
    const own = table[column]!
    if (Math.abs(own[column]!) < TINY) return null
    for (const [index, row] of table.entries()) {
      if (index === column) continue
      const factor = row[column]! / own[column]!
      for (let term = column; term < 4; term += 1) row[term]! -= factor * own[term]!
    }
  }
  return [0, 1, 2].map((index) => table[index]![3]! / table[index]![index]!)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
