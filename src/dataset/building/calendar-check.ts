import { fieldOf, type Source } from '../../standards/table.ts'
import { sourceTable, type Problem } from '../../intake/index.ts'
import { formatDay, type Day } from '../../platform/day.ts'
import type { BuildConnection } from './build.ts'
import { CALENDAR } from './calendar.ts'
import { conversionOf } from './conversions.ts'
import { stagingTable } from './staging.ts'

/**
 * Days outside the calendar that a clock would need (clarification Q23): counted as if the calendar were silent they
 * would be wrong without a sign, so they stop the load.
 */
export async function daysOutsideCalendar(
  build: BuildConnection,
  sources: readonly Source[],
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const [table, key, until] of sources.flatMap((source) => conversionOf(source).clockDays)) {
    const rows = await build.all<{ file: string; sheet: string; row_number: number; day: Day }>(
      `select file, sheet, row_number, "${key}" as day from ${stagingTable(table)}
       where "${key}" not between cast($from as date) and cast($to as date)
           ${until === undefined ? '' : `and not coalesce("${key}" < cast($from as date) and "${until}" < cast($from as date), false)`}
       order by rowid`,
      CALENDAR,
    )
    const field = fieldOf(sourceTable(table), key).name
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
          `Row ${row_number}: '${field}' is ${formatDay(day)}. Working days are known from ${formatDay(CALENDAR.from)} ` +
          `to ${formatDay(CALENDAR.to)}: correct the day, or leave it blank`,
      })),
    )
  }
  return problems
}
