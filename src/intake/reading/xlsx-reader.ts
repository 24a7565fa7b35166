import { readXlsx, type Sheet } from 'hucre'
import { isDay } from '../../platform/day.ts'
import { FileFault, type RawCell, type RawRow, type RawSheet } from './raw-sheet.ts'

/** Every sheet of an .xlsx workbook, hidden ones too. The only module that knows the library. */
export async function readXlsxSheets(file: string, bytes: Buffer): Promise<RawSheet[]> {
  try {
    const workbook = await readXlsx(bytes)
    return workbook.sheets.map((sheet) => ({
      name: sheet.name,
      inWorkbook: true,
      rows: [rowsOf(sheet)],
      formulas: formulasOf(sheet),
    }))
  } catch (error) {
    throw new FileFault(
      'file-damaged',
      `${file} is damaged and cannot be opened: save it again and send that copy`,
      {
        cause: error,
      },
    )
  }
}

function* rowsOf(sheet: Sheet): Generator<RawRow> {
  for (const [index, cells] of sheet.rows.entries()) yield { number: index + 1, cells: cells.map(rawCell) }
}

/** The library gives a date cell as midnight UTC of its day, a time of day after that. */
function rawCell(cell: Sheet['rows'][number][number]): RawCell {
  if (!(cell instanceof Date)) return cell
  const day = Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10)
  return isDay(day) ? { day } : null
}

function formulasOf(sheet: Sheet): Map<number, number> {
  const counts = new Map<number, number>()
  for (const [at, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined) continue
    const column = Number(at.split(',')[1])
    counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  return counts
}
