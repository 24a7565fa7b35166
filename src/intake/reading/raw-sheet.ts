import type { Day } from '../../platform/day.ts'
import type { CsvForm } from './csv-form.ts'

/** What the file itself says is a date. `time` is `HH:MM`; without it only the day is known. */
export interface DayCell {
  readonly day: Day
  readonly time?: string
}

/** A cell as the file holds it. */
export type RawCell = string | number | boolean | null | DayCell

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
  formulas: ReadonlyMap<number, FormulaCount>
  /** A person who opens the workbook does not see the sheet. */
  isHidden?: boolean
  /** Its plain numbers are days from 1904 on, where they are days: 1,462 fewer than others count. */
  isFrom1904?: boolean
  /** Of a regular CSV file, which may be read by other means than row by row. */
  regular?: RegularCsv
}

/** A CSV file in UTF-8 that is written as RFC 4180 says, line breaks within cells too. */
export interface RegularCsv {
  path: string
  bytes: number
  form: CsvForm
  records: number
  /** Throws FileFault when the file is no longer what it was when it became known. */
  confirm(): Promise<void>
}

export interface FormulaCount {
  cells: number
  /** How many of them have no answer saved with the file. */
  unanswered: number
}

/** Counts one cell that holds a formula. */
export function countFormula(counts: Map<number, FormulaCount>, column: number, isAnswered: boolean): void {
  const { cells, unanswered } = counts.get(column) ?? { cells: 0, unanswered: 0 }
  counts.set(column, { cells: cells + 1, unanswered: unanswered + (isAnswered ? 0 : 1) })
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

/** One file holds rows of several authorities, of which one is to be chosen. */
export class SeveralAuthorities extends FileFault {
  readonly names: readonly string[]
  constructor(message: string, names: readonly string[]) {
    super('several-authorities', message)
    this.names = names
  }
}

export const damagedFault = (file: string, cause?: unknown): FileFault =>
  new FileFault('file-damaged', `${file} is damaged and cannot be opened: save it again and send that copy`, {
    cause,
  })

export const tooManyCellsFault = (file: string, cause?: unknown): FileFault =>
  new FileFault(
    'file-too-large',
    `${file} has a sheet of more rows and columns than can be read safely: save each list as a CSV file and send those`,
    { cause },
  )

export const lockedFault = (file: string, cause?: unknown): FileFault =>
  new FileFault('file-encrypted', `${file} is locked with a password: save a copy without one`, { cause })

/** What a cell says, for showing to a person. */
export const cellText = (cell: RawCell): string =>
  cell === null ? '' : typeof cell === 'object' ? dayText(cell) : String(cell)

const dayText = ({ day, time }: DayCell): string => (time === undefined ? day : `${day} ${time}`)
