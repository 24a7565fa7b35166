import type { IntakeReport, Problem, ProblemCount } from '../../intake/index.ts'
import { isWhollyBlank, type TableFill } from './table-fill.ts'
import type { UnreadSpelling } from '../../intake/index.ts'
import type { Build, BuildConnection } from './build.ts'
import { insertRows } from './insert-rows.ts'

/** Notes on columns that are in a file without one value in them that could be read. */
export function blankColumns(report: IntakeReport, fills: readonly TableFill[]): Problem[] {
  return fills.flatMap(({ table: filled, rows, fields }) =>
    fields
      .filter((field) => isWhollyBlank(rows, field))
      .map(({ key, name }) => {
        const [file, table] = report.files
          .flatMap((file) => file.tables.map((table) => [file, table] as const))
          .find(([, table]) => table.table === filled && table.presentColumns.includes(key))!
        return {
          severity: 'note',
          code: 'column-blank',
          file: file.file,
          sheet: table.sheet,
          row: null,
          field: name,
          value: null,
          message: `'${name}' has no value that we can read on any row, so it is treated as not in the file`,
        } as const
      }),
  )
}

export function withProblems(report: IntakeReport, more: readonly Problem[]): IntakeReport {
  const counts: ProblemCount[] = more.map(({ severity, code, file, sheet, field }) => ({
    severity,
    code,
    file,
    sheet,
    field,
    count: 1,
  }))
  return {
    ...report,
    problems: [...report.problems, ...more],
    problemCounts: [...report.problemCounts, ...counts],
  }
}

export const refusedFor = (report: IntakeReport, errors: readonly Problem[]): IntakeReport => ({
  ...withProblems(report, errors),
  accepted: false,
})

const UNREAD = { codeSet: 'text', table: 'text', field: 'text', text: 'text', count: 'integer' } as const

export const writeUnread = (build: BuildConnection, unread: readonly UnreadSpelling[]): Promise<void> =>
  insertRows(build, 'unread_spelling', UNREAD, unread)

export async function writeProblems(build: Build, problems: readonly Problem[]): Promise<void> {
  const appender = await build.connection.createAppender('load_problem')
  const text = (value: string | null) =>
    value === null ? appender.appendNull() : appender.appendVarchar(value)
  problems.forEach((problem, index) => {
    appender.appendInteger(index)
    text(problem.severity)
    text(problem.code)
    text(problem.file)
    text(problem.sheet)
    if (problem.row === null) appender.appendNull()
    else appender.appendInteger(problem.row)
    text(problem.field)
    text(problem.value)
    text(problem.message)
    appender.endRow()
  })
  appender.closeSync()
}
