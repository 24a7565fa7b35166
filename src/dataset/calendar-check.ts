import { annexAList, fieldOf, type Problem } from '../intake/index.ts'
import { sayDay, type Day } from '../platform/day.ts'
import { stagingTable } from './annex-a-staging.ts'
import type { BuildConnection } from './build.ts'
import { CALENDAR } from './calendar.ts'

/** Days from which or to which measures count working days. */
const CLOCK_DAYS: readonly (readonly [list: number, key: string])[] = [
  [3, 'referral_date'],
  [4, 'assessment_start_date'],
  [4, 'assessment_authorised_date'],
  [5, 's47_start_date'],
  [5, 'icpc_date'],
]

/**
 * Days outside the calendar that a clock would need (clarification Q23): counted as if the calendar were silent they
 * would be wrong without a sign, so they stop the load.
 */
export async function daysOutsideCalendar(build: BuildConnection): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const [list, key] of CLOCK_DAYS) {
    const rows = await build.all<{ file: string; sheet: string; row_number: number; day: Day }>(
      `select file, sheet, row_number, ${key} as day from ${stagingTable(list)}
       where ${key} not between cast($from as date) and cast($to as date)
       order by rowid`,
      CALENDAR,
    )
    const field = fieldOf(annexAList(list), key).name
    problems.push(
      ...rows.map(({ file, sheet, row_number, day }) => ({
        severity: 'error' as const,
        code: 'day-outside-calendar',
        file,
        sheet,
        row: row_number,
        field,
        value: day,
        message:
          `Row ${row_number}: '${field}' is ${sayDay(day)}. Working days are known from ${sayDay(CALENDAR.from)} ` +
          `to ${sayDay(CALENDAR.to)}: correct the day, or leave it blank`,
      })),
    )
  }
  return problems
}
