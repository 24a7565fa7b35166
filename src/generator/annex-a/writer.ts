import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AdopterLog, FamilyLog } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'
import type { CouncilWriter, WriterSetting, WrittenFile } from '../files/written-file.ts'
import { adopterRow, childRows } from './child-rows.ts'
import type { AnnexARow } from './annex-a-row.ts'
import { openCsvLists } from './csv-lists.ts'
import { extractTitle } from './extract-title.ts'
import { ANNEX_A } from './list-columns.ts'
import { extractOf, type AnnexAWindow } from './list-window.ts'
import { annexAWorkbook, type AnnexALists } from './workbook.ts'

export interface AnnexASetting extends WriterSetting {
  window: AnnexAWindow
  /** A workbook holds its rows until it is closed: no more of them than the window lets in. */
  isWorkbook: boolean
  isCsvs: boolean
}

/** Annex A of one day, as one workbook, as a CSV for each list, or both. */
export function openAnnexAWriter(setting: AnnexASetting): CouncilWriter {
  const { folder, plan, view, window } = setting
  const extract = extractOf(view, window)
  const title = extractTitle(plan, view, window)
  const csvs = setting.isCsvs ? openCsvLists(folder, title) : null
  const lists = setting.isWorkbook ? emptyLists() : null
  const write = (list: number, rows: readonly AnnexARow[]) => {
    for (const row of rows) csvs?.row(list, row)
    lists?.get(list)!.push(...rows)
  }
  return {
    family({ children }) {
      for (const child of children) for (const [list, rows] of childRows(child, extract)) write(list, rows)
    },
    adopter(adopter) {
      const row = adopterRow(adopter, extract.viewOf(11))
      if (row) write(11, [row])
    },
    async close() {
      const written = csvs?.close() ?? []
      if (!lists) return written
      const file = `annex-a/Annex_A_${title.asAt}.xlsx`
      const bytes = await annexAWorkbook(lists, title)
      await mkdir(join(folder, 'annex-a'), { recursive: true })
      await writeFile(join(folder, file), bytes)
      return [...written, { file, rows: rowsIn(lists), bytes: bytes.length } satisfies WrittenFile]
    },
  }
}

/** What the case system answers on the day an extract is taken, list by list. */
export function takeExtract(
  families: Iterable<FamilyLog>,
  adopters: Iterable<AdopterLog>,
  view: ExtractView,
  window: AnnexAWindow = 'whole',
): AnnexALists {
  const lists = emptyLists()
  const extract = extractOf(view, window)
  for (const { children } of families) {
    for (const child of children) {
      for (const [list, rows] of childRows(child, extract)) lists.get(list)!.push(...rows)
    }
  }
  for (const adopter of adopters) {
    const row = adopterRow(adopter, extract.viewOf(11))
    if (row) lists.get(11)!.push(row)
  }
  return lists
}

const emptyLists = () => new Map<number, AnnexARow[]>(ANNEX_A.map(({ number }) => [number, []]))

const rowsIn = (lists: AnnexALists): number => [...lists.values()].reduce((sum, rows) => sum + rows.length, 0)
