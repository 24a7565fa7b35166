import { readFiles, type IntakeReport } from '../intake/index.ts'
import type { Day } from '../platform/day.ts'
import { beginBuild, fillReportingMonths, writeExtract, type BuildConnection } from './build.ts'
import { daysOutsideCalendar } from './calendar-check.ts'
import { conversionOf } from './conversions.ts'
import { convertSources } from './converting.ts'
import { blankColumns, refusedFor, withProblems, writeProblems } from './load-problem.ts'
import { writeSourceFields } from './source-field.ts'
import { openStaging } from './staging.ts'
import { measureFill, type TableFill } from './table-fill.ts'

/** What the child process that builds a snapshot is asked. Days and paths only: it needs no records. */
export interface SealRequest {
  paths: readonly string[]
  /** No event can be after it. */
  today: Day
  /** Null: the files say it, or their latest event does. */
  asAt: Day | null
  /** The first day whose events the files promise, when the loader declares it. */
  windowFrom: Day | null
  /** The file to build. */
  target: string
  /** A folder for what does not fit in memory. */
  temporary: string
}

export type SealStep = 'reading' | 'converting' | 'measuring' | 'sealing'

/** How far a load has got. `rows` is how many have been read so far. */
export interface SealProgress {
  step: SealStep
  rows: number
}

export interface SealFacts {
  report: IntakeReport
  /** Null when the files were refused: then there is no file either. */
  sealed: { rows: number; windowFrom: Day; fills: TableFill[] } | null
}

/**
 * Reads files into one sealed dataset. `writeMeasures` works the measures out on it before it is closed: measures
 * stand on a higher floor, so they are handed in.
 */
export async function sealFiles(
  request: SealRequest,
  writeMeasures: (build: BuildConnection) => Promise<void>,
  onProgress: (progress: SealProgress) => void,
): Promise<SealFacts> {
  const build = await beginBuild(request.target, request.temporary)
  try {
    const staging = openStaging(build)
    let rows = 0
    const report = await readFiles(
      request.paths,
      (row) => {
        rows += 1
        return staging.accept(row)
      },
      {
        today: request.today,
        asAt: request.asAt ?? undefined,
        onProgress: ({ rows }) => onProgress({ step: 'reading', rows }),
      },
    )
    const sources = report.sources.map(({ source }) => source)
    await staging.finish(sources)
    if (!report.accepted || report.asAt === null) return { report, sealed: null }

    onProgress({ step: 'converting', rows })
    await build.commit()
    const outside = await daysOutsideCalendar(build, sources)
    if (outside.length > 0) return { report: refusedFor(report, outside), sealed: null }
    await convertSources(build, report.sources)
    const fills = await measureFill(
      build,
      sources,
      report.files.flatMap(({ tables }) => tables),
    )
    const found = withProblems(report, blankColumns(report, fills))
    const leader = conversionOf(report.sources[0]!.source)
    const windowFrom = request.windowFrom ?? (await leader.windowOf(build, report.asAt))
    await writeExtract(build, { source: leader.source, asAt: report.asAt, windowFrom })
    await fillReportingMonths(build, report.asAt)
    await writeSourceFields(build, leader, fills)
    await writeProblems(build, found.problems)

    onProgress({ step: 'measuring', rows })
    await build.commit()
    await writeMeasures(build)
    onProgress({ step: 'sealing', rows })
    await build.seal()
    return { report: found, sealed: { rows, windowFrom, fills } }
  } finally {
    build.close()
  }
}
