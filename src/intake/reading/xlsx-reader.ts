import { readXlsx, type Sheet } from 'hucre'
import { isDay } from '../../platform/day.ts'
import {
  countFormula,
  damagedFault,
  tooManyCellsFault,
  type FormulaCount,
  type RawCell,
  type RawRow,
  type RawSheet,
} from './raw-sheet.ts'

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
    // Few cells can span many rows and columns: the library says so, and lays none of them out.
    if (
      error instanceof Error &&
      /over the \d+ limit|outside the supported sheet bounds/.test(error.message)
    ) {
      throw tooManyCellsFault(file, error)
    }
    throw damagedFault(file, error)
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

function formulasOf(sheet: Sheet): Map<number, FormulaCount> {
  const counts = new Map<number, FormulaCount>()
  for (const [address, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined) continue
    countFormula(counts, Number(address.split(',')[1]), cell.value !== null)
  }
  return counts
}
