import type { Day } from '../platform/day.ts'
import type { Source } from '../standards/table.ts'
import type { Problem, ProblemCount } from './problem.ts'

/** One sheet, or one CSV file, that was recognised. `rows` is always `accepted + quarantined`. */
export interface TableReport {
  /** `annex-a/3`, `cin-census/Assessments` */
  table: string
  /** The sheet's name; for CSV the file's name without its ending. */
  sheet: string
  rows: number
  accepted: number
  quarantined: number
  /** Headers as they are in the file that no column of the table answers to. */
  unknownColumns: string[]
  /** Keys of the table's columns that the file carries, wholly blank ones too. */
  presentColumns: string[]
}

export interface FileReport {
  /** The file's name, without its folder. */
  file: string
  source: Source
  sha256: string
  bytes: number
  tables: TableReport[]
}

/**
 * Where the as-at day came from. `title` is a date in the title row above the headers, or in the file's own header;
 * `return-year` the end of the year of a yearly return; `leader` the day of the source that leads, of files that are
 * as at no day of their own; `carried` the day of the load from which its tables are carried forward.
 */
export type AsAtFrom = 'given' | 'file-name' | 'title' | 'latest-event' | 'return-year' | 'leader' | 'carried'

/** One standard of a load, and the day its files are as at. */
export interface SourceReport {
  source: Source
  asAt: Day
  asAtFrom: AsAtFrom
}

export interface IntakeReport {
  /** False when any problem is an error: then nothing that was read may be used. */
  accepted: boolean
  /** Of the source that leads, which is the first of `sources`: the day the whole load is as at. */
  asAt: Day | null
  asAtFrom: AsAtFrom | null
  /** Every standard among the files, the one that leads first; empty when a day is not known. */
  sources: SourceReport[]
  files: FileReport[]
  problems: Problem[]
  problemCounts: ProblemCount[]
}
