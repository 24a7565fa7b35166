import type { Day } from '../../platform/day.ts'
import { dayInText } from '../file-date.ts'
import type { TableReport } from '../intake-report.ts'
import type { ProblemBook } from '../problem-book.ts'
import type { Severity } from '../problem.ts'
import { FileFault, type RawSheet } from '../reading/raw-sheet.ts'
import type { AcceptedRow } from './accepted-row.ts'
import { headerText } from './header-text.ts'
import type { ListHeader } from './list-header.ts'
import { isTemplateSheet, listNamed } from './list-name.ts'
import { ListReader, type ListPlace } from './list-reader.ts'
import type { ListSpec } from './list-spec.ts'
import type { RowRegister } from './row-register.ts'
import { openSheet } from './sheet-opening.ts'

export interface ListFile {
  file: string
  /** The day its name speaks of. */
  fileDay: Day | null
}

/** What reading a file's lists reports to. */
export interface ListHands {
  book: ProblemBook
  registers: ReadonlyMap<ListSpec, RowRegister>
  /** A day written in the title above a list's headers. */
  seeTitleDay: (day: Day) => void
  take: (row: AcceptedRow) => void | Promise<void>
  /** Asked after each row; throws to stop. */
  afterRow: () => void
}

/** The lists found on a file's sheets; none when it holds none. Throws FileFault when the file must be refused. */
export async function readFileLists(
  { file, fileDay }: ListFile,
  sheets: readonly RawSheet[],
  hands: ListHands,
): Promise<TableReport[]> {
  const tables: TableReport[] = []
  for (const sheet of sheets) {
    if (isTemplateSheet(sheet.name)) continue
    const place = { file, sheet: sheet.name, inWorkbook: sheet.inWorkbook, fileDay }
    const table = await readSheet(place, sheet, hands)
    if (table) tables.push(table)
  }
  return tables
}

/** Null: the sheet holds no list, and does not claim to. */
async function readSheet(place: ListPlace, sheet: RawSheet, hands: ListHands): Promise<TableReport | null> {
  const named = listNamed(sheet.name)
  const opening = await openSheet(sheet, named)
  const { header } = opening
  if (header === null) {
    await opening.rows.return(undefined)
    if (opening.isSend) throw sendFault(place.file)
    sayNoHeader(hands.book, place, named, opening.isBlank)
    return null
  }
  for (const title of opening.titles) {
    const day = dayInText(title)
    if (day) hands.seeTitleDay(day)
  }
  sayHeader(header, named, place, sheet.formulas, hands.book)
  const reader = new ListReader(header, place, hands.registers.get(header.list)!, hands.book)
  for await (const rows of opening.rows) {
    for (const row of rows) {
      const accepted = reader.read(row)
      if (accepted) {
        const taken = hands.take(accepted)
        if (taken) await taken
      }
      hands.afterRow()
    }
  }
  return tableReport(reader, place)
}

const tableReport = ({ header, accepted, quarantined }: ListReader, { sheet }: ListPlace): TableReport => ({
  table: `annex-a/${header.list.number}`,
  list: header.list.number,
  sheet,
  rows: accepted + quarantined,
  accepted,
  quarantined,
  unknownColumns: [...header.unknown],
  presentColumns: header.list.fields
    .filter((field) => header.columns.some((column) => column.field === field))
    .map(({ key }) => key),
})

const sendFault = (file: string): FileFault =>
  new FileFault(
    'annex-a-send',
    `${file} is the Annex A of an area SEND inspection: its lists are of education, health and care plans. ` +
      'Waymark reads the Annex A of an inspection of local authority children’s services (ILACS)',
  )

/** A sheet that claims by its name to be a list must be one; any other is left, and said. */
function sayNoHeader(book: ProblemBook, place: ListPlace, named: ListSpec | null, isBlank: boolean): void {
  if (named === null) {
    // A CSV file without a list is a file without one: that is said of the file.
    if (place.inWorkbook && !isBlank)
      say(book, place, 'note', 'sheet-left', null, 'holds no Annex A list and was left out')
    return
  }
  const claim = `is named as list ${named.number} (${named.name})`
  if (isBlank) say(book, place, 'note', 'sheet-blank', null, `${claim} and is blank`)
  else
    say(
      book,
      place,
      'error',
      'headers-missing',
      null,
      `${claim}, but no row of it has the headers of that list`,
    )
}

/** What there is to say of a header row: what is missing, extra, twice there or under another name. */
function sayHeader(
  header: ListHeader,
  named: ListSpec | null,
  place: ListPlace,
  formulas: RawSheet['formulas'],
  book: ProblemBook,
): void {
  const { list, columns } = header
  if (named !== null && named !== list) {
    say(
      book,
      place,
      'note',
      'list-by-headers',
      null,
      `is named as list ${named.number}, but its headers are those of list ${list.number}`,
    )
  }
  for (const field of list.fields) {
    if (columns.some((column) => column.field === field)) continue
    const isKey = field.key === list.subject || field.key === list.eventDate
    const severity = isKey ? 'error' : field.required ? 'warning' : 'note'
    say(book, place, severity, 'column-missing', field.name, `has no '${field.name}' column`)
  }
  for (const { field, column, header: text } of columns) {
    if (headerText(text) !== headerText(field.name) || brackets(text) !== brackets(field.name)) {
      say(
        book,
        place,
        'note',
        'header-read-as',
        field.name,
        `has the header '${text}', read as '${field.name}'`,
      )
    }
    const { cells: count, unanswered } = formulas.get(column) ?? { cells: 0, unanswered: 0 }
    const cells = count === 1 ? 'cell' : 'cells'
    if (unanswered > 0) {
      say(
        book,
        place,
        'error',
        'formula-unanswered',
        field.name,
        `has ${count} ${cells} worked out by a formula in '${field.name}', and for ${unanswered} the file holds no answer: open it, save it and load it again`,
      )
    } else if (count > 0) {
      say(
        book,
        place,
        'note',
        'formula',
        field.name,
        `has ${count} ${cells} worked out by a formula in '${field.name}': the answers saved with the file were read`,
      )
    }
  }
  for (const text of header.repeated) {
    say(book, place, 'note', 'header-twice', text, `has the header '${text}' twice: the first was read`)
  }
  for (const text of header.unknown) {
    say(
      book,
      place,
      'note',
      'column-unknown',
      text,
      `has a column '${text}' that the list does not have: it was left out`,
    )
  }
}

/** `(Y/N))` for `(Y/N)` is drift worth a note; a missing question mark or another case is not. */
const brackets = (text: string): string => text.replaceAll(/[^()]/g, '')

function say(
  book: ProblemBook,
  place: ListPlace,
  severity: Severity,
  code: string,
  field: string | null,
  says: string,
): void {
  const { file, sheet, inWorkbook } = place
  const message = inWorkbook ? `Sheet '${sheet}' ${says}` : `${file} ${says}`
  book.add({ severity, code, file, sheet, row: null, field, value: null, message })
}
