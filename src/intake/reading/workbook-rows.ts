import { workbookKind } from './file-kind.ts'
import type { RawCell } from './raw-sheet.ts'
import { readSheetJsSheets } from './sheetjs-reader.ts'
import { readXlsxSheets } from './xlsx-reader.ts'

/**
 * The first sheet of a workbook as text, for files that are no extract: the row of a person's first is at 0, a day is
 * `YYYY-MM-DD`. Throws FileFault for a workbook that is damaged, locked or not safe to read.
 */
export async function workbookRows(bytes: Uint8Array, file = 'The file'): Promise<string[][]> {
  const buffer = Buffer.from(bytes)
  const sheets = await (workbookKind(file, buffer) === 'xlsx'
    ? readXlsxSheets(file, buffer)
    : readSheetJsSheets(file, buffer))
  const rows: string[][] = []
  for await (const some of sheets[0]?.rows ?? [])
    for (const { number, cells } of some) {
      while (rows.length < number - 1) rows.push([])
      rows[number - 1] = cells.map(textOf)
    }
  return rows
}

function textOf(cell: RawCell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.day : String(cell)
}
