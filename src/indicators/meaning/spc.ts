import type { Polarity } from '../figures/figure.ts'

/**
 * Statistical process control of monthly points: an XmR chart with the NHS "Making Data Count" rules.
 * The length of a run is ours to choose and is printed under every chart: 7 for a shift and for a trend.
 */
export const RUN_LENGTH = 7
/** Fewer points than this have trial limits. */
export const FIRM_POINTS = 12
/** Fewer points than this have no verdict at all. An Annex A extract holds six months. */
export const LEAST_POINTS = 6
/** Limits stand this many mean moving ranges from the mean: 3 / 1.128, as published. */
const LIMIT = 2.66
/** A moving range this many times the mean moving range is itself a special cause. */
const SCREEN = 3.267

export type SpcRule = 'outside' | 'shift' | 'trend' | 'two-of-three'
export type Variation = 'common' | 'improving' | 'worsening' | 'higher' | 'lower' | 'none'
export type Assurance = 'passes' | 'fails' | 'inconsistent' | 'none'
export type Direction = 'up' | 'down'

/** A rule that is broken at one point, and which way. */
export interface Signal {
  rule: SpcRule
  direction: Direction
}

export interface Spc {
  /** Null when there are too few points for limits. */
  centre: number | null
  lower: number | null
  upper: number | null
  /** Points that the limits were worked out from. */
  points: number
  /** True while there are fewer than 12. */
  trial: boolean
  variation: Variation
  /** The rule broken at the last point. */
  rule: SpcRule | null
  /** Which way the last point's signal goes; null when there is none. */
  direction: Direction | null
  assurance: Assurance
  /** Of each value given, in order: its signal, or null. */
  signals: (Signal | null)[]
  /** How many points running, the last one included, carry the verdict: 9 months above the average. 0 when there is none. */
  run: number
  /** Why there is no verdict, for a reader; null when there is one. */
  why: string | null
}

