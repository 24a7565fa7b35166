import {
  SOURCE_TABLES,
  STANDARDS,
  type TableSpec,
  type FileReport,
  type Problem,
  type ProblemCount,
} from '../../intake/index.ts'
import { dayInEngland, type Day } from '../../platform/day.ts'
import type { FieldFill, TableFill } from '../building/table-fill.ts'
import type { LoadJob } from './load-job.ts'
import type { LoadOutcome } from './load-outcome.ts'
import { sayDeleted, type LoadSummary, type SnapshotRecord } from '../snapshots/snapshot-store.ts'
import type { WaitingLoad } from './waiting-load.ts'

/** A load that has ended, as its page tells it; from memory or from the records. */
export interface LoadView {
  loadId: string
  /** `waiting`: read, and not sealed until someone says so. */
  state: 'sealed' | 'refused' | 'waiting'
  loadedOn: Day
  loadedBy: string
  asAt: Day | null
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
  /** The standards of its files, the one that leads first. */
  sources: string[]
  /** What stopped it; empty for a sealed load. */
  errors: Problem[]
}

/** A load that was refused. */
export const viewOfOutcome = (job: LoadJob, outcome: LoadOutcome): LoadView => ({
  loadId: job.id,
  state: 'refused',
  loadedOn: dayInEngland(job.begunAt),
  loadedBy: job.loadedBy,
  asAt: outcome.asAt,
  snapshot: null,
  keptUntil: null,
  deleted: null,
  windowFrom: outcome.windowFrom,
  files: outcome.files,
  counts: outcome.problemCounts,
  fills: outcome.fills,
  sources: outcome.sources.map(({ source }) => source),
  errors: outcome.problems.filter(({ severity }) => severity === 'error'),
})

export const viewOfRecord = (snapshot: SnapshotRecord, summary: LoadSummary): LoadView => ({
  loadId: snapshot.loadId,
  state: 'sealed',
  loadedOn: dayInEngland(snapshot.loadedAt),
  loadedBy: snapshot.loadedBy,
  asAt: snapshot.asAt,
  snapshot: snapshot.snapshot,
  keptUntil: snapshot.retainUntil,
  deleted: sayDeleted(snapshot),
  windowFrom: summary.windowFrom,
  files: summary.files,
  counts: summary.problemCounts,
  fills: summary.fills,
  sources: snapshot.sources,
  errors: [],
})

export const viewOfWaiting = ({ loadId, begunAt, loadedBy, facts }: WaitingLoad): LoadView => ({
  loadId,
  state: 'waiting',
  loadedOn: dayInEngland(begunAt),
  loadedBy,
  asAt: facts.report.asAt,
  snapshot: null,
  keptUntil: null,
  deleted: null,
  windowFrom: facts.sealed?.windowFrom ?? null,
  files: facts.report.files,
  counts: facts.report.problemCounts,
  fills: facts.sealed?.fills ?? [],
  sources: facts.report.sources.map(({ source }) => source),
  errors: [],
})

/** One table of a load: what was read is always what was accepted and what was set aside. */
export interface TableLine {
  spec: TableSpec
  rows: number
  accepted: number
  setAside: number
  fields: FieldFill[]
}

/** The tables that some file holds, in the order of their standards. */
export function tableLines({ files, fills }: Pick<LoadView, 'files' | 'fills'>): TableLine[] {
  const reports = files.flatMap((file) => file.tables)
  return SOURCE_TABLES.flatMap((spec) => {
    const own = reports.filter(({ table }) => table === spec.table)
    if (own.length === 0) return []
    const sum = (of: (report: (typeof own)[number]) => number) =>
      own.reduce((total, report) => total + of(report), 0)
    return {
      spec,
      rows: sum(({ rows }) => rows),
      accepted: sum(({ accepted }) => accepted),
      setAside: sum(({ quarantined }) => quarantined),
      fields: fills.find(({ table }) => table === spec.table)?.fields ?? [],
    }
  })
}

/** `List 3: Referrals` */
export const titleOf = ({ called, name }: TableSpec): string => `${capital(called)}: ${name}`

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "Annex A and SSDA903" */
export const saySources = (sources: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(
    sources.map((source) => STANDARDS.find((standard) => standard.source === source)?.name ?? source),
  )

export interface Totals {
  rows: number
  accepted: number
  setAside: number
}

export const totalsOf = (lines: readonly TableLine[]): Totals =>
  lines.reduce(
    (sum, line) => ({
      rows: sum.rows + line.rows,
      accepted: sum.accepted + line.accepted,
      setAside: sum.setAside + line.setAside,
    }),
    { rows: 0, accepted: 0, setAside: 0 },
  )

/** Under this share a field that should be filled is worth a look. */
const THIN = 0.9

/** The standard expects every row of the field to be filled, and it is not. A closing day is blank while a child is open, so it never is thin. */
export function isThin(line: TableLine, field: FieldFill): boolean {
  if (line.accepted === 0 || !isRequired(line.spec, field)) return false
  return field.filled < THIN * line.accepted
}

const isRequired = (spec: TableSpec, { key }: FieldFill): boolean =>
  spec.fields.some((field) => field.key === key && field.required)

/** The fields that should be filled, emptiest first. */
export const emptiestFirst = (line: TableLine): FieldFill[] =>
  line.fields.filter((field) => isRequired(line.spec, field)).sort((a, b) => a.filled - b.filled)

export const shareFilled = (filled: number, rows: number): string => `${Math.floor((100 * filled) / rows)}%`

export const sayNumber = (number: number): string => number.toLocaleString('en-GB')

export const sayCount = (number: number, one: string, many = `${one}s`): string =>
  `${sayNumber(number)} ${number === 1 ? one : many}`

export function sayBytes(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
