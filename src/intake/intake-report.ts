import type { Day } from '../platform/day.ts'
import type { Source } from '../standards/table.ts'
import type { Problem, ProblemCount } from './problem.ts'
import type { UnreadSpelling } from './values/spelling-book.ts'

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

/** What a file or its rows say of the day that the files are as at. */
export interface DayClaim {
  day: Day
  from: Extract<AsAtFrom, 'file-name' | 'title' | 'latest-event'>
}

/** What only a person can say of files that were refused: the answer is given with the same files. */
export interface LoadQuestion {
  /** The days that they speak of, where they disagree or the day is not known. */
  days?: DayClaim[] | undefined
  /** The authorities whose rows are in one of them, as they are written there. */
  authorities?: string[] | undefined
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
  /** What a person is asked: of refused files, or of a day that the rows make doubtful. Absent where there is nothing to choose. */
  question?: LoadQuestion | undefined
  /** Texts in columns of codes that are no known code, the most frequent first; absent where nothing was read. */
  unread?: UnreadSpelling[]
}
