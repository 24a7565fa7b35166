import type { Polarity } from '../../measures/index.ts'
import { compareValues } from './compare-values.ts'
import { FIRM_POINTS, hasHardlyMoved, pLimits, xmrLimits, type ChartKind, type Limits } from './limits.ts'
import {
  runAtEnd,
  signalsOf,
  USUAL_RUNS,
  type Direction,
  type RunLengths,
  type Signal,
  type SpcRule,
} from './run-rules.ts'

/** Fewer points than this have no verdict at all. An Annex A extract holds six months. */
const MIN_POINTS = 6

export type Variation = 'common' | 'improving' | 'worsening' | 'higher' | 'lower' | 'none'
/** Limits closer together than this are no limits: nearly every month was as the one before. */
const NO_WIDTH = 1e-6
const HARDLY_MOVED = 'The figure has hardly moved before, so it has no usual range'

type Assurance = 'passes' | 'fails' | 'inconsistent' | 'none'

/** A rule that holds at the last point, and how many points running carry it. */
export interface SignalRun extends Signal {
  run: number
}

/** A place in the values where limits are worked out anew, and the cause that was named for it. */
interface Break {
  at: number
  cause: string
}

/**
 * Statistical process control of monthly points with the NHS "Making Data Count" rules. Where limits were worked out
 * anew, the whole is about the stretch since.
 */
export interface Spc {
  /** At the last point; null when there are too few points for limits. */
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
  /** The other rules that hold at the last point, each with its own run, in the order in which they are told. */
  others: SignalRun[]
  /** Why there is no verdict, for a reader; null when there is one. */
  why: string | null
  /** False where limits do not apply to the series, however long it grows. */
  applies: boolean
  chart: ChartKind
  /** Of a p-chart: how many times further apart months lie than chance alone would have them; null for another chart. */
  dispersion: number | null
  runLengths: RunLengths
  /** Of each value given: its own limits, or null. A p-chart's differ from month to month. */
  limits: (Limits | null)[]
  /** Where limits were worked out anew, oldest first. */
  breaks: Break[]
}

interface SpcOptions {
  polarity: Polarity
  target?: number | null | undefined
  /** Moving ranges at or over 3.267 times their mean are left out of the limits, once. True where not given. */
  screen?: boolean | undefined
  /** Set where limits do not apply, in words: small counts, rolling years. */
  unsuitable?: string | null | undefined
  /** 7 and 7 where not given. */
  runLengths?: RunLengths | undefined
  /** What each value is a share of, in per cent: with them it is a p-chart, without an XmR chart. */
  denominators?: readonly (number | null)[] | undefined
  breaks?: readonly Break[] | undefined
}

const VARIATIONS: Record<Polarity, Record<Direction, Variation>> = {
  higher: { up: 'improving', down: 'worsening' },
  lower: { up: 'worsening', down: 'improving' },
  neutral: { up: 'higher', down: 'lower' },
}

function assuranceOf({ lower, upper }: Limits, { polarity, target }: SpcOptions): Assurance {
  if (target === null || target === undefined || polarity === 'neutral') return 'none'
  const [near, far] = [compareValues(lower, target), compareValues(upper, target)]
  if (polarity === 'higher') return near >= 0 ? 'passes' : far < 0 ? 'fails' : 'inconsistent'
  return far <= 0 ? 'passes' : near > 0 ? 'fails' : 'inconsistent'
}

/** A value that there is, and its place among all. */
interface Known {
  value: number
  at: number
  denominator: number
}

/** The values between two breaks, with their limits and signals; none where they are too few. */
interface Stretch {
  known: readonly Known[]
  limits: readonly Limits[]
  /** Of each value, the rules that it breaks, the one that marks it first. */
  signals: readonly Signal[][]
  dispersion: number | null
  /** Enough values for a verdict, which hardly moved: they have no limits. */
  isFlat: boolean
}

