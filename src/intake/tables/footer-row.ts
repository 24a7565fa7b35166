import { cellText, type RawRow } from '../reading/raw-sheet.ts'
import { isEmpty } from '../values/blank.ts'
import type { TableColumn, TableHeader } from './table-header.ts'

const FOOTER =
  /\b(none|no data|no records|filters?|totals?|sub-?total|end of (list|report|data)|printed on|report run)\b/i

/**
 * A line that closes a report and is no child: "Applied filters: ...", "Total", "None". It speaks in the column of the
 * child's id and has no date; a row with a day in it is a child's, whatever stands for its id.
 */
export function isFooter(row: RawRow, header: TableHeader): boolean {
  const subject = header.columns.find(({ field }) => field.key === header.table.subject)
  const text = cellText(row.cells[subject?.column ?? 0] ?? null).trim()
  const hasDay = header.columns.some(
    ({ field, column }) => field.type === 'date' && !isEmpty(row.cells[column] ?? null),
  )
  if (hasDay) return false
  const filled = row.cells.filter((cell) => !isEmpty(cell)).length
  return FOOTER.test(text) || (filled === 1 && /\s/.test(text))
}

/** Whether a row without a day may close a report, by what is in the column of the child's id. */
export const mayClose = (text: string): boolean => FOOTER.test(text) || /\s/.test(text.trim())

/** Words that every text of one word has that may close a report, to be looked for in any case. */
export const CLOSING_WORDS = ['none', 'filter', 'total'] as const

/** The header row again, as at the top of each printed page. Its first column tells, for all but a few rows. */
export function isHeaderAgain(row: RawRow, header: TableHeader): boolean {
  const says = ({ column, header }: TableColumn) => isHeaderText(cellText(row.cells[column] ?? null), header)
  const [first] = header.columns
  return first !== undefined && says(first) && header.columns.filter(says).length > header.columns.length / 2
}

export const isHeaderText = (text: string, header: string): boolean =>
  text.trim().toLowerCase() === header.toLowerCase()
