import type { IntakeReport, Problem } from '../intake/index.ts'
import type { Source } from '../standards/table.ts'
import type { Day } from '../platform/day.ts'
import { formatCount } from '../platform/words.ts'
import { goneTables, withTitles, type NamedLosses } from './load-losses.ts'
import { withProblems } from '../dataset/index.ts'
import type {
  QualityFinding,
  ReconciliationLine,
  ChangesSince,
  SnapshotLosses,
  LoadSummary,
  TableFill,
} from '../dataset/index.ts'
import type { SealedFacts } from './seal.ts'

/** What became of a load: the shape of `waymark import --json`. `snapshot` is null when it was refused. */
export interface LoadOutcome extends Pick<
  IntakeReport,
  'accepted' | 'asAt' | 'asAtFrom' | 'sources' | 'files' | 'problems' | 'problemCounts' | 'question'
> {
  snapshot: string | null
  /** The primary source; where no file was recognised, what the load was taken for. */
  source: Source
  loadId: string
  /** How full each field of each table is; empty for a refused load. */
  fills: TableFill[]
  /** The first day whose events the files promise; null for a refused load. */
  windowFrom: Day | null
  /** What comparing rows with each other found, worst first; empty for a refused load. */
  quality: QualityFinding[]
  /** How the sources of the load compare. */
  reconciliation: ReconciliationLine[]
  /** Read, and not sealed: it waits for a decision, or was only a preview. */
  preview?: true
  /** What would go, or went, with the snapshot that was in use; absent or null when nothing does. */
  losses?: NamedLosses | null
  /** Of a load that was sealed and is not in use: the snapshot that everyone still sees. */
  inUse?: { snapshot: string; asAt: Day }
  /** Of such a load: what it would change. Null when there is nothing to compare it with. */
  changes?: ChangesSince | null
}

/** A load that was refused: nothing has changed. */
export const refusedLoad = (loadId: string, report: IntakeReport): LoadOutcome => ({
  snapshot: null,
  accepted: false,
  source: report.sources[0]?.source ?? report.files[0]?.source ?? 'annex-a',
  ...found(report),
  loadId,
  fills: [],
  windowFrom: null,
  quality: [],
  reconciliation: [],
})

/** A load that could be sealed, and is not. */
export const builtLoad = (
  loadId: string,
  report: IntakeReport,
  { fills, windowFrom, quality, reconciliation, changes, losses }: SealedFacts,
): LoadOutcome => ({
  ...refusedLoad(loadId, report),
  accepted: true,
  fills,
  windowFrom,
  quality,
  reconciliation,
  preview: true,
  changes,
  losses: losses ? withTitles(losses) : null,
})

/** A load whose rows are in `snapshot`. */
export const acceptedLoad = (
  loadId: string,
  report: IntakeReport,
  snapshot: string,
  {
    fills,
    windowFrom,
    quality = [],
    reconciliation = [],
  }: Pick<LoadSummary, 'fills' | 'windowFrom' | 'quality' | 'reconciliation'>,
): LoadOutcome => ({
  snapshot,
  accepted: true,
  source: report.sources[0]?.source ?? report.files[0]?.source ?? 'annex-a',
  ...found(report),
  loadId,
  fills,
  windowFrom,
  quality,
  reconciliation,
})

/** A load that would take tables away from everyone, and was not told that it may. */
export function lossyLoad(loadId: string, report: IntakeReport, losses: SnapshotLosses): LoadOutcome {
  const gone = goneTables(losses).map(({ name, before }) => `${name} (${formatCount(before, 'row')})`)
  const problem: Problem = {
    severity: 'error',
    code: 'tables-would-go',
    file: '',
    sheet: null,
    row: null,
    field: null,
    value: null,
    message: `These tables are in the snapshot in use (${losses.before}) and not in these files: ${new Intl.ListFormat('en-GB').format(gone)}. Carry them forward, or accept that they go`,
  }
  return { ...refusedLoad(loadId, withProblems(report, [problem])), losses: withTitles(losses) }
}

const found = ({ asAt, asAtFrom, sources, files, problems, problemCounts, question }: IntakeReport) => ({
  asAt,
  asAtFrom,
  sources,
  files,
  problems,
  problemCounts,
  ...(question && { question }),
})

const STOPPED = {
  cancelled: ['load-cancelled', 'The load was cancelled. Nothing was changed.'],
  killed: [
    'load-stopped',
    'The load stopped before it had finished: the files may be too large to be read safely. Nothing was changed. ' +
      'Save each list as a CSV file and load those',
  ],
  'too-long': [
    'load-too-long',
    'The load was stopped because it took more than 15 minutes. Nothing was changed. Save each list as a CSV file and load those',
  ],
} as const

/** A load that was stopped is answered as a refusal. */
export function stoppedLoad(
  loadId: string,
  file: string,
  how: keyof typeof STOPPED | { code: string; message: string },
): LoadOutcome {
  const [code, message] = typeof how === 'string' ? STOPPED[how] : [how.code, how.message]
  const problem: Problem = {
    severity: 'error',
    code,
    file,
    sheet: null,
    row: null,
    field: null,
    value: null,
    message,
  }
  return refusedLoad(loadId, {
    accepted: false,
    asAt: null,
    asAtFrom: null,
    sources: [],
    files: [],
    problems: [problem],
    problemCounts: [{ severity: 'error', code, file, sheet: null, field: null, count: 1 }],
  })
}
