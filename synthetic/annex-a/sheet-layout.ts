import { templateHeaders } from '../../src/standards/annex-a/list-spec.ts'
import { annexAList } from '../../src/standards/annex-a/lists.ts'
import type { DayNumber } from '../day-number.ts'
import type { AnnexARow } from './annex-a-row.ts'

/** A cell as a sheet holds it. A day is a date as the form has them; `formula` is the sum that gives it. */
export type SheetCell = string | number | null | { readonly day: DayNumber; readonly formula?: string }
export type SheetRow = readonly SheetCell[]

/** How the lists of one extract are in their sheets, or in CSVs. */
export interface SheetLayout {
  /** What the sheet of the list is called. Of CSVs, a part of the file's name. */
  sheetName(list: number): string
  /** What comes before the data: the title, other lines, and the headers. Once for each list, first. */
  opening(list: number, title: string): readonly SheetRow[]
  /** The row as it is written, with what comes before and after it. */
  row(list: number, cells: AnnexARow): readonly SheetRow[]
  /** What follows the last row. Once for each list, last. */
  ending(list: number): readonly SheetRow[]
  /** A workbook's sheets that are no lists: they come after its front sheet. */
  readonly tabs: readonly { readonly name: string; readonly rows: readonly SheetRow[] }[]
  /** Whether the columns of days are given a format of dates. */
  readonly hasDateColumns: boolean
}

/** As Ofsted's template has them, with a title above the headers. */
export const PLAIN_LAYOUT: SheetLayout = {
  sheetName: (list) => `List_${list}`,
  opening: (list, title) => [[title], templateHeaders(annexAList(list))],
  row(list, cells) {
    const { fields } = annexAList(list)
    return [
      cells.map((cell, index) =>
        fields[index]!.type === 'date' && typeof cell === 'number' ? { day: cell } : cell,
      ),
    ]
  },
  ending: () => [],
  tabs: [],
  hasDateColumns: true,
}
