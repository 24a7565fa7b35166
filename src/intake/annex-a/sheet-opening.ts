import { cellText, type RawRow, type RawSheet } from '../reading/raw-sheet.ts'
import { isEmpty } from '../values/blank.ts'
import { isSendHeader, listHeader, type ListHeader } from './list-header.ts'
import type { ListSpec } from './list-spec.ts'

/** Headers stand within this many rows of the top, under whatever titles there are. */
const HEADERS_WITHIN = 40

export interface SheetOpening {
  header: ListHeader | null
  /** The words above the headers. */
  titles: readonly string[]
  /** The headers are those of the area SEND "Annex A". */
  isSend: boolean
  /** Nothing is written on the sheet at all. */
  isBlank: boolean
  /** The row the headers are on; 0 when there are none. */
  headerRow: number
  /** What comes after the headers. To be read once. */
  rows: AsyncGenerator<RawRow>
}

/** Reads a sheet as far as its headers. `named` is the list its name speaks of. */
export async function openSheet(sheet: RawSheet, named: ListSpec | null): Promise<SheetOpening> {
  const rows = eachOf(sheet.rows)
  const titles: string[] = []
  let [isSend, isBlank] = [false, true]
  for (let seen = 0; seen < HEADERS_WITHIN; seen += 1) {
    const next = await rows.next()
    if (next.done) break
    const { cells, number } = next.value
    const header = listHeader(cells, named)
    if (header) return { header, titles, isSend: false, isBlank: false, headerRow: number, rows }
    isSend ||= isSendHeader(cells)
    for (const cell of cells) {
      if (isEmpty(cell)) continue
      isBlank = false
      titles.push(cellText(cell))
    }
  }
  return { header: null, titles, isSend, isBlank, headerRow: 0, rows }
}

async function* eachOf(rows: RawSheet['rows']): AsyncGenerator<RawRow> {
  yield* rows
}
