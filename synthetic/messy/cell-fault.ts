import type { AnnexACell } from '../annex-a/annex-a-row.ts'
import type { SheetCell } from '../annex-a/sheet-layout.ts'
import { dayOf } from '../day-number.ts'
import type { Random } from '../random.ts'
import type { FaultColumn } from './annex-a-column.ts'
import type { Expectation, PlainValue } from './planted.ts'

/** What becomes of a cell. */
interface FaultyCell {
  written: SheetCell
  /** See `Planted.reads`. */
  reads: PlainValue
  expect: Expectation
}

/** The form a list is written in: some faults are of workbooks alone. */
export type ListForm = 'csv' | 'workbook'

export interface CleanPlace {
  column: FaultColumn
  random: Random
  /** The child's day of birth, where the list has one. */
  bornOn: number | null
}

/** One way in which a cell goes wrong. */
export interface CellFault {
  id: string
  /** A sentence for the list of what was planted. */
  says: string
  /** Whether a column may hold it at all. */
  isOf(column: FaultColumn, form: ListForm): boolean
  /** Null when this cell does not suit it. */
  write(cell: AnnexACell, place: CleanPlace): FaultyCell | null
}

/** How a clean cell is told in `was` and `reads`. */
export const plainCell = (cell: AnnexACell, { kind }: FaultColumn): PlainValue =>
  kind === 'day' && typeof cell === 'number' ? dayOf(cell) : cell
