import { randomUUID } from 'node:crypto'
import { serialToDate, type Sheet } from 'hucre'
import { dayCell } from './day-cell.ts'
import type { RawCell, RawRow } from './raw-sheet.ts'
import { CELL, SheetScan } from './sheet-scan.ts'
import { unpacked, zipDirectory, type ZipEntry } from './zip-directory.ts'
import { repacked } from './zip-writing.ts'

/** A worksheet of many rows, and how far it goes. */
interface LargeSheet {
  name: string
  rows: number
  columns: number
  before: string
  after: string
}

/** The same workbook without the rows of its large sheets, which are read by other means, row by row. */
export interface Abridged {
  /** For the library: it reads all but those rows. */
  bytes: Buffer
  /**
   * Of the sheets as the library read them: what answers the rows of one that were left out, or null when none were.
   * Null as a whole when the workbook has a large sheet that it does not show.
   */
  rowsOf(sheets: readonly Sheet[]): ((sheet: Sheet) => Generator<RawRow> | null) | null
}

const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/
/** The library's own limits, which it tells of itself. */
const MAX_CELLS = 20_000_000
const MAX_ROWS = 1_000_000
/** Any day of any system: whether the library makes a day of it says what the style of its cell is. */
const SOME_DAY = 40_000

/**
 * Leaves the rows of large sheets out of a workbook. The library makes objects of every tag, and holds all rows at once;
 * what it knows that they need is asked of it in their place: the shared strings, and which styles are days. A sheet of fewer than `largeFrom` bytes, or one that is not regular, it reads itself. Null when all are so.
 */
export function abridge(bytes: Buffer, largeFrom: number): Abridged | null {
  const zip = zipDirectory(bytes)
  if (zip === null) return null
  const seen = { style: -1, shared: -1 }
  const sheets = [...zip.entries]
    .filter(([name, { size }]) => WORKSHEET.test(name) && size >= largeFrom)
    .map(([name, entry]) => measured(bytes, name, entry, seen))
    .filter((sheet) => sheet !== null)
  if (sheets.length === 0) return null
  const [asked, mark] = [Math.max(seen.style, seen.shared) + 1, randomUUID()]
  if (asked > MAX_ROWS) return null
  const replaced = new Map(
    sheets.map(({ name, before, after }, index) => {
      const questions = index === 0 ? questionsOf(seen, asked) : ''
      const first = `<row r="1"><c r="A1" t="str"><v>${mark} ${index}</v></c></row>`
      return [name, Buffer.from(`${before}<sheetData>${first}${questions}</sheetData>${after}`)]
    }),
  )
  return {
    bytes: repacked(bytes, zip, replaced),
    rowsOf: (read) => {
      const largeOf = ({ rows }: Sheet): LargeSheet | null => {
        const [text, index] = String(rows[0]?.[0] ?? '').split(' ')
        return text === mark ? sheets[Number(index)]! : null
      }
      if (sheets.some((large) => !read.some((sheet) => largeOf(sheet) === large))) return null
      const answers = read.find((sheet) => largeOf(sheet) === sheets[0])!.rows
      return (sheet) => {
        const large = largeOf(sheet)
        return large && rowsIn(bytes, zip.entries.get(large.name)!, large, answers)
      }
    },
  }
}

function measured(
  bytes: Buffer,
  name: string,
  entry: ZipEntry,
  seen: { style: number; shared: number },
): LargeSheet | null {
  const content = unpacked(bytes, entry)
  if (content === null) return null
  const scan = new SheetScan(content)
  let columns = 0
  while (scan.next()) {
    if (scan.column >= columns) columns = scan.column + 1
    if (scan.style > seen.style) seen.style = scan.style
    if (scan.kind === CELL.shared && scan.value > seen.shared) seen.shared = scan.value
  }
  const rows = scan.row + 1
  if (!scan.isRegular || rows * columns > MAX_CELLS || rows > MAX_ROWS) return null
  return { name, rows, columns, before: scan.before, after: scan.after }
}

/** In row 2 + n: a day in style n, and shared string n. */
const questionsOf = ({ style, shared }: { style: number; shared: number }, asked: number): string =>
  Array.from({ length: asked }, (_, number) => {
    const row = number + 2
    const day = number <= style ? `<c r="A${row}" s="${number}"><v>${SOME_DAY}</v></c>` : ''
    const text = number <= shared ? `<c r="B${row}" t="s"><v>${number}</v></c>` : ''
    return `<row r="${row}">${day}${text}</row>`
  }).join('')

function* rowsIn(
  bytes: Buffer,
  entry: ZipEntry,
  { rows, columns }: LargeSheet,
  answers: Sheet['rows'],
): Generator<RawRow> {
  const scan = new SheetScan(unpacked(bytes, entry)!)
  const isDay = answers.slice(1).map(([answer]) => answer instanceof Date)
  const is1904 = answers.some(
    ([answer]) => answer instanceof Date && answer.getTime() !== serialToDate(SOME_DAY, false).getTime(),
  )
  const cellIn = (): RawCell => {
    if (scan.kind === CELL.shared) return answers[scan.value + 1]![1] as RawCell
    if (scan.kind === CELL.boolean) return scan.value === 1
    if (scan.kind === CELL.blank) return null
    return isDay[scan.style] ? dayCell(serialToDate(scan.value, is1904)) : scan.value
  }
  const blank = Array.from({ length: columns }, (): RawCell => null)
  let isMore = scan.next()
  for (let row = 0; row < rows; row += 1) {
    const cells = [...blank]
    while (isMore && scan.row === row) {
      cells[scan.column] = cellIn()
      isMore = scan.next()
    }
    yield { number: row + 1, cells }
  }
}
