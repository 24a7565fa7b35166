import type { Day } from '../../platform/day.ts'
import type { ProblemBook } from '../problem-book.ts'
import type { AcceptedRow } from './accepted-row.ts'
import type { RowRegister } from './row-register.ts'
import type { Source, TableSpec } from '../../standards/table.ts'

/** What reading a file's tables reports to. */
export interface ReadContext {
  book: ProblemBook
  /** The accepted rows of a table by natural key, over every file of the load. */
  registerOf: (table: TableSpec) => RowRegister
  /** A day that a file itself is said to be as at: in the title above its headers, or in its own header. */
  seeTitleDay: (source: Source, day: Day) => void
  onRow: (row: AcceptedRow) => void | Promise<void>
  /** Asked after each row; throws to stop. */
  onProgress: () => void
}