export interface SpcOptions {
  polarity: Polarity
  target?: number | null | undefined
  /** Moving ranges at or over 3.267 times their mean are left out of the limits, once. True unless told not to. */
  screen?: boolean | undefined
  /** Set where limits do not apply, in words: small counts, rolling years. */
  unsuitable?: string | null | undefined
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length

function limitsOf(values: readonly number[], screen: boolean): { centre: number; sigma: number } {
  const centre = mean(values)
  const ranges = values.slice(1).map((value, at) => Math.abs(value - values[at]!))
  const average = mean(ranges)
  const kept = screen && average > 0 ? ranges.filter((range) => range < SCREEN * average) : ranges
  return { centre, sigma: (LIMIT * mean(kept)) / 3 }
}

type Sign = -1 | 0 | 1
const signOf = (difference: number): Sign => (difference > 0 ? 1 : difference < 0 ? -1 : 0)
const directionOf = (sign: Sign): Direction => (sign > 0 ? 'up' : 'down')

/** Marks every point of each run of `length` or more equal, non-zero signs. */
function runsOf(signs: readonly Sign[], length: number): Sign[] {
  const marked: Sign[] = signs.map(() => 0)
  let start = 0
  for (let at = 1; at <= signs.length; at += 1) {
    if (at < signs.length && signs[at] === signs[start]) continue
    if (signs[start] !== 0 && at - start >= length) marked.fill(signs[start]!, start, at)
    start = at
  }
  return marked
}

function signalsOf(values: readonly number[], centre: number, sigma: number): (Signal | null)[] {
  const beyond = (sigmas: number) =>
    values.map((value) => (Math.abs(value - centre) > sigmas * sigma ? signOf(value - centre) : 0))
  const outside = beyond(3)
  const outer = beyond(2)
  const shift = runsOf(
    values.map((value) => signOf(value - centre)),
    RUN_LENGTH,
  )
  // Seven points running up are six steps; the point before the first step belongs to the run.
  const steps = values.map((value, at) => (at === 0 ? 0 : signOf(value - values[at - 1]!)))
  const stepRuns = runsOf(steps, RUN_LENGTH - 1)
  const trend = stepRuns.map((sign, at) => (sign === 0 ? (stepRuns[at + 1] ?? 0) : sign))
  const twoOfThree = outer.map((sign, at): Sign => {
    if (sign === 0) return 0
    const windows = [at - 2, at - 1, at].filter((from) => from >= 0)
    return windows.some((from) => outer.slice(from, from + 3).filter((other) => other === sign).length >= 2)
      ? sign
      : 0
  })
  const broken: [SpcRule, readonly Sign[]][] = [
    ['outside', outside],
    ['shift', shift],
    ['trend', trend],
    ['two-of-three', twoOfThree],
  ]
  return values.map((_, at) => {
    const first = broken.find(([, signs]) => signs[at] !== 0)
    return first ? { rule: first[0], direction: directionOf(first[1][at]!) } : null
  })
}

const VARIATIONS: Record<Polarity, Record<Direction, Variation>> = {
  higher: { up: 'improving', down: 'worsening' },
  lower: { up: 'worsening', down: 'improving' },
  neutral: { up: 'higher', down: 'lower' },
}

function assuranceOf(
  lower: number,
  upper: number,
  { polarity, target }: Pick<SpcOptions, 'polarity' | 'target'>,
): Assurance {
  if (target === null || target === undefined || polarity === 'neutral') return 'none'
  if (polarity === 'higher') return lower >= target ? 'passes' : upper < target ? 'fails' : 'inconsistent'
  return upper <= target ? 'passes' : lower > target ? 'fails' : 'inconsistent'
}

/** How many points running, the last included, lie on the side of the mean (or keep the direction) of the last signal. */
function runAtEnd(values: readonly number[], centre: number, { rule, direction }: Signal): number {
  const along = (at: number): boolean => {
    const difference = rule === 'trend' ? values[at]! - (values[at - 1] ?? Number.NaN) : values[at]! - centre
    return direction === 'up' ? difference > 0 : difference < 0
  }
  let run = 0
  for (let at = values.length - 1; at >= 0 && along(at); at -= 1) run += 1
  return rule === 'trend' ? run + 1 : run
}

/**
 * The chart of monthly values, oldest first. A month without a value is passed over. The verdict is that of the run
 * still alive at the last point.
 */
export function spc(values: readonly (number | null)[], options: SpcOptions): Spc {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]))
  const numbers = known.map(({ value }) => value)
  const points = numbers.length
  const none: Spc = {
    centre: null,
    lower: null,
    upper: null,
    points,
    trial: points < FIRM_POINTS,
    variation: 'none',
    rule: null,
    direction: null,
    assurance: 'none',
    signals: values.map(() => null),
    run: 0,
    why: null,
  }
  if (options.unsuitable) return { ...none, why: options.unsuitable }
  if (points < 2) return { ...none, why: 'Too few months for limits' }

  const { centre, sigma } = limitsOf(numbers, options.screen ?? true)
  const lower = centre - 3 * sigma
  const upper = centre + 3 * sigma
  const limits = { ...none, centre, lower, upper }
  if (points < LEAST_POINTS) return { ...limits, why: `No verdict before ${LEAST_POINTS} months` }

  const signals = signalsOf(numbers, centre, sigma)
  const spread: (Signal | null)[] = values.map(() => null)
  known.forEach(({ at }, index) => (spread[at] = signals[index] ?? null))
  const last = signals.at(-1) ?? null
  return {
    ...limits,
    signals: spread,
    variation: last ? VARIATIONS[options.polarity][last.direction] : 'common',
    rule: last?.rule ?? null,
    direction: last?.direction ?? null,
    run: last ? runAtEnd(numbers, centre, last) : 0,
    assurance: assuranceOf(lower, upper, options),
  }
}
