import type { PartlyKnown } from '../values/partly-known.ts'

export interface PartlyKnownCell extends PartlyKnown {
  key: string
  /** The cell as it stood. */
  written: string
}

/**
 * A row of one table of a standard as the dataset takes it. Child-level. Keys of `values` are those of the table's
 * fields (`child_id`, `referral_date`): days are `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:MM`, categories bare codes, numbers
 * numbers, yes/no columns booleans. A column that the file lacks has no key; a blank or unreadable cell is null.
 */
export interface AcceptedRow {
  /** `annex-a/3` */
  table: string
  file: string
  sheet: string
  /** As a person sees it in the file: the header is usually 1; in XML the line. */
  row: number
  values: Record<string, string | number | boolean | null>
  /** Days of which only the month or the year is known: null in `values`, and kept here as what they are. */
  partlyKnown?: readonly PartlyKnownCell[]
}
