import { ANNEX_A_LISTS } from '../../src/standards/annex-a/lists.ts'
import type { AdopterLog } from '../adopter-log.ts'
import type { FamilyLog } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'
import type { CouncilWriter, WriterSetting, WrittenFile } from '../files/written-file.ts'
import type { Faults } from '../messy/planting.ts'
import type { AnnexARow } from './annex-a-row.ts'
import { adopterRow, childRows } from './child-rows.ts'
import { csvName, openCsvBook } from './csv-book.ts'
import type { ExtractBook } from './extract-book.ts'
import { extractTitle } from './extract-title.ts'
import { extractOf, type AnnexAExtract, type AnnexAWindow } from './list-window.ts'
import { PLAIN_LAYOUT } from './sheet-layout.ts'
import { openWorkbook, workbookName } from './workbook.ts'

interface AnnexASetting extends WriterSetting {
  window: AnnexAWindow
  /** A workbook holds its rows until it is closed: no more of them than the window lets in. */
  isWorkbook: boolean
  isCsvs: boolean
  /** Who plants faults in it; nobody in a clean one. */
  faults?: Faults | null
}

/** Annex A of one day, as one workbook, as a CSV for each list, or both. */
export function openAnnexAWriter(setting: AnnexASetting): CouncilWriter {
  const extract = extractOf(setting.view, setting.window)
  const books = openBooks(setting)
  return {
    family(family) {
      for (const [list, row] of familyRows(family, extract)) for (const book of books) book.row(list, row)
    },
    adopter(adopter) {
      const row = adopterRow(adopter, extract.viewOf(ADOPTERS))
      if (row) for (const book of books) book.row(ADOPTERS, row)
    },
    async close() {
      const files: WrittenFile[] = []
      for (const book of books) files.push(...(await book.close()))
      return files
    },
  }
}

function openBooks({ folder, plan, view, window, isCsvs, isWorkbook, faults }: AnnexASetting): ExtractBook[] {
  const title = extractTitle(plan, view, window)
  const { asAt } = title
  const books: ExtractBook[] = []
  if (isCsvs) {
    const layout = faults?.annexA({ form: 'csv', asAt, fileOf: (sheet) => csvName(title, sheet) })
    books.push(openCsvBook(folder, title, layout ?? PLAIN_LAYOUT))
  }
  if (isWorkbook) {
    const layout = faults?.annexA({ form: 'workbook', asAt, fileOf: () => workbookName(title) })
    books.push(openWorkbook(folder, title, layout ?? PLAIN_LAYOUT))
  }
  return books
}

const ADOPTERS = 11

function* familyRows(
  { children }: FamilyLog,
  extract: AnnexAExtract,
): Generator<readonly [list: number, row: AnnexARow]> {
  for (const child of children) {
    for (const [list, rows] of childRows(child, extract)) for (const row of rows) yield [list, row]
  }
}

/** The lists of one extract, by number. Child-level; every child is invented. */
export type AnnexALists = ReadonlyMap<number, readonly AnnexARow[]>

/** What the case system answers on the day an extract is taken, list by list. */
export function takeExtract(
  families: Iterable<FamilyLog>,
  adopters: Iterable<AdopterLog>,
  view: ExtractView,
  window: AnnexAWindow = 'whole',
): AnnexALists {
  const lists = new Map<number, AnnexARow[]>(ANNEX_A_LISTS.map(({ number }) => [number, []]))
  const extract = extractOf(view, window)
  for (const family of families)
    for (const [list, row] of familyRows(family, extract)) lists.get(list)!.push(row)
  for (const adopter of adopters) {
    const row = adopterRow(adopter, extract.viewOf(ADOPTERS))
    if (row) lists.get(ADOPTERS)!.push(row)
  }
  return lists
}
