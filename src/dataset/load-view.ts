import {
  ANNEX_A_LISTS,
  annexAList,
  type FileReport,
  type Problem,
  type ProblemCount,
} from '../intake/index.ts'
import { dayInEngland, type Day } from '../platform/day.ts'
import type { FieldFill, ListFill } from './annex-a-fields.ts'
import type { LoadJob } from './load-job.ts'
import type { LoadOutcome } from './load-outcome.ts'
import type { LoadSummary, SnapshotRecord } from './snapshot-store.ts'

/** A load that has ended, as its page tells it; from memory or from the records. */
export interface LoadView {
  loadId: string
  loadedOn: Day
  loadedBy: string
  asAt: Day | null
  /** Null when it was refused. */
  snapshot: string | null
  windowFrom: Day | null
  files: Pick<FileReport, 'file' | 'bytes' | 'tables'>[]
  counts: ProblemCount[]
  lists: ListFill[]
  /** What stopped it; empty for a sealed load. */
  errors: Problem[]
}

export const viewOfOutcome = (job: LoadJob, outcome: LoadOutcome): LoadView => ({
  loadId: job.id,
  loadedOn: dayInEngland(job.begunAt),
  loadedBy: job.loadedBy,
  asAt: outcome.asAt,
  snapshot: outcome.snapshot,
  windowFrom: outcome.windowFrom,
  files: outcome.files,
  counts: outcome.problemCounts,
  lists: outcome.lists,
  errors: outcome.problems.filter(({ severity }) => severity === 'error'),
})

export const viewOfRecord = (snapshot: SnapshotRecord, summary: LoadSummary): LoadView => ({
  loadId: snapshot.loadId,
  loadedOn: dayInEngland(snapshot.loadedAt),
  loadedBy: snapshot.loadedBy,
  asAt: snapshot.asAt,
  snapshot: snapshot.snapshot,
  windowFrom: summary.windowFrom,
  files: summary.files,
  counts: summary.problemCounts,
  lists: summary.lists,
  errors: [],
})

/** One list of a load: what was read is always what was accepted and what was set aside. */
export interface ListLine {
  list: number
  name: string
  rows: number
  accepted: number
  setAside: number
  fields: FieldFill[]
}

/** The lists that some file holds, in their order. */
export function listLines({ files, lists }: Pick<LoadView, 'files' | 'lists'>): ListLine[] {
  const tables = files.flatMap((file) => file.tables)
  return ANNEX_A_LISTS.flatMap(({ number, name }) => {
    const own = tables.filter(({ list }) => list === number)
    if (own.length === 0) return []
    const sum = (of: (table: (typeof own)[number]) => number) =>
      own.reduce((total, table) => total + of(table), 0)
    return {
      list: number,
      name,
      rows: sum(({ rows }) => rows),
      accepted: sum(({ accepted }) => accepted),
      setAside: sum(({ quarantined }) => quarantined),
      fields: lists.find(({ list }) => list === number)?.fields ?? [],
    }
  })
}

export interface Totals {
  rows: number
  accepted: number
  setAside: number
}

export const totalsOf = (lines: readonly ListLine[]): Totals =>
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

/** Ofsted expects every row of the field to be filled, and it is not. A closing day is blank while a child is open, so it never is thin. */
export function isThin(line: ListLine, field: FieldFill): boolean {
  if (line.accepted === 0 || !isRequired(line.list, field)) return false
  return field.filled < THIN * line.accepted
}

const isRequired = (list: number, { key }: FieldFill): boolean =>
  annexAList(list).fields.some((field) => field.key === key && field.required)

/** The fields that should be filled, emptiest first. */
export const emptiestFirst = (line: ListLine): FieldFill[] =>
  line.fields.filter((field) => isRequired(line.list, field)).sort((a, b) => a.filled - b.filled)

export const shareFilled = (filled: number, rows: number): string => `${Math.floor((100 * filled) / rows)}%`

export const sayNumber = (number: number): string => number.toLocaleString('en-GB')

export const sayCount = (number: number, one: string, many = `${one}s`): string =>
  `${sayNumber(number)} ${number === 1 ? one : many}`

export function sayBytes(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
