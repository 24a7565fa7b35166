import type { Day } from '../platform/day.ts'
import type { Problem, ProblemCount } from './problem.ts'

/** One sheet, or one CSV file, that was recognised. `rows` is always `accepted + quarantined`. */
export interface TableReport {
  /** `annex-a/3` */
  table: string
  /** 1 to 11 */
  list: number
  /** The sheet's name; for CSV the file's name without its ending. */
  sheet: string
  rows: number
  accepted: number
  quarantined: number
  /** Headers as they stand in the file that no column of the list answers to. */
  unknownColumns: string[]
  /** Keys of the list's columns that the file carries, wholly blank ones too. */
  presentColumns: string[]
}

export interface FileReport {
  /** The file's name, without its folder. */
  file: string
  source: 'annex-a'
  sha256: string
  bytes: number
  tables: TableReport[]
}

/** Where the as-at day came from. `title` is a date in the title row above the headers. */
export type AsAtFrom = 'given' | 'file-name' | 'title' | 'latest-event'

export interface IntakeReport {
  /** False when any problem is an error: then nothing that was read may be used. */
  accepted: boolean
  asAt: Day | null
  asAtFrom: AsAtFrom | null
  files: FileReport[]
  problems: Problem[]
  problemCounts: ProblemCount[]
}
