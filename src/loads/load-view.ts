import { type AsAtFrom, type FileReport, type Problem, type ProblemCount } from '../intake/index.ts'
import { dayInEngland, type Day } from '../platform/day.ts'
import {
  type TableFill,
  describeDeleted,
  type LoadSummary,
  type SeenRole,
  type SnapshotLosses,
  type SnapshotRecord,
} from '../dataset/index.ts'
import type { LoadJob } from './load-job.ts'
import type { LoadOutcome } from './load-outcome.ts'
import type { WaitingLoad } from './waiting-load.ts'

/** A load that has ended, as its page shows it; from memory or from the records. */
export interface LoadView {
  loadId: string
  /** `waiting`: read, and not sealed until someone says so. */
  state: 'sealed' | 'refused' | 'waiting'
  loadedOn: Day
  loadedBy: string
  asAt: Day | null
  /** What decided that day. */
  asAtFrom: AsAtFrom | null
  /** Null when it is not sealed. */
  snapshot: string | null
  /** The last day on which its file is there. */
  keptUntil: Day | null
  /** That its file was deleted, in a sentence; null while it is there. */
  deleted: string | null
  windowFrom: Day | null
  files: Pick<FileReport, 'file' | 'bytes' | 'tables'>[]
  counts: ProblemCount[]
  fills: TableFill[]
  /** The standards of its files, the primary source first. */
  sources: string[]
  /** Of a load that waits: what would go with the one in use. */
  losses?: SnapshotLosses | null
  /** The roles that workers have, the most frequent first. */
  roles: readonly SeenRole[]
  /** What stopped it; empty for a sealed load. */
  errors: Problem[]
}

export const viewOfOutcome = (job: LoadJob, outcome: LoadOutcome): LoadView => ({
  loadId: job.id,
  state: 'refused',
  loadedOn: dayInEngland(job.begunAt),
  loadedBy: job.loadedBy,
  asAt: outcome.asAt,
  asAtFrom: outcome.asAtFrom,
  snapshot: null,
  keptUntil: null,
  deleted: null,
  windowFrom: outcome.windowFrom,
  files: outcome.files,
  counts: outcome.problemCounts,
  fills: outcome.fills,
  sources: outcome.sources.map(({ source }) => source),
  roles: [],
  errors: outcome.problems.filter(({ severity }) => severity === 'error'),
})

export const viewOfRecord = (snapshot: SnapshotRecord, summary: LoadSummary): LoadView => ({
  loadId: snapshot.loadId,
  state: 'sealed',
  loadedOn: dayInEngland(snapshot.loadedAt),
  loadedBy: snapshot.loadedBy,
  asAt: snapshot.asAt,
  asAtFrom: summary.asAtFrom ?? null,
  snapshot: snapshot.snapshot,
  keptUntil: snapshot.retainUntil,
  deleted: describeDeleted(snapshot),
  windowFrom: summary.windowFrom,
  files: summary.files,
  counts: summary.problemCounts,
  fills: summary.fills,
  sources: snapshot.sources,
  roles: summary.roles ?? [],
  errors: [],
})

export const viewOfWaiting = ({ loadId, begunAt, loadedBy, facts }: WaitingLoad): LoadView => ({
  loadId,
  state: facts.sealed ? 'waiting' : 'refused',
  loadedOn: dayInEngland(begunAt),
  loadedBy,
  asAt: facts.report.asAt,
  asAtFrom: facts.report.asAtFrom,
  losses: facts.sealed?.losses ?? null,
  snapshot: null,
  keptUntil: null,
  deleted: null,
  windowFrom: facts.sealed?.windowFrom ?? null,
  files: facts.report.files,
  counts: facts.report.problemCounts,
  fills: facts.sealed?.fills ?? [],
  sources: facts.report.sources.map(({ source }) => source),
  roles: facts.sealed?.roles ?? [],
  errors: facts.report.problems.filter(({ severity }) => severity === 'error'),
})
