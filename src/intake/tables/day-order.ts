import { formatDay, type Day } from '../../platform/day.ts'
import type { AcceptedRow } from './accepted-row.ts'
import { fieldOf, type TableSpec } from '../../standards/table.ts'

/** Two days of a row that stand the wrong way round. */
interface DaysOutOfOrder {
  /** The column that should be the later, by its published name, and what it holds. */
  field: string
  value: string
  says: string
}

const NONE: readonly DaysOutOfOrder[] = []

/** Days of a row that are before the day they follow on; none of days that are not known. */
export function daysOutOfOrder(table: TableSpec, values: AcceptedRow['values']): readonly DaysOutOfOrder[] {
  let found: DaysOutOfOrder[] | null = null
  for (const [first, second] of table.sequences) {
    const earlier = values[first] as string | null | undefined
    const later = values[second] as string | null | undefined
    if (!earlier || !later || earlier <= later) continue
    const [before, after] = [fieldOf(table, first).name, fieldOf(table, second).name]
    const says = `'${after}' (${formatWhen(later)}) is before '${before}' (${formatWhen(earlier)})`
    ;(found ??= []).push({ field: after, value: later, says })
  }
  return found ?? NONE
}

/** `9 January 2015`; of a moment also `at 14:20`. */
function formatWhen(value: string): string {
  const [day, time] = value.split('T')
  return formatDay(day as Day) + (time === undefined ? '' : ` at ${time}`)
}
