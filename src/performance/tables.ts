import type { Day, Instant, Month } from '../platform/day.ts'

/** A measure that a council's tracker follows, and what it aims for. */
export interface TrackedMeasureTable {
  council_id: string
  series_id: string
  /** "A2": how the Board calls it. */
  ref: string
  /** The council's own words for it; null for the catalogue's. */
  title: string | null
  target: number | null
  target_by: Day | null
  position: number
  /** JSON: the months of the agreed path to the target, `[{"month":"2015-02","value":86}]`; `[]` for none. */
  path: string
}

/** How long a run must be to count as a change: one line for each council that has settled it. */
export interface ChartRuleTable {
  council_id: string
  shift_length: number
  trend_length: number
  set_at: Instant
  set_by: string
}

/** A month from which a series' limits start anew, and why. Withdrawn, it is kept. */
export interface RebaseTable {
  id: string
  council_id: string
  series_id: string
  month: Month
  cause: string
  made_at: Instant
  made_by: string
  withdrawn_at: Instant | null
  withdrawn_by: string | null
}

/** A snapshot that was put in use, and with it every figure it has. Written once, never changed. */
export interface FigureReportTable {
  council_id: string
  /** The council's reports in their order, from 1. */
  place: number
  snapshot_id: string
  as_at: Day
  reported_at: Instant
}

/**
 * What a report says of one month of a series, where it says it for the first time or differently than the report
 * before. Written once, never changed: it outlives the snapshot it came from. Counts alone.
 */
export interface ReportedFigureTable {
  council_id: string
  series_id: string
  period: Month
  place: number
  value: number | null
  numerator: number | null
  denominator: number | null
  version: string
}

/**
 * A part of a council's public output: the totals of one snapshot (`split_by` empty) or one split of them. Written once, never
 * changed; it outlives the snapshot.
 */
export interface PublishedPartTable {
  council_id: string
  snapshot_id: string
  split_by: string
  /** The council's parts in the order in which they were published, from 1. */
  place: number
  published_at: Instant
  published_by: string
  /** Which points are shown, with their counts, and which are hidden: gzip, in base64. */
  points: string
}

declare module '../platform/records.ts' {
  interface RecordTables {
    tracked_measure: TrackedMeasureTable
    chart_rule: ChartRuleTable
    rebase: RebaseTable
    figure_report: FigureReportTable
    reported_figure: ReportedFigureTable
    published_part: PublishedPartTable
  }
}
