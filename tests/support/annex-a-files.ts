import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { write as writeOds, utils } from '@e965/xlsx'
import { writeXlsx } from 'hucre'
import { inject, onTestFinished } from 'vitest'
import { annexAHeaders } from '../../src/standards/annex-a/lists.ts'
import { readFiles } from '../../src/intake/intake.ts'
import type { AcceptedRow } from '../../src/intake/tables/accepted-row.ts'
import type { IntakeReport } from '../../src/intake/intake-report.ts'
import type { Day } from '../../src/platform/day.ts'

export type TestCell = string | number | boolean | Date | null
export type TestSheets = Readonly<Record<string, readonly (readonly TestCell[])[]>>

/** A folder of this test's own, gone when it ends. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-intake-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A folder for what several tests read, gone when the run ends. */
export const sharedFolder = (): Promise<string> => mkdtemp(join(inject('runFolder'), 'intake-'))

export const xlsxBytes = (sheets: TestSheets): Promise<Uint8Array> =>
  writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  })

/** `bookType`: `ods`, or `biff8` for the .xls of old. */
export function sheetJsBytes(sheets: TestSheets, bookType: 'ods' | 'biff8'): Buffer {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet(
        rows.map((row) => [...row]),
        { UTC: true, cellDates: true },
      ),
      name,
    )
  }
  return writeOds(book, { type: 'buffer', bookType, cellDates: true, UTC: true } as never) as Buffer
}

/** Writes files into a folder of their own and answers their paths. */
export async function filesWith(contents: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const folder = await sharedFolder()
  return Promise.all(
    Object.entries(contents).map(async ([name, content]) => {
      const path = join(folder, name)
      await writeFile(path, content)
      return path
    }),
  )
}

export interface Intake {
  report: IntakeReport
  rows: AcceptedRow[]
}

export async function intakeOf(paths: readonly string[], asAt?: Day, authority?: string): Promise<Intake> {
  const rows: AcceptedRow[] = []
  const report = await readFiles(paths, (row) => void rows.push(row), {
    today: '2026-11-24',
    asAt,
    authority,
  })
  return { report, rows }
}

/** A row of a list by its columns' published names; the rest are blank. */
export const listRow = (list: number, cells: Readonly<Record<string, TestCell>>): TestCell[] => {
  const headers = annexAHeaders(list)
  const strange = Object.keys(cells).filter((name) => !headers.includes(name))
  if (strange.length > 0) throw new Error(`List ${list} has no column ${strange.join(', ')}`)
  return headers.map((name) => cells[name] ?? null)
}

/** A CSV text of comma-separated cells, quoted where they need it. */
export const csvText = (rows: readonly (readonly TestCell[])[], delimiter = ',', lineEnd = '\r\n'): string =>
  rows
    .map((row) =>
      row
        .map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')))
        .map((text) => (/["\n\r,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
        .join(delimiter),
    )
    .join(lineEnd) + lineEnd
