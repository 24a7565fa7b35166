import { writeXlsx, type WriteSheet } from 'hucre'
import { sayDay, type Day } from '../../platform/day.ts'
import { dayOf } from '../day-number.ts'
import type { AnnexARow } from './annex-a-row.ts'
import { frontRows, INVENTED, listTitle, type ExtractTitle } from './extract-title.ts'
import { ANNEX_A, type AnnexAList } from './list-columns.ts'

/** The lists of one extract, by number. Child-level; every child is invented. */
export type AnnexALists = ReadonlyMap<number, readonly AnnexARow[]>

/**
 * The extract as one `.xlsx`: a front sheet, and a sheet per list with a title above its headers. The same lists give
 * the same bytes: the library writes no times into the archive, and the two in the properties are the extract's own.
 */
export async function annexAWorkbook(lists: AnnexALists, title: ExtractTitle): Promise<Uint8Array> {
  const taken = instantOf(title.recordedTo)
  return writeXlsx({
    sheets: [
      {
        name: 'Front_Sheet',
        rows: frontRows(title, (list) => lists.get(list)!.length),
        columns: [{ width: 70 }, { width: 10 }],
      },
      ...ANNEX_A.map((list) => sheetOf(list, lists.get(list.number)!, title)),
    ],
    properties: {
      title: `Annex A of ${title.council}, as at ${sayDay(title.asAt)}`,
      description: INVENTED,
      creator: title.council,
      created: taken,
      modified: taken,
    },
  })
}

function sheetOf(list: AnnexAList, rows: readonly AnnexARow[], title: ExtractTitle): WriteSheet {
  return {
    name: `List_${list.number}`,
    rows: [
      [listTitle(list, title)],
      list.columns.map(({ header }) => header),
      ...rows.map((row) =>
        row.map((cell, place) =>
          list.columns[place]!.isDay && typeof cell === 'number' ? instantOf(dayOf(cell)) : cell,
        ),
      ),
    ],
    columns: list.columns.map(({ isDay }) => (isDay ? { width: 12, numFmt: 'dd/mm/yyyy' } : { width: 18 })),
    freezePane: { rows: 2 },
  }
}

/** The library takes a day as midnight UTC; it is the one place where a day becomes a `Date`. */
const instantOf = (day: Day): Date => new Date(`${day}T00:00:00Z`)
