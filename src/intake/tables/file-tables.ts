import { StackedRows } from './stacked-rows.ts'
import { dayInText } from '../file-date.ts'
import type { TableReport } from '../intake-report.ts'
import type { ProblemBook } from '../problem-book.ts'
import type { Severity } from '../problem.ts'
import { type FormulaCount, type RawCell, type RawRow, type RawSheet } from '../reading/raw-sheet.ts'
import { headerText } from './header-text.ts'
import type { ReadContext } from './read-context.ts'
import { openSheet, type SheetOpening } from './sheet-opening.ts'
import type { Standard } from './standard.ts'
import type { TableHeader } from './table-header.ts'
import { TableReader, type TablePlace } from './table-reader.ts'
import { keysOf, type TableSpec } from '../../standards/table.ts'

/** The tables found on a file's sheets; none when it holds none. Throws FileFault when the file must be refused. */
export async function readFileTables(
  { file, fileDay }: Pick<TablePlace, 'file' | 'fileDay'>,
  sheets: readonly RawSheet[],
  standards: readonly Standard[],
  context: ReadContext,
): Promise<TableReport[]> {
  const tables: TableReport[] = []
  for (const sheet of sheets) {
    if (standards.some((standard) => standard.isTemplateSheet?.(sheet.name))) continue
    const place = { file, sheet: sheet.name, inWorkbook: sheet.inWorkbook, fileDay }
    const table = await readSheet(place, sheet, standards, context)
    if (table) tables.push(table)
  }
  return tables
}

/** Null: the sheet holds no table, and does not claim to. */
async function readSheet(
  place: TablePlace,
  sheet: RawSheet,
  standards: readonly Standard[],
  context: ReadContext,
): Promise<TableReport | null> {
  const first = <T>(ask: (standard: Standard) => T | null | undefined): T | null => {
    for (const standard of standards) {
      const answer = ask(standard)
      if (answer) return answer
    }
    return null
  }
  const named = first((standard) => standard.named?.(sheet.name))
  const opening = await openSheet(sheet, (cells) => first((standard) => standard.headerOf(cells, sheet.name)))
  const { header } = opening
  if (header === null) {
    await opening.close()
    const fault = first((standard) => faultIn(opening.looked, standard, place.file))
    if (fault) throw fault
    describeNoHeader(context.book, place, named, opening.isBlank)
    return null
  }
  for (const title of opening.titles) {
    const day = dayInText(title)
    if (day) context.seeTitleDay(header.table.source, day)
  }
  describeHeader(header, named, place, sheet.formulas, context.book)
  if (sheet.isHidden)
    say(
      context.book,
      place,
      'warning',
      'sheet-hidden',
      null,
      'is hidden in the workbook and was read all the same: show it there, and see that its rows belong to this load',
    )
  try {
    const reader = await context.sets?.read(opening, place, sheet.regular, context)
    if (reader) return tableReport(reader, place)
    return await readRows(header, place, opening, context, sheet.isFrom1904 === true)
  } finally {
    await opening.close()
  }
}

async function readRows(
  header: TableHeader,
  place: TablePlace,
  opening: SheetOpening,
  context: ReadContext,
  isFrom1904: boolean,
): Promise<TableReport> {
  await context.sets?.registerAll(header.table, context.registerOf(header.table))
  const reader = new TableReader(header, place, context, opening.headerRow!.cells.length)
  const stacked = new StackedRows(header.authority, context.authority)
  for await (const rows of opening.rows) {
    for (const row of rows) {
      if (!stacked.takes(row)) continue
      const accepted = reader.read(isFrom1904 ? countedFrom1900(row, header) : row)
      if (accepted) {
        const taken = context.onRow(accepted)
        if (taken) await taken
      }
      context.onProgress()
    }
  }
  stacked.describe(context.book, place)
  return tableReport(reader, place)
}

const DAYS_TO_1904 = 1_462

/** The row with plain numbers that are days as other workbooks count them. */
function countedFrom1900({ number, cells }: RawRow, { columns }: TableHeader): RawRow {
  const counted = [...cells]
  for (const { field, column } of columns) {
    const cell = counted[column]
    const isDay = field.type === 'date' || field.type === 'moment' || field.type === 'month'
    if (isDay && typeof cell === 'number') counted[column] = cell + DAYS_TO_1904
  }
  return { number, cells: counted }
}

