import type { Day, Month } from '../platform/day.ts'

/** A split that any measure can be read by. `child_not_recorded` values show as "Not recorded". */
export const SPLITS = ['team', 'worker', 'age', 'sex', 'ethnicity'] as const
export type Split = (typeof SPLITS)[number]

export type SeriesKind =
  'rate' | 'count' | 'median' | 'mean' | 'ratio' | 'percentile' | 'maximum' | 'difference'
export type Timing = 'flow' | 'stock'
export type Polarity = 'higher' | 'lower' | 'neutral'

/**
 * One series of a measure, as its file declares it. `id` is `as-completed-45wd.from_start`; the bare measure id is
 * an alias of the headline series (clarification Q21).
 */
export interface SeriesDefinition {
  id: string
  /** The measure's id, without the series. */
  measure: string
  title: string
  /** What this series adds to the title: "from referral". Empty for a measure with one series. */
  label: string
  headline: boolean
  area: string
  asks: string
  unit: string
  kind: SeriesKind
  timing: Timing
  polarity: Polarity
  /** What counts as met: the numerator, in words. */
  numerator: string
  /** What is counted: the denominator, in words; null for a count. */
  denominator: string | null
  leavesOut: string
  clock: string
  standard: string
  source: string
  /** `table.column` of the dataset. */
  needs: readonly string[]
  version: string
  versionFrom: Day
  lookAgain: Month
  /** Notes that every figure of this series carries, by source: "From Annex A this is the flag alone". */
  notes: readonly string[]
}

/**
 * One figure. `split` null is the total. A rate with denominator 0 has value null. For medians and means `value` is
 * the statistic and `denominator` the number of cases (or workers); for counts `denominator` is null.
 */
export interface Point {
  period: Month
  split: string | null
  numerator: number | null
  denominator: number | null
  value: number | null
  provisional: boolean
}

/** The answer of `figures`: the shape of `waymark measure ID --json`. */
export interface MeasureFigures {
  id: string
  asAt: Day
  snapshot: string
  version: string
  unit: string
  available: boolean
  /** When not available: which field is missing from the source, in words. */
  why: string | null
  points: Point[]
}

/** One child behind a figure. Child-level. */
export interface CaseRow {
  child_id: string
  case_id: string
  on_date: Day
  team: string | null
  worker: string | null
  met: boolean
  value: number | null
}
