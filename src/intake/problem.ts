/** `error`: the load is refused. `warning`: the row is quarantined or the value is unknown. `note`: put right, and said so. */
export type Severity = 'error' | 'warning' | 'note'

/**
 * One thing found in a file, in words its owner can act on. Child-level: `value` is a cell as it stood, so a
 * problem is shown only to those who may see the file. `sheet` is the table's; null when the whole file is meant.
 */
export interface Problem {
  severity: Severity
  /** Stable, for programs: `date-unreadable`. */
  code: string
  file: string
  sheet: string | null
  /** As a person sees it in the file; null when the problem is not one row's. */
  row: number | null
  /** The column's name as the standard publishes it. */
  field: string | null
  value: string | null
  message: string
}

/** How often a problem was met, kept or not: only the first few of each code and field are kept in full. */
export interface ProblemCount {
  severity: Severity
  code: string
  file: string
  sheet: string | null
  field: string | null
  count: number
}
