import { openTextFile } from './text-file.ts'
import type { WrittenFile } from './written-file.ts'

export type CsvCell = string | number | boolean | null

/** A CSV written row by row as a case system would: CRLF, quotes only where they are needed, blanks for null. */
interface CsvFile {
  readonly rows: number
  row(cells: readonly CsvCell[]): void
  close(): WrittenFile
}

/** Opens the file and writes the header; lines `before` it are title rows, each of one cell. */
export function openCsvFile(
  folder: string,
  file: string,
  header: readonly string[],
  before: readonly string[] = [],
): CsvFile {
  const text = openTextFile(folder, file)
  let rows = 0
  for (const line of before) text.write(csvLine([line]))
  text.write(csvLine(header))
  return {
    get rows() {
      return rows
    },
    row(cells) {
      rows += 1
      text.write(csvLine(cells))
    },
    close: () => text.close(rows),
  }
}

/** One line, by RFC 4180: the library writes tables, and asked for one line at a time it is many times slower. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: CsvCell): string {
  if (cell === null) return ''
  const text = typeof cell === 'string' ? cell : String(cell)
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/