function faultIn(rows: readonly (readonly RawCell[])[], standard: Standard, file: string): Error | null {
  for (const cells of rows) {
    const fault = standard.faultOf?.(cells, file)
    if (fault) return fault
  }
  return null
}

const tableReport = ({ header, accepted, quarantined }: TableReader, { sheet }: TablePlace): TableReport => ({
  table: header.table.table,
  sheet,
  rows: accepted + quarantined,
  accepted,
  quarantined,
  unknownColumns: [...header.unknown],
  presentColumns: header.table.fields
    .filter((field) => header.columns.some((column) => column.field === field))
    .map(({ key }) => key),
})

/** A sheet that claims by its name to be a table must be it; any other is left, and said. */
function describeNoHeader(
  book: ProblemBook,
  place: TablePlace,
  named: TableSpec | null,
  isBlank: boolean,
): void {
  if (named === null) {
    // A CSV file without a table is a file without one: that is said of the file.
    if (place.inWorkbook && !isBlank)
      say(book, place, 'note', 'sheet-left', null, 'holds no table that we know and was left out')
    return
  }
  const claim = `is named as ${named.called} (${named.name})`
  if (isBlank) say(book, place, 'note', 'sheet-blank', null, `${claim} and is blank`)
  else
    say(
      book,
      place,
      'error',
      'headers-missing',
      null,
      `${claim}, but no row of it has the headers of ${named.called}`,
    )
}

/** Reports what of a header row is missing, extra, twice there or under another name. */
function describeHeader(
  header: TableHeader,
  named: TableSpec | null,
  place: TablePlace,
  formulas: RawSheet['formulas'],
  book: ProblemBook,
): void {
  const { table, columns } = header
  const note = (code: string, field: string | null, says: string) =>
    say(book, place, 'note', code, field, says)
  if (named !== null && named !== table) {
    const says = `is named as ${named.called}, but its headers are those of ${table.called}`
    note('list-by-headers', null, says)
  }
  for (const field of table.fields) {
    if (columns.some((column) => column.field === field)) continue
    const isKey = keysOf(table).includes(field.key)
    const severity = isKey ? 'error' : field.required ? 'warning' : 'note'
    say(book, place, severity, 'column-missing', field.name, `has no '${field.name}' column`)
  }
  for (const { field, column, header: text } of columns) {
    if (headerText(text) !== headerText(field.name) || brackets(text) !== brackets(field.name))
      note('header-read-as', field.name, `has the header '${text}', read as '${field.name}'`)
    describeFormulas(field.name, formulas.get(column), place, book)
  }
  for (const text of header.repeated)
    note('header-twice', text, `has the header '${text}' twice: the first was read`)
  const leftOut = new Set(table.leftOut?.map(headerText))
  for (const text of header.unknown) {
    if (leftOut.has(headerText(text)))
      note('column-left', text, `has the column '${text}', which is not needed and was left out`)
    else
      note(
        'column-unknown',
        text,
        `has a column '${text}' that ${table.called} does not have: it was left out`,
      )
  }
}

function describeFormulas(
  name: string,
  found: FormulaCount | undefined,
  place: TablePlace,
  book: ProblemBook,
): void {
  if (!found || found.cells === 0) return
  const cells = found.cells === 1 ? 'cell' : 'cells'
  const says = `has ${found.cells} ${cells} worked out by a formula in '${name}'`
  if (found.unanswered > 0) {
    const open = `and for ${found.unanswered} the file holds no answer: open it, save it and load it again`
    say(book, place, 'error', 'formula-unanswered', name, `${says}, ${open}`)
  } else say(book, place, 'note', 'formula', name, `${says}: the answers saved with the file were read`)
}

/** `(Y/N))` for `(Y/N)` is drift worth a note; a missing question mark or another case is not. */
const brackets = (text: string): string => text.replaceAll(/[^()]/g, '')

function say(
  book: ProblemBook,
  place: TablePlace,
  severity: Severity,
  code: string,
  field: string | null,
  says: string,
): void {
  const { file, sheet, inWorkbook } = place
  const message = inWorkbook ? `Sheet '${sheet}' ${says}` : `${file} ${says}`
  book.add({ severity, code, file, sheet, row: null, field, value: null, message })
}
