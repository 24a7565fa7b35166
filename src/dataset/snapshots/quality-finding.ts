import type { Day } from '../../platform/day.ts'

/** `warning`: rows to put right; `note`: worth knowing. */
type QualitySeverity = 'warning' | 'note'

/**
 * How a fault harms a measure. `counted`: a case is counted, though what it says is in doubt. `left_out`: it is missing.
 * `blank`: it counts as not met for want of a value. `split`: it is counted under no team or worker.
 */
type HarmKind = 'counted' | 'left_out' | 'blank' | 'split'

export interface QualityHarm {
  /** The id of its series. */
  measure: string
  cases: number
  how: HarmKind
}

/** One kind of fault of a snapshot: of `waymark quality --json`, and of `quality` in `waymark import --json`. */
export interface QualityFinding {
  check: string
  title: string
  severity: QualitySeverity
  /** Rows with the fault. */
  count: number
  /** Most cases first. */
  harms: QualityHarm[]
}

/** One subject by two sources of a load, of `reconciliation` in `waymark import --json`. */
export interface ReconciliationLine {
  /** A table of the dataset. */
  subject: string
  /** A stock on this day; events up to it, from `fromDay` on. */
  onDay: Day
  fromDay: Day | null
  sourceA: string
  sourceB: string
  countA: number
  countB: number
  both: number
}
