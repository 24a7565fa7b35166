import { ANNEX_A_LISTS, annexAList } from '../../src/standards/annex-a/lists.ts'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeXlsx, type Cell, type WriteSheet } from 'hucre'
import { formatDay, type Day } from '../../src/platform/day.ts'
import { dayOf, serialOf } from '../day-number.ts'
import type { ExtractBook } from './extract-book.ts'
import { frontRows, INVENTED, listTitle, type ExtractTitle } from './extract-title.ts'
import type { SheetCell, SheetLayout, SheetRow } from './sheet-layout.ts'

export const workbookName = ({ asAt }: ExtractTitle): string => `annex-a/Annex_A_${asAt}.xlsx`

/**
 * The extract as one `.xlsx`: a front sheet, and a sheet per list with a title above its headers. It holds its rows
 * until it is closed. The same rows give the same bytes: the library writes no times into the archive, and the two in
 * the properties are the extract's own.
 */
export function openWorkbook(folder: string, title: ExtractTitle, layout: SheetLayout): ExtractBook {
  const lists = new Map(
    ANNEX_A_LISTS.map((list) => [
      list.number,
      { sheet: [...layout.opening(list.number, listTitle(list, title))], rows: 0 },
    ]),
  )
  return {
    row(list, cells) {
      const held = lists.get(list)!
      held.rows += 1
      held.sheet.push(...layout.row(list, cells))
    },
    async close() {
      for (const [list, { sheet }] of lists) sheet.push(...layout.ending(list))
      const taken = instantOf(title.recordedTo)
      const bytes = await writeXlsx({
        sheets: [
          {
            name: 'Front_Sheet',
            rows: frontRows(title, (list) => lists.get(list)!.rows),
            columns: [{ width: 70 }, { width: 10 }],
          },
          ...layout.tabs.map(({ name, rows }) => ({ name, ...sheetOf(rows) })),
          ...[...lists].map(([list, { sheet }]) => listSheet(list, sheet, layout)),
        ],
        properties: {
          title: `Annex A of ${title.council}, as at ${formatDay(title.asAt)}`,
          description: INVENTED,
          creator: title.council,
          created: taken,
          modified: taken,
        },
      })
      const file = workbookName(title)
      await mkdir(dirname(join(folder, file)), { recursive: true })
      await writeFile(join(folder, file), bytes)
      const rows = [...lists.values()].reduce((sum, held) => sum + held.rows, 0)
      return [{ file, rows, bytes: bytes.length }]
    },
  }
}

function listSheet(number: number, rows: readonly SheetRow[], layout: SheetLayout): WriteSheet {
  const { fields } = annexAList(number)
  return {
    name: layout.sheetName(number),
    ...sheetOf(rows),
    ...(layout.hasDateColumns && {
      columns: fields.map(({ type }) =>
        type === 'date' ? { width: 12, numFmt: 'dd/mm/yyyy' } : { width: 18 },
      ),
      freezePane: { rows: 2 },
    }),
  }
}

function sheetOf(rows: readonly SheetRow[]): Pick<WriteSheet, 'rows' | 'cells'> {
  const sums = new Map<string, Partial<Cell>>()
  for (const [row, written] of rows.entries()) {
    for (const [column, cell] of written.entries()) {
      if (typeof cell !== 'object' || cell?.formula === undefined) continue
      sums.set(`${row},${column}`, {
        formula: cell.formula,
        formulaResult: serialOf(cell.day),
        style: { numFmt: 'dd/mm/yyyy' },
      })
    }
  }
  return { rows: rows.map((row) => row.map(inWorkbook)), ...(sums.size > 0 && { cells: sums }) }
}

function inWorkbook(cell: SheetCell): string | number | Date | null {
  if (typeof cell !== 'object' || cell === null) return cell
  return cell.formula === undefined ? instantOf(dayOf(cell.day)) : null
}

/** The library takes a day as midnight UTC; it is the one place where a day becomes a `Date`. */
const instantOf = (day: Day): Date => new Date(`${day}T00:00:00Z`)
