import type { Day } from '../../platform/day.ts'
import type { ProblemBook } from '../problem-book.ts'
import type { Severity } from '../problem.ts'
import { cellText, type RawRow } from '../reading/raw-sheet.ts'
import { isEmpty } from '../values/blank.ts'
import { readerOf, UNREAD_SPELLING, type FieldValue } from '../values/field-value.ts'
import type { Reading } from '../values/reading.ts'
import type { SpellingBook } from '../values/spelling-book.ts'
import { partlyKnown } from '../values/partly-known.ts'
import type { AcceptedRow, PartlyKnownCell } from './accepted-row.ts'
import { daysOutOfOrder } from './day-order.ts'
import { isFooter, isHeaderAgain } from './footer-row.ts'
import { digestOf, type RowRegister } from './row-register.ts'
import { RowWidths } from './row-widths.ts'
import type { TableColumn, TableHeader } from './table-header.ts'
import { fieldOf, keysOf } from '../../standards/table.ts'

/** Where a table is. */
export interface TablePlace {
  file: string
  /** The sheet's name; of a CSV file, the file's name without its ending. */
  sheet: string
  /** False for a CSV file, whose sheet is itself. */
  inWorkbook: boolean
  /** A day that tells the file's age: of two files, the later one's rows win. */
  fileDay: Day | null
}

interface CellReading {
  column: TableColumn
  text: string
  reading: Reading<FieldValue>
}

/** What reading rows reports to, over every file of the load. */
interface ReportsTo {
  registerOf: (table: TableHeader['table']) => RowRegister
  book: ProblemBook
  spellings: SpellingBook
}

/** Reads the rows of one sheet. Child-level. Every row of data is accepted or quarantined, and counted. */
export class TableReader {
  readonly header: TableHeader
  accepted = 0
  quarantined = 0
  readonly #place: TablePlace
  readonly #register: RowRegister
  readonly #book: ProblemBook
  readonly #readers: readonly { column: TableColumn; read: ReturnType<typeof readerOf> }[]
  /** Keys without which the row is about no one, or about no day. */
  readonly #keys: readonly string[]
  readonly #widths: RowWidths | null

  readonly #spellings: SpellingBook

  /** `width`: how many cells the header row has. */
  constructor(
    header: TableHeader,
    place: TablePlace,
    { registerOf, book, spellings }: ReportsTo,
    width: number,
  ) {
    // What is beside a table on a sheet is beside it; a line of text that goes on is shifted.
    this.#widths = place.inWorkbook ? null : new RowWidths(width)
    this.header = header
    this.#place = place
    this.#register = registerOf(header.table)
    this.#book = book
    this.#spellings = spellings
    this.#readers = header.columns.map((column) => ({ column, read: readerOf(column.field, spellings) }))
    this.#keys = keysOf(header.table)
  }

