import type { Day } from '../../platform/day.ts'
import type { RegularCsv } from '../reading/raw-sheet.ts'
import type { ProblemBook } from '../problem-book.ts'
import type { AcceptedRow } from './accepted-row.ts'
import type { ColumnDays } from './column-days.ts'
import type { RowRegister } from './row-register.ts'
import type { SheetOpening } from './sheet-opening.ts'
import type { TablePlace, TableReader } from './table-reader.ts'
import type { Source, TableSpec } from '../../standards/table.ts'
import type { SpellingBook } from '../values/spelling-book.ts'

/** What reading a file's tables reports to. */
export interface ReadContext {
  book: ProblemBook
  spellings: SpellingBook
  /** The accepted rows of a table by natural key, over every file of the load. */
  registerOf: (table: TableSpec) => RowRegister
  /** A day that a file itself is said to be as at: in the title above its headers, or in its own header. */
  seeTitleDay: (source: Source, day: Day) => void
  onRow: (row: AcceptedRow) => void | Promise<void>
  /** The days of rows that are kept without `onRow`. */
  seeDays: (table: string, place: { file: string; sheet: string }, columns: readonly ColumnDays[]) => void
  /** Asked after rows, with how many there were; throws to stop. */
  onProgress: (rows?: number) => void
  /** Of files in which several authorities are stacked, the one whose rows are read; null until it is chosen. */
  authority: string | null
  /** Reads regular CSV files in another way than row by row; null where rows are only handed over one by one. */
  sets: SetReader | null
}

/** Reads regular CSV files by sets. What it tells and keeps is what reading every row would tell and keep. */
export interface SetReader {
  /**
   * Reads the rows under the headers, and answers the reader that counted them. Null when the file is one to be read row
   * by row: then nothing has been told or kept.
   */
  read(
    opening: SheetOpening,
    place: TablePlace,
    csv: RegularCsv | undefined,
    context: ReadContext,
  ): Promise<TableReader | null>
  /** Makes the register know every row read by sets, before rows of other files are read one by one. */
  registerAll(table: TableSpec, register: RowRegister): Promise<void>
}
