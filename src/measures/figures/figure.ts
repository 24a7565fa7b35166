import type { Day, Month } from '../../platform/day.ts'

/** A split that a measure can be read by. A case without a value shows as "Not recorded". */
export const SPLITS = [
  'team',
  'worker',
  'locality',
  'ward',
  'age',
  'sex',
  'ethnicity',
  'disability',
  'cohort',
  'detail',
] as const
export type Split = (typeof SPLITS)[number]
export const isSplit = (text: string): text is Split => (SPLITS as readonly string[]).includes(text)

/**
 * How small numbers are kept from readers outside the service (the measures handbook). SN0: nobody is counted. SN1: counts
 * of 1 to 5 are hidden, and what would give them away. SN2: and no percentage of fewer than 10. SN3: of staff, no cell of
 * fewer than 5 workers.
 */
export const SMALL_NUMBER_RULES = ['SN0', 'SN1', 'SN2', 'SN3'] as const
type SmallNumberRule = (typeof SMALL_NUMBER_RULES)[number]

/**
 * What a figure makes of its cases. A `rate` is those met of all, in per cent. A `count` is those met. A `total` and a
 * `difference` are the sum of their values. A `ratio` is the sum of the values of those met over that of all, in the
 * unit `%` a hundred times that: posts vacant of posts, by their hours. A `ratio` over the `rest` has those not met
 * below: the money spent (met) to the money planned (not met).
 */
export type SeriesKind =
  'rate' | 'count' | 'median' | 'mean' | 'ratio' | 'percentile' | 'maximum' | 'difference' | 'total'
export type Timing = 'flow' | 'stock'
export type Polarity = 'higher' | 'lower' | 'neutral'

/**
 * One series of a measure, as its file declares it. `id` is `as-completed-45wd.from_start`; the bare measure id is
 * an alias of the headline series.
 */
export interface SeriesDefinition {
  id: string
  /** The measure's id, without the series. */
  measure: string
  title: string
  /** What this series adds to the title: "from referral". Empty for a measure with one series. */
  label: string
  headline: boolean
  /** `front-door`, `assessment`, ... : the folder of the measure's file. */
  area: string
  asks: string
  /** "%", "children", "children per full-time worker": the unit after a value. */
  unit: string
  kind: SeriesKind
  /** Of a percentile, which one: 90. */
  percentile: number | null
  /** What a mean or a percentile is taken over: a caseload's is taken over workers. */
  over: 'cases' | 'workers' | 'rest'
  timing: Timing
  /** The day that puts a case in a month, in words: "the day a manager authorised it". */
  placedBy: string
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
  /** What its cases differ by that is its own: "source of the referral"; null when there is no such split. */
  detail: string | null
  /** Why limits do not apply to it, in words: each point shares eleven months with the next. Null when they may. */
  noLimits: string | null
  smallNumbers: SmallNumberRule
  /** The splits that make sense of it: a caseload has no ethnicity. */
  splits: readonly Split[]
  /** Why it cannot be made from files yet: the room that will record it. Null for a series that can be. */
  notHeld: string | null
}

/**
 * One figure. `split` null is the total. A rate with denominator 0 has value null. For medians and means `value` is
 * the statistic and `denominator` the number of cases (of a mean over workers, the full-time workers: a worker who
 * holds children in two teams is in each by the share held there); for counts `denominator` is null.
 */
export interface Point {
  period: Month
  split: string | null
  numerator: number | null
  denominator: number | null
  value: number | null
  provisional: boolean
  /** A small number, or one that would reveal it: this reader is not shown it, and its parts are null. */
  hidden?: true
  /** The figure first reported for its month; null for a split, and for a month in no report. Absent unless asked for. */
  reported?: Reported | null
  /** Whether it differs from the figure first reported. */
  restated?: boolean
}

/** A figure as everyone could see it from some day on: its snapshot was put in use then. */
export interface Reported {
  value: number | null
  numerator: number | null
  denominator: number | null
  asAt: Day
  snapshot: string
  /** Of the measure's definition. */
  version: string
}

/** A table that is as at another day than the figures that are counted from it. */
export interface TableDay {
  /** Of the dataset: `core_groups`. */
  table: string
  name: string
  asAt: Day
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
  /** Tables that it counts from and that are as at another day; absent where there is none. */
  tableDays?: TableDay[]
  points: Point[]
}

/** One case behind a figure. Child-level. */
export interface CaseRow {
  /** The council's id of the child; null where the case is no child (a worker's caseload). */
  child_id: string | null
  case_id: string
  on_date: Day
  team: string | null
  worker: string | null
  met: boolean
  value: number | null
  /** What the measure's cases differ by, where they do. */
  detail: string | null
  /** Opaque, for URLs: `/children/<ref>`. Never the council's id. */
  ref: string | null
  /** Where its clock starts; null where the measure's header names no field of the dataset for it. */
  starts_on: Day | null
}

/** Which cases: of one month, of one value of a split, met or not. */
export interface CaseFilter {
  period: Month
  split?: { by: Split; value: string } | undefined
  met?: 'yes' | 'no' | 'all' | undefined
}
