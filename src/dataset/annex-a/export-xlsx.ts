import { writeXlsx, type WriteSheet } from 'hucre'
import { cellWritable } from '../../platform/clean-text.ts'
import type { Day } from '../../platform/day.ts'
import {
  FRONT_SHEET,
  frontRows,
  sheetName,
  type BookCell,
  type BookFront,
  type BookList,
} from './export-book.ts'

/** The workbook as `.xlsx`. The same rows give the same bytes. */
export const xlsxOf = (front: BookFront, lists: readonly BookList[]): Promise<Uint8Array> => {
  const loaded = instantOf(front.loadedOn)
  return writeXlsx({
    sheets: [
      { name: FRONT_SHEET, rows: frontRows(front, lists), columns: [{ width: 70 }, { width: 10 }] },
      ...lists.map(listSheet),
    ],
    properties: { creator: front.council, created: loaded, modified: loaded },
  })
}

const listSheet = ({ list, fields, title, rows }: BookList): WriteSheet => ({
  name: sheetName(list),
  rows: [[title], fields.map(({ name }) => name), ...rows.map((row) => row.map(inWorkbook))],
  columns: fields.map(({ type }) => (type === 'date' ? { width: 12, numFmt: 'dd/mm/yyyy' } : { width: 18 })),
  freezePane: { rows: 2 },
})

const inWorkbook = (cell: BookCell): string | number | Date | null =>
  typeof cell === 'object' && cell !== null
    ? instantOf(cell.day)
    : typeof cell === 'string'
      ? cellWritable(cell)
      : cell

/** The library takes a day as midnight UTC. */
const instantOf = (day: Day): Date => new Date(`${day}T00:00:00Z`)
