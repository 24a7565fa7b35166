import { LAIT } from './target.ts'

/** How far authorities lie apart: a tenth of them below the one, a tenth above the other. */
export interface SpreadTarget {
  measure: string
  tenth: number
  ninetieth: number
  /** Of each of them, in the measure's own unit. */
  tolerance: number
  source: string
}

const between = (measure: string, tenth: number, ninetieth: number, tolerance: number): SpreadTarget => ({
  measure,
  tenth,
  ninetieth,
  tolerance,
  source: LAIT,
})

/** Local authorities in England, year to 31 March 2025; workforce at 30 September 2025. */
export const SPREAD_TARGETS: readonly SpreadTarget[] = [
  between('referrals', 333, 729, 45),
  between('enquiries', 120, 307, 30),
  between('needs-open', 243, 489, 45),
  between('plans-open', 28, 68, 8),
  between('looked-after', 40, 116, 12),
  between('re-referred', 15.2, 26, 3),
  between('finished-in-45', 74, 95.7, 4),
  between('conference-in-15', 71.4, 93.6, 4),
  between('vacancy', 3.2, 26.9, 5),
  between('agency', 2.2, 28.1, 5),
  between('caseload', 12.7, 18.1, 1.5),
]
