import { ANNEX_A_LISTS } from '../../src/standards/annex-a/lists.ts'
import { dayOf } from '../day-number.ts'
import { csvLine } from '../files/csv-file.ts'
import { openTextFile } from '../files/text-file.ts'
import type { ExtractBook } from './extract-book.ts'
import { listTitle, type ExtractTitle } from './extract-title.ts'
import type { SheetCell, SheetLayout, SheetRow } from './sheet-layout.ts'

/** The name of a list's file, from its sheet's. */
export const csvName = ({ asAt }: ExtractTitle, sheetName: string): string =>
  `annex-a/Annex_A_${asAt}_${sheetName}.csv`

/** A CSV for each list, written row by row. Days are DD/MM/YYYY, as councils send them. */
export function openCsvBook(folder: string, title: ExtractTitle, layout: SheetLayout): ExtractBook {
  const lists = new Map(
    ANNEX_A_LISTS.map((list) => {
      const text = openTextFile(folder, csvName(title, layout.sheetName(list.number)))
      const write = (rows: readonly SheetRow[]) => {
        for (const row of rows) text.write(csvLine(row.map(inCsv)))
      }
      write(layout.opening(list.number, listTitle(list, title)))
      return [list.number, { text, write, rows: 0 }]
    }),
  )
  return {
    row(list, cells) {
      const file = lists.get(list)!
      file.rows += 1
      file.write(layout.row(list, cells))
    },
    close: async () =>
      [...lists].map(([list, { text, write, rows }]) => {
        write(layout.ending(list))
        return text.close(rows)
      }),
  }
}

function inCsv(cell: SheetCell): string | number | null {
  if (typeof cell !== 'object' || cell === null) return cell
  const day = dayOf(cell.day)
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}
