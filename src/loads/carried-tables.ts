import { sourcesInOrder, sourceTable, type IntakeReport, type Problem } from '../intake/index.ts'
import { withProblems, type CarriedTable } from '../dataset/index.ts'
import { formatDay } from '../platform/day.ts'
import { formatCount } from '../platform/words.ts'

/** The report of a load with the tables that were carried into it: their sources, and a note about each. */
export function withCarried(
  report: IntakeReport,
  carried: readonly CarriedTable[],
  snapshot: string,
): IntakeReport {
  if (carried.length === 0) return report
  const others = carried.filter(({ source }) => !report.sources.some((known) => known.source === source))
  const days = new Map(others.map(({ source, asAt }) => [source, asAt]))
  const sources = sourcesInOrder([
    ...report.sources,
    ...[...days].map(([source, asAt]) => ({ source, asAt, asAtFrom: 'carried' }) as const),
  ])
  const [leader] = sources
  return withProblems(
    { ...report, sources, asAt: leader!.asAt, asAtFrom: leader!.asAtFrom },
    carried.map((table) => noteOf(table, snapshot)),
  )
}

const noteOf = ({ table, rows, asAt }: CarriedTable, snapshot: string): Problem => ({
  severity: 'note',
  code: 'carried-forward',
  file: '',
  sheet: null,
  row: null,
  field: null,
  value: null,
  message: `${sourceTable(table).name}: ${formatCount(rows, 'row')} as at ${formatDay(asAt)} ${rows === 1 ? 'is' : 'are'} carried forward from snapshot ${snapshot}`,
})
