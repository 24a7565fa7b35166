import type { Day, Month } from '../../platform/day.ts'
import type { SeriesComparison, Comparison, TrackedComparison } from '../benchmarks/benchmark.ts'
import type { Point, SeriesDefinition, TableDay } from '../../measures/index.ts'
import type { TargetVerdict } from '../../ui/charts/verdict.ts'
import type { Spc } from '../spc/spc.ts'
import type { PathStep } from './target-path.ts'

/** The tracker's groups, in the order of its page. */
export const TRACKER_GROUPS = ['off_track', 'hit_or_miss', 'on_track', 'watched', 'cannot_tell'] as const
export type TrackerGroup = (typeof TRACKER_GROUPS)[number]

/** How full the fields that a measure needs are, and what a reader must know of its figures. */
export interface Confidence {
  /** Share of rows in which the least full of the needed fields is filled, 0 to 1; null when it cannot be told. */
  complete: number | null
  notes: string[]
}

/** One line of the tracker: the shape of `waymark tracker --json`, and what its pages draw from. */
export interface TrackerRow extends TrackedComparison {
  id: string
  ref: string
  title: string
  latest: Point | null
  previous: Point | null
  target: number | null
  targetBy: Day | null
  spc: Spc
  sentence: string
  england: { value: number | null; period: string | null }
  confidence: Confidence
  /** Tables that it counts from and that are as at another day; absent where there is none. */
  tableDays?: TableDay[] | undefined
  /** The same in a sentence; null where there is none. */
  tableDaysSentence: string | null

  /** The agreed path to the target, oldest first; empty where none was agreed. */
  path: readonly PathStep[]

  series: SeriesDefinition
  group: TrackerGroup
  /** Whether it will meet its target. */
  meeting: TargetVerdict
  /** Up to 24 months, oldest first, as the reader may be shown them; a series that starts late has fewer. */
  points: Point[]
  /** The same months as counted, for what is worked out from them; never printed. */
  counted: readonly Point[]
  available: boolean
  why: string | null
  /** England's and the neighbours' figure with its unit and source. `unit` is "per 10,000" where ours is a count. */
  comparison: Comparison | null
  /** Region, neighbours and rank in every published year; null when nothing is published to hold the series against. */
  compared: SeriesComparison | null
  /** Our own count as the published figures give it, per 10,000 children a year; null for a rate or without a population. */
  per10k: number | null
  /** The year of the population that it is by, where the month's own is not known and an earlier one serves. */
  populationYear: string | null
  /** How late the measure is recorded, in a sentence or two. */
  lateness?: string | undefined
  /** The month of `latest`. */
  period: Month | null
}
