import { utils, write, type CellObject, type WorkSheet, type WritingOptions } from '@e965/xlsx'
import {
  FRONT_SHEET,
  frontRows,
  sheetName,
  type BookCell,
  type BookFront,
  type BookList,
} from './export-book.ts'

/** Without `UTC` the library moves days in summer time to the day before. Its types do not know that it writes so. */
const AS_ODS: WritingOptions & { UTC: true } = { type: 'buffer', bookType: 'ods', cellDates: true, UTC: true }

/** The workbook as `.ods`. */
export function odsOf(front: BookFront, lists: readonly BookList[]): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, sheetOf(frontRows(front, lists)), FRONT_SHEET)
  for (const { list, fields, title, rows } of lists) {
    utils.book_append_sheet(
      book,
      sheetOf([[title], fields.map(({ name }) => name), ...rows]),
      sheetName(list),
    )
  }
  return write(book, AS_ODS) as Buffer
}

function sheetOf(rows: readonly (readonly BookCell[])[]): WorkSheet {
  const widest = Math.max(...rows.map((row) => row.length))
  return {
    '!data': rows.map((row) => row.map(cellObject)),
    '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: widest - 1 } }),
  }
}

function cellObject(cell: BookCell): CellObject {
  if (cell === null) return { t: 'z' }
  if (typeof cell === 'number') return { t: 'n', v: cell }
  if (typeof cell === 'string') return { t: 's', v: cell }
  const [year, month, day] = cell.day.split('-')
  return { t: 'd', v: new Date(`${cell.day}T00:00:00Z`), z: 'dd/mm/yyyy', w: `${day}/${month}/${year}` }
}