  /** The row as the dataset takes it; null when it is no data, or was set aside. */
  read(written: RawRow): AcceptedRow | null {
    if (this.#isNoData(written)) return null
    const row = this.#unshifted(written)
    if (row === null) {
      this.quarantined += 1
      return null
    }
    const values: AcceptedRow['values'] = {}
    const worthSaying: CellReading[] = []
    for (const { column, read } of this.#readers) {
      const cell = row.cells[column.column] ?? null
      const reading = read(cell)
      values[column.field.key] = reading.value
      if (reading.value === null || reading.finding)
        worthSaying.push({ column, text: cellText(cell), reading })
    }
    const { file, sheet } = this.#place
    const read: AcceptedRow = { table: this.header.table.table, file, sheet, row: row.number, values }
    const partly = partlyKnownCells(worthSaying)
    if (partly.length > 0) read.partlyKnown = partly
    for (const cell of worthSaying) this.#formatCell(row, cell)
    if (!this.#hasItsKeys(values) || !this.#isNew(read, worthSaying)) {
      this.quarantined += 1
      return null
    }
    this.#checkOrderOfDays(read)
    this.accepted += 1
    return read
  }

  #isNoData(row: RawRow): boolean {
    if (this.header.columns.every(({ column }) => isEmpty(row.cells[column] ?? null))) return true
    if (isHeaderAgain(row, this.header)) {
      this.#say(row.number, 'note', 'header-again', null, null, 'is the headers again, and was left out')
      return true
    }
    if (!isFooter(row, this.header)) return false
    const text = cellText(row.cells.find((cell) => !isEmpty(cell)) ?? null)
    this.#say(
      row.number,
      'note',
      'footer-row',
      null,
      text,
      'closes the list and is no child, and was left out',
    )
    return true
  }

  /** The row with its cells under their headers; null when no one can say which is which. */
  #unshifted(row: RawRow): RawRow | null {
    if (this.#widths === null) return row
    const { width } = this.#widths
    const { cells, how } = this.#widths.fit(row.cells)
    const many = `has ${row.cells.length} cells under ${width} headers`
    if (how === 'shifted') {
      const says = `${many}, most likely because a comma or other separator is in a cell without quotation marks, so the row was set aside`
      this.#say(row.number, 'warning', 'row-too-wide', null, null, says)
      return null
    }
    if (how === 'json') {
      const says = `${many}: what is in brackets was read as one cell`
      this.#say(row.number, 'note', 'row-put-together', null, null, says)
    }
    return cells === row.cells ? row : { number: row.number, cells }
  }

  #hasItsKeys(values: AcceptedRow['values']): boolean {
    return this.#keys.every((key) => isSaid(values[key]))
  }

  #formatCell(row: RawRow, { column: { field }, text, reading }: CellReading): void {
    const isKey = reading.value === null && this.#keys.includes(field.key)
    const aside = isKey ? ', so the row was set aside' : ''
    const value = text.trim() === '' ? null : text
    if (reading.finding) {
      const { severity, code, says } = reading.finding
      if (code === UNREAD_SPELLING && field.codeSet) {
        const { table } = this.header.table
        this.#spellings.seeUnread({ codeSet: field.codeSet, table, field: field.name, text, count: 1 })
      }
      this.#say(
        row.number,
        isKey ? 'warning' : severity,
        code,
        field.name,
        value,
        `'${field.name}' ${says}${aside}`,
      )
    } else if (value === null && isKey) {
      this.#say(row.number, 'warning', 'key-missing', field.name, value, `'${field.name}' is blank${aside}`)
    } else if (value === null && field.required) {
      this.#say(row.number, 'note', 'value-missing', field.name, value, `'${field.name}' is blank`)
    }
  }

  /** Of two rows with one natural key the first wins, unless their details differ: then both stand and the pair is told. */
  #isNew(row: AcceptedRow, worthSaying: readonly CellReading[]): boolean {
    const { file, fileDay } = this.#place
    const isKeyRead = this.header.table.naturalKey.every((key) => isSaid(row.values[key]))
    const written = isKeyRead
      ? null
      : Object.fromEntries(worthSaying.map(({ column, text }) => [column.field.key, text]))
    // An id that the row lacks makes it like no other.
    if (this.header.table.isKeyUnique && !isKeyRead) return true
    const earlier = this.#register.earlierThan(row, written, this.#place)
    if (earlier === null) return true
    const { place } = earlier
    const where = place.file === file ? `row ${earlier.row}` : `row ${earlier.row} of ${place.file}`
    if (earlier.digest === digestOf(row.values)) {
      this.#say(
        row.row,
        'warning',
        'row-repeated',
        null,
        null,
        `says the same as ${where}, so it was set aside`,
      )
      return false
    }
    if (this.header.table.isKeyUnique) {
      const says = `has the same ${this.#keyNames()} as ${where} and other details, so it was set aside`
      this.#say(row.row, 'warning', 'id-repeated', null, null, says)
      return false
    }
    if (place.fileDay !== null && fileDay !== null && place.fileDay > fileDay) {
      const says = `is told again in ${place.file}, which is newer, so it was set aside`
      this.#say(row.row, 'warning', 'row-superseded', null, null, says)
      return false
    }
    const says = `has the same ${this.#keyNames()} as ${where} but other details differ: both were kept`
    this.#say(row.row, 'warning', 'row-pair', null, null, says)
    return true
  }

  #keyNames(): string {
    const { table } = this.header
    return table.naturalKey.map((key) => `'${fieldOf(table, key).name}'`).join(' and ')
  }

  #checkOrderOfDays({ row, values }: AcceptedRow): void {
    for (const { field, value, says } of daysOutOfOrder(this.header.table, values))
      this.#say(row, 'warning', 'days-out-of-order', field, value, says)
  }

  #say(
    row: number,
    severity: Severity,
    code: string,
    field: string | null,
    value: string | null,
    says: string,
  ): void {
    const { file, sheet } = this.#place
    // "Row 17: 'Date of referral' is not ..." of a cell, "Row 17 says the same as ..." of the whole row.
    const message = `Row ${row}${field === null ? '' : ':'} ${says}`
    this.#book.add({ severity, code, file, sheet, row, field, value, message })
  }
}

const isSaid = (value: AcceptedRow['values'][string] | undefined): boolean =>
  value !== null && value !== undefined

const partlyKnownCells = (cells: readonly CellReading[]): PartlyKnownCell[] =>
  cells.flatMap(({ column, text, reading }) => {
    const known = reading.finding?.code === 'date-part-known' ? partlyKnown(text) : null
    return known ? { key: column.field.key, written: text.trim(), ...known } : []
  })
