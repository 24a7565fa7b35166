import { cellText, type RawCell, type RawRow, type RawSheet } from '../reading/raw-sheet.ts'
import { isEmpty } from '../values/blank.ts'
import type { TableHeader } from './table-header.ts'

/** Headers stand within this many rows of the top, under whatever titles there are. */
const HEADERS_WITHIN = 40

export interface SheetOpening {
  header: TableHeader | null
  /** The header row, as it is in the file. */
  headerRow: RawRow | null
  /** The words above the headers. */
  titles: readonly string[]
  /** The rows that were looked at, when none of them is a header row. */
  looked: readonly (readonly RawCell[])[]
  /** Nothing is written on the sheet at all. */
  isBlank: boolean
  /** What comes after the headers, some rows at a time. To be read once. */
  rows: AsyncGenerator<Iterable<RawRow>>
  /** Leaves unread what has not been read. */
  close(): Promise<void>
}

/** Reads a sheet as far as its headers: the first row that `headerOf` knows. */
export async function openSheet(
  sheet: RawSheet,
  headerOf: (cells: readonly RawCell[]) => TableHeader | null,
): Promise<SheetOpening> {
  const rows = eachOf(sheet.rows)
  const titles: string[] = []
  const looked: (readonly RawCell[])[] = []
  const close = async () => void (await rows.return(undefined))
  let [isBlank, seen] = [true, 0]
  while (seen < HEADERS_WITHIN) {
    const next = await rows.next()
    if (next.done) break
    // Stepped through by hand: `for of` would end what is still to be read after the headers.
    const some = Iterator.from(next.value)
    for (let row = some.next(); !row.done && seen < HEADERS_WITHIN; row = some.next()) {
      seen += 1
      const { cells } = row.value
      const header = headerOf(cells)
      if (header)
        return {
          header,
          headerRow: row.value,
          titles,
          looked: [],
          isBlank: false,
          rows: after(some, rows),
          close,
        }
      looked.push(cells)
      for (const cell of cells) {
        if (isEmpty(cell)) continue
        isBlank = false
        titles.push(cellText(cell))
      }
    }
  }
  return { header: null, headerRow: null, titles, looked, isBlank, rows, close }
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
