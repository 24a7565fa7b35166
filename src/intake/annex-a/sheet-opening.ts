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
  /** What comes after the headers, some rows at a time. To be read once. */
  rows: AsyncGenerator<Iterable<RawRow>>
}

/** Reads a sheet as far as its headers. `named` is the list its name speaks of. */
export async function openSheet(sheet: RawSheet, named: ListSpec | null): Promise<SheetOpening> {
  const rows = eachOf(sheet.rows)
  const titles: string[] = []
  let [isSend, isBlank, seen] = [false, true, 0]
  while (seen < HEADERS_WITHIN) {
    const next = await rows.next()
    if (next.done) break
    // Stepped through by hand: `for of` would end what is still to be read after the headers.
    const some = Iterator.from(next.value)
    for (let row = some.next(); !row.done && seen < HEADERS_WITHIN; row = some.next()) {
      seen += 1
      const { cells } = row.value
      const header = listHeader(cells, named)
      if (header) return { header, titles, isSend: false, isBlank: false, rows: after(some, rows) }
      isSend ||= isSendHeader(cells)
      for (const cell of cells) {
        if (isEmpty(cell)) continue
        isBlank = false
        titles.push(cellText(cell))
      }
    }
  }
  return { header: null, titles, isSend, isBlank, rows }
}

async function* eachOf(rows: RawSheet['rows']): AsyncGenerator<Iterable<RawRow>> {
  yield* rows
}

async function* after(
  some: Iterable<RawRow>,
  rows: AsyncGenerator<Iterable<RawRow>>,
): AsyncGenerator<Iterable<RawRow>> {
  yield some
  yield* rows
}
