import { writeFile } from 'node:fs/promises'
import { toCsv, type CsvValue } from '../../platform/csv.ts'
import type { Terminal } from '../../platform/command/terminal.ts'
import { workbookOfCsv } from '../../platform/documents/workbook.ts'

/** Writes what a command would print as an Excel workbook, like those beside the CSV of every page. */
export async function writeFigures(
  terminal: Terminal,
  file: string,
  figures: {
    heads: readonly string[]
    rows: readonly (readonly CsvValue[])[]
    notes: readonly (readonly [name: string, text: string])[]
  },
): Promise<void> {
  await writeFile(file, await workbookOfCsv(toCsv(figures.heads, figures.rows), figures.notes))
  terminal.out(`Written: ${file}`)
}
