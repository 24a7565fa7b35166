import type { Day } from '../../platform/day.ts'

/** A cell as the file holds it. A cell the file itself says is a date is already a day. */
export type RawCell = string | number | boolean | null | { readonly day: Day }

export interface RawRow {
  /** As a person sees it: the first row of a sheet is 1. */
  number: number
  cells: readonly RawCell[]
}

export interface RawSheet {
  name: string
  /** False in a CSV file, which has no sheets. */
  inWorkbook: boolean
  /** Rows as they come, some at a time: to wait for each by itself would cost more than to read it. */
  rows: Iterable<Iterable<RawRow>> | AsyncIterable<Iterable<RawRow>>
  /** How many cells of a column (from 0) were worked out by a formula. */
  formulas: ReadonlyMap<number, number>
}

/** Why a file cannot be read, in a sentence for the person who sent it. The load is refused. */
export class FileFault extends Error {
  override name = 'FileFault'
  readonly code: string
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** What a cell says, for showing to a person. */
export const cellText = (cell: RawCell): string =>
  cell === null ? '' : typeof cell === 'object' ? cell.day : String(cell)
