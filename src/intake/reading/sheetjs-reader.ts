import { read, utils, type CellObject, type WorkSheet } from '@e965/xlsx'
import { dayCell } from './day-cell.ts'
import {
  countFormula,
  damagedFault,
  FileFault,
  lockedFault,
  type FormulaCount,
  type RawCell,
  type RawRow,
  type RawSheet,
} from './raw-sheet.ts'
import { hiddenInOds } from './ods-check.ts'
import { withDaysAsWritten } from './written-days.ts'

/**
 * Every sheet of an .ods or old .xls workbook. The only module that knows the library. Without `UTC` it moves dates in
 * summer time to the day before.
 */
export function readSheetJsSheets(file: string, bytes: Buffer): RawSheet[] {
  try {
    const kind = bytes[0] === 0x50 ? 'ods' : 'xls'
    const written = kind === 'ods' ? withDaysAsWritten(bytes, 'ods') : bytes
    const workbook = read(written, { type: 'buffer', dense: true, cellDates: true, UTC: true })
    const hidden = kind === 'ods' ? hiddenInOds(bytes) : new Set<string>()
    return workbook.SheetNames.map((name, index) => ({
      ...rawSheet(file, name, workbook.Sheets[name]!),
      isHidden: hidden.has(name) || (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
      // What an .ods file counts from is in each of its days.
      isFrom1904: kind === 'xls' && workbook.Workbook?.WBProps?.date1904 === true,
    }))
  } catch (error) {
    if (error instanceof FileFault) throw error
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw lockedFault(file, error)
    throw damagedFault(file, error)
  }
}

function rawSheet(file: string, name: string, sheet: WorkSheet): RawSheet {
  const data: (CellObject | undefined)[][] = sheet['!data'] ?? []
  const reference = sheet['!fullref'] ?? sheet['!ref']
  // The library answers a sheet that is too big for it with no rows and no error.
  if (reference !== undefined && data.length === 0) {
    const { s, e } = utils.decode_range(reference)
    if (e.r > s.r) {
      throw new FileFault(
        'file-too-large',
        `${file}: sheet '${name}' is too large to be read: save it as a CSV file`,
      )
    }
  }
  const formulas = new Map<number, FormulaCount>()
  for (const row of data) {
    for (const [column, cell] of (row ?? []).entries()) {
      if (cell?.f !== undefined) countFormula(formulas, column, cell.v !== undefined)
    }
  }
  return { name, inWorkbook: true, rows: [rowsOf(data)], formulas }
}

function* rowsOf(data: (CellObject | undefined)[][]): Generator<RawRow> {
  for (const [index, cells] of data.entries()) {
    yield { number: index + 1, cells: Array.from(cells ?? [], rawCell) }
  }
}

function rawCell(cell: CellObject | undefined): RawCell {
  if (cell === undefined || cell.v === undefined || cell.t === 'z') return null
  if (cell.t === 'e') return cell.w ?? '#N/A'
  if (!(cell.v instanceof Date)) return cell.v
  return dayCell(cell.v) ?? cell.w ?? null
}
