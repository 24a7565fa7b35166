import { fieldOf, type Source } from '../../standards/table.ts'
import { sourceTable, type IntakeReport, type Problem } from '../../intake/index.ts'
import { formatDay, type Day } from '../../platform/day.ts'
import type { BuildConnection } from './build.ts'
import { CALENDAR } from './calendar.ts'
import { conversionOf } from './conversions.ts'
import { withProblems } from './load-problem.ts'
import { stagingTable } from './staging.ts'

/** A row with a day outside the calendar. */
interface OutsideRow {
  file: string
  sheet: string
  row_number: number
  day: Day
}

/** More of a table's rows than this are no slips of a hand: the whole of it is of another time. */
const MOST_SET_ASIDE = 0.5

/**
 * Days outside the calendar that a clock would need (clarification Q23): counted as if the calendar were silent they
 * would be wrong without a sign. Their rows are taken out of the dataset, each with a warning; where they are most of a
 * table, the problems are errors and stop the load.
 */
export async function daysOutsideCalendar(
  build: BuildConnection,
  sources: readonly Source[],
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const [table, key, until] of sources.flatMap((source) => conversionOf(source).clockDays)) {
    const staged = stagingTable(table)
    const isOutside = `"${key}" not between cast($from as date) and cast($to as date)
        ${until === undefined ? '' : `and not coalesce("${key}" < cast($from as date) and "${until}" < cast($from as date), false)`}`
    const rows = await build.all<OutsideRow>(
      `select file, sheet, row_number, "${key}" as day from ${staged} where ${isOutside} order by rowid`,
      CALENDAR,
    )
    if (rows.length === 0) continue
    const [all] = await build.all<{ rows: number }>(`select count(*) as rows from ${staged}`)
    const isRefused = rows.length > all!.rows * MOST_SET_ASIDE
    if (!isRefused) await build.run(`delete from ${staged} where ${isOutside}`, CALENDAR)
    const field = fieldOf(sourceTable(table), key).name
    problems.push(...rows.map((row) => problemOf(row, field, isRefused)))
  }
  return problems
}

function problemOf({ file, sheet, row_number, day }: OutsideRow, field: string, isRefused: boolean): Problem {
  const then = isRefused
    ? 'correct the day, or leave it blank'
    : 'the row was set aside until the day is right'
  return {
    severity: isRefused ? 'error' : 'warning',
    code: 'day-outside-calendar',
    file,
    sheet,
    row: row_number,
    field,
    value: day,
    message:
      `Row ${row_number}: '${field}' is ${formatDay(day)}. Working days are known from ${formatDay(CALENDAR.from)} ` +
      `to ${formatDay(CALENDAR.to)}: ${then}`,
  }
}

/** The report of a load of which some rows were set aside after they had been read. */
export function withRowsSetAside(report: IntakeReport, problems: readonly Problem[]): IntakeReport {
  if (problems.length === 0) return report
  const files = report.files.map((file) => ({
    ...file,
    tables: file.tables.map((table) => {
      const aside = problems.filter((problem) => problem.file === file.file && problem.sheet === table.sheet)
      return {
        ...table,
        accepted: table.accepted - aside.length,
        quarantined: table.quarantined + aside.length,
      }
    }),
  }))
  return withProblems({ ...report, files }, problems)
}
