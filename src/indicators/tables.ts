import type { Day } from '../platform/day.ts'

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
}

declare module '../platform/records.ts' {
  interface RecordTables {
    tracked_measure: TrackedMeasureTable
  }
}
