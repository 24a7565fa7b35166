import { doubledRows, refusedFor, withProblems, type Build, type Staging } from '../dataset/index.ts'
import {
  readFiles,
  sourcesInOrder,
  sourceTable,
  type AcceptedRow,
  type FileReport,
  type IntakeReport,
  type Problem,
  type TableReport,
} from '../intake/index.ts'
import type { Day } from '../platform/day.ts'
import { formatCount } from '../platform/words.ts'
import { isKeptFile } from '../standards/capture/template-rows.ts'

/** Said of a file that bears the name of one of ours, by which rows kept in Waymark are known again. */
export function refuseKeptNames(report: IntakeReport): IntakeReport {
  const named = report.files.filter(({ file }) => isKeptFile(file))
  if (named.length === 0) return report
  return refusedFor(
    report,
    named.map(({ file }) =>
      problem(
        'error',
        'name-kept',
        file,
        `${file} is named as Waymark names what it keeps itself: give the file another name, if it is yours`,
      ),
    ),
  )
}

/**
 * Reads what is kept in Waymark after the files, as at their day. A row that the files bring already is set aside: the
 * same id, or the same child on the same day.
 */
export async function readKept(
  build: Build,
  staging: Staging,
  report: IntakeReport,
  paths: readonly string[],
  today: Day,
): Promise<IntakeReport> {
  if (paths.length === 0) return report
  const asAt = report.asAt!
  const rows: AcceptedRow[] = []
  const kept = await readFiles(paths, (row) => void rows.push(row), { today, asAt })
  for (const row of rows) await staging.accept(row)
  await staging.finish(['capture'])
  await build.commit()
  const found: { file: FileReport; doubled: number; read: number }[] = []
  for (const file of kept.files) {
    const table = file.tables[0]!
    const doubled = await doubledRows(build, sourceTable(table.table))
    found.push({ file: { ...file, tables: [lessDoubled(table, doubled)] }, doubled, read: table.accepted })
  }
  await build.commit()
  const sources = report.sources.some(({ source }) => source === 'capture')
    ? report.sources
    : sourcesInOrder([...report.sources, { source: 'capture', asAt, asAtFrom: 'leader' }])
  const joined = {
    ...report,
    accepted: report.accepted && kept.accepted,
    sources,
    files: [...report.files, ...found.map(({ file }) => file)],
    problems: [...report.problems, ...kept.problems.filter(isOfRows)],
    problemCounts: [...report.problemCounts, ...kept.problemCounts.filter(isOfRows)],
  }
  return withProblems(joined, found.map(noteOf))
}

/** Records may be years old, or all of one day: that says nothing about the day of the files. */
const isOfRows = ({ code }: { code: string }): boolean => !code.startsWith('as-at-')

const lessDoubled = (table: TableReport, doubled: number): TableReport => ({
  ...table,
  accepted: table.accepted - doubled,
  quarantined: table.quarantined + doubled,
})

function noteOf({ file, doubled, read }: { file: FileReport; doubled: number; read: number }): Problem {
  const { name, keptFirst } = sourceTable(file.tables[0]!.table)
  const came = `${name}: ${formatCount(read, 'row')} kept in Waymark came in with the files`
  const both =
    doubled === 0
      ? ''
      : `; ${doubled} of them ${doubled === 1 ? 'is' : 'are'} in the files too, and ${doubled === 1 ? 'was' : 'were'} not counted twice: the files’ ${doubled === 1 ? 'row stays' : 'rows stay'}${keptFirst ? `, with what was recorded in Waymark in ${keptFirst.join(', ')}` : ''}`
  return problem('note', 'records-kept', file.file, came + both)
}

const problem = (severity: Problem['severity'], code: string, file: string, message: string): Problem => ({
  severity,
  code,
  file,
  sheet: null,
  row: null,
  field: null,
  value: null,
  message,
})