function stretchOf(known: readonly Known[], options: SpcOptions, runLengths: RunLengths): Stretch {
  const none = { known, limits: [], signals: [], dispersion: null }
  if (known.length < 2) return { ...none, isFlat: false }
  const values = known.map(({ value }) => value)
  const screen = options.screen ?? true
  const { limits, dispersion } = options.denominators
    ? pLimits(
        values,
        known.map(({ denominator }) => denominator),
        screen,
      )
    : { limits: xmrLimits(values, screen), dispersion: null }
  if (known.length < MIN_POINTS) return { known, limits, signals: [], dispersion, isFlat: false }
  const isFlat =
    limits.every(({ lower, upper }) => upper - lower < NO_WIDTH) ||
    (!options.denominators && hasHardlyMoved(values, screen) && mostLieOutside(values, limits))
  return isFlat
    ? { ...none, isFlat }
    : { known, limits, signals: signalsOf(values, limits, runLengths), dispersion, isFlat }
}

const mostLieOutside = (values: readonly number[], limits: readonly Limits[]): boolean =>
  values.filter((value, index) => value < limits[index]!.lower || value > limits[index]!.upper).length * 2 >
  values.length

/** Throws when limits are asked by denominators and a value has none. */
const knownOf = (values: readonly (number | null)[], { denominators }: SpcOptions): Known[] =>
  values.flatMap((value, index): Known[] => {
    if (value === null) return []
    const denominator = denominators?.[index] ?? 0
    if (denominators && denominator <= 0) throw new Error('A share of nothing has no limits')
    return [{ value, at: index, denominator }]
  })

/** A break with no month before it, or none since, parts nothing. */
const breaksIn = (known: readonly Known[], breaks: readonly Break[]): Break[] =>
  breaks
    .filter(({ at }) => known.some((before) => before.at < at) && known.some((since) => since.at >= at))
    .toSorted((a, b) => a.at - b.at)

const withoutWidth = (found: Spc): Spc => ({
  ...found,
  signals: found.signals.map(() => null),
  limits: found.limits.map(() => null),
  why: HARDLY_MOVED,
  applies: false,
})

function brokenAtEnd({ known, signals }: Stretch, centre: number): SignalRun[] {
  const values = known.map(({ value }) => value)
  return (signals.at(-1) ?? []).map((signal) => ({ ...signal, run: runAtEnd(values, centre, signal) }))
}

/**
 * The chart of monthly values, oldest first. A month without a value is passed over. The verdict is that of the run
 * still alive at the last point. Throws when limits are asked by denominators and a value has none.
 */
export function spc(values: readonly (number | null)[], options: SpcOptions): Spc {
  const known = knownOf(values, options)
  const breaks = breaksIn(known, options.breaks ?? [])
  const runLengths = options.runLengths ?? USUAL_RUNS
  const starts = [0, ...breaks.map(({ at }) => at)]
  const parts = starts.map((from, index) =>
    known.filter(({ at }) => at >= from && at < (starts[index + 1] ?? values.length)),
  )
  const points = parts.at(-1)!.length
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
    others: [],
    why: null,
    applies: true,
    chart: options.denominators ? 'p' : 'xmr',
    dispersion: null,
    runLengths,
    limits: values.map(() => null),
    breaks,
  }
  if (options.unsuitable) return { ...none, points: known.length, why: options.unsuitable, applies: false }

  const stretches = parts.map((part) => stretchOf(part, options, runLengths))
  const { signals, limits } = none
  for (const stretch of stretches) {
    stretch.known.forEach(({ at }, index) => {
      signals[at] = stretch.signals[index]?.[0] ?? null
      limits[at] = stretch.limits[index] ?? null
    })
  }
  const current = stretches.at(-1)!
  if (current.isFlat) return withoutWidth(none)
  const now = current.limits.at(-1)
  if (!now) return { ...none, why: 'Too few months for limits' }
  const { centre, lower, upper } = now
  const drawn = { ...none, centre, lower, upper, dispersion: current.dispersion }
  if (points < MIN_POINTS) return { ...drawn, why: `No verdict before ${MIN_POINTS} months` }

  const [last = null, ...others] = brokenAtEnd(current, centre)
  return {
    ...drawn,
    variation: last ? VARIATIONS[options.polarity][last.direction] : 'common',
    rule: last?.rule ?? null,
    direction: last?.direction ?? null,
    run: last?.run ?? 0,
    others,
    assurance: assuranceOf(now, options),
  }
}
