/**
 * A row of one Annex A list as the dataset takes it. Child-level. Keys of `values` are those of the list's fields
 * (`child_id`, `referral_date`): days are `YYYY-MM-DD`, categories bare codes, whole numbers numbers, yes/no columns
 * booleans. A column that the file lacks has no key; a blank or unreadable cell is null.
 */
export interface AcceptedRow {
  list: number
  file: string
  sheet: string
  /** As a person sees it in the file: the header is usually 1. */
  row: number
  values: Record<string, string | number | boolean | null>
}
