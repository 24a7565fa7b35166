import { parse } from 'csv-parse/sync'
import { writeXlsx, type WriteSheet } from 'hucre'
import { cellWritable } from '../clean-text.ts'
import { isDay } from '../day.ts'

type WorkbookCell = string | number | Date | null

/** Heads of columns whose numbers are names: they stay text, with their leading zeros. */
const IS_ID = /(^|[ _])(id|ids|ref|reference|snapshot|version|upn|code|worker|case|series)$/i

const IS_NUMBER = /^[-−]?(0|[1-9]\d{0,14})(\.\d+)?$/

const textOf = (text: string): string =>
  // The apostrophe is a guard of CSV, which Excel would run as a formula: a cell of a workbook is text without it.
  cellWritable(text.replace(/^'(?=[=+\-@\t\r])/, ''))

const hasOnly = (cells: readonly string[], fits: (cell: string) => boolean): boolean => {
  const filled = cells.filter((cell) => cell !== '')
  return filled.length > 0 && filled.every(fits)
}

/** How the cells of a column are read: days and numbers where every cell is one, or hidden (`c`); all else is text. */
function readerOf(head: string, cells: readonly string[]): (cell: string) => WorkbookCell {
  if (hasOnly(cells, (cell) => isDay(cell))) return (cell) => (cell ? new Date(`${cell}T00:00:00Z`) : null)
  const isNumber = (cell: string) => IS_NUMBER.test(cell)
  if (!IS_ID.test(head) && hasOnly(cells, (cell) => isNumber(cell) || cell === 'c' || cell === '%'))
    return (cell) => (cell === '' ? null : isNumber(cell) ? Number(cell.replace('−', '-')) : cell)
  return (cell) => (cell === '' ? null : textOf(cell))
}

/** The different cells of a column of a CSV of ours, in order; none where it has no such column. */
export function csvColumn(csv: string, head: string): string[] {
  const [heads = [], ...rows] = parse(csv, { bom: true, relax_column_count: true })
  const index = heads.indexOf(head)
  return index < 0 ? [] : [...new Set(rows.flatMap((row) => row[index] || []))]
}

/**
 * A CSV of ours as an Excel workbook: numbers and days as such, ids as text, the heads kept in sight, and a second sheet
 * of notes, each a name and a text. The same text and notes give the same bytes.
 */
export function workbookOfCsv(
  csv: string,
  notes: readonly (readonly [name: string, text: string])[],
): Promise<Uint8Array> {
  const [heads = [], ...rows] = parse(csv, { bom: true, relax_column_count: true })
  const columns = heads.map((head, index) => {
    const cells = rows.map((row) => row[index] ?? '')
    const read = readerOf(head, cells)
    const isDays = hasOnly(cells, isDay)
    const width = Math.min(60, Math.max(head.length, ...cells.slice(0, 200).map(({ length }) => length)) + 2)
    return { read, sheet: isDays ? { width: 12, numFmt: 'dd/mm/yyyy' } : { width } }
  })
  const figures: WriteSheet = {
    name: 'Figures',
    rows: [heads.map(textOf), ...rows.map((row) => columns.map(({ read }, index) => read(row[index] ?? '')))],
    columns: columns.map(({ sheet }) => sheet),
    freezePane: { rows: 1 },
  }
  const about: WriteSheet = {
    name: 'Notes',
    rows: notes.map(([name, text]) => [textOf(name), textOf(text)]),
    columns: [{ width: 24 }, { width: 100 }],
  }
  return writeXlsx({ sheets: [figures, about] })
}
