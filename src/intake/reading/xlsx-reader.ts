import { readXlsx, type Sheet } from 'hucre'
import { dayCell } from './day-cell.ts'
import { abridge } from './large-sheets.ts'
import {
  countFormula,
  damagedFault,
  tooManyCellsFault,
  type FormulaCount,
  type RawCell,
  type RawRow,
  type RawSheet,
} from './raw-sheet.ts'
import { withDaysAsWritten } from './written-days.ts'

/** A sheet of some three thousand rows: below it, what is read by other means than the library's saves nothing. */
const LARGE_FROM = 1_000_000

/** Every sheet of an .xlsx workbook, hidden ones too, by the library but for the rows of large sheets. */
export async function readXlsxSheets(
  file: string,
  bytes: Buffer,
  largeFrom = LARGE_FROM,
): Promise<RawSheet[]> {
  try {
    const abridged = abridge(bytes, largeFrom)
    const short = abridged && (await readXlsx(abridged.bytes))
    const largeRowsOf = short && abridged.rowsOf(short.sheets)
    const { sheets, dateSystem } = largeRowsOf ? short : await readXlsx(withDaysAsWritten(bytes, 'xlsx'))
    return sheets.map((sheet) => ({
      name: sheet.name,
      inWorkbook: true,
      rows: [largeRowsOf?.(sheet) ?? rowsOf(sheet)],
      formulas: formulasOf(sheet),
      isHidden: sheet.hidden === true || sheet.veryHidden === true,
      isFrom1904: dateSystem === '1904',
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
  for (const [index, cells] of sheet.rows.entries()) {
    yield { number: index + 1, cells: cells.map(rawCell) }
    // It is not read again: its memory is wanted for the rows that are made of it.
    sheet.rows[index] = []
  }
}

/** The library gives a date cell by the clock of UTC. */
const rawCell = (cell: Sheet['rows'][number][number]): RawCell =>
  cell instanceof Date ? dayCell(cell) : cell

function formulasOf(sheet: Sheet): Map<number, FormulaCount> {
  const counts = new Map<number, FormulaCount>()
  for (const [address, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined) continue
    countFormula(counts, Number(address.split(',')[1]), cell.value !== null)
  }
  return counts
}
