import { writeXlsx, type WriteSheet } from 'hucre'
import { stringify } from 'csv-stringify/sync'
import { sayDay, type Day } from '../../platform/day.ts'
import { ANNEX_A, type AnnexAList } from './list-columns.ts'
import { adopterRow, childRows } from './child-rows.ts'
import { dayOf, numberOf } from '../day-number.ts'
import type { AdopterLog, FamilyLog } from '../event-log.ts'
import type { AnnexACell, AnnexARow } from './annex-a-row.ts'
import type { ExtractView } from '../extract-view.ts'

/** The lists of one extract, by number. Child-level; every child is invented. */
export type AnnexALists = ReadonlyMap<number, readonly AnnexARow[]>

/** What an extract is called in its own files. */
export interface ExtractTitle {
  council: string
  asAt: Day
  /** The first month whose figures the files are made to show. */
  shownFrom: Day
  from: Day
  recordedTo: Day
}

/** What the case system answers on the day an extract is taken, list by list. */
export function takeExtract(
  families: Iterable<FamilyLog>,
  adopters: Iterable<AdopterLog>,
  title: ExtractTitle,
): AnnexALists {
  const view: ExtractView = {
    asAt: numberOf(title.asAt),
    from: numberOf(title.from),
    recordedTo: numberOf(title.recordedTo),
  }
  const lists = new Map<number, AnnexARow[]>(ANNEX_A.map(({ number }) => [number, []]))
  for (const { children } of families) {
    for (const child of children) {
      for (const [list, rows] of childRows(child, view)) lists.get(list)!.push(...rows)
    }
  }
  for (const adopter of adopters) {
    const row = adopterRow(adopter, view)
    if (row) lists.get(11)!.push(row)
  }
  return lists
}

const INVENTED = 'Every child, adopter and worker here is invented.'

const frontSheet = (title: ExtractTitle, lists: AnnexALists): WriteSheet => ({
  name: 'Front_Sheet',
  rows: [
    [`Annex A: child-level data of ${title.council}, as at ${sayDay(title.asAt)}`],
    [`${INVENTED} ${title.council} does not exist.`],
    [`The 24 months shown are those from ${sayDay(title.shownFrom)} to ${sayDay(title.asAt)}.`],
    [`Rows begin on ${sayDay(title.from)}: 13 months more, so that earlier referrals can be seen.`],
    [
      'Ofsted asks for the last six months, and in lists 6 to 8 for the latest episode alone. Here every episode that ' +
        'was going on in the period has a row, so that each month end can be counted.',
    ],
    [`Taken on ${sayDay(title.recordedTo)}: what was recorded after that day is not in it.`],
    [],
    ['List', 'Rows'],
    ...ANNEX_A.map(({ number, name }) => [`List ${number}: ${name}`, lists.get(number)!.length]),
  ],
  columns: [{ width: 70 }, { width: 10 }],
})

const titleOf = ({ number, name }: AnnexAList, title: ExtractTitle): string =>
  `List ${number}: ${name}. ${title.council}, as at ${sayDay(title.asAt)}. ${INVENTED}`

/**
 * The extract as one `.xlsx`: a front sheet, and a sheet per list with a title above its headers. The same lists give
 * the same bytes: the library writes no times into the archive, and the two in the properties are the extract's own.
 */
export async function annexAWorkbook(lists: AnnexALists, title: ExtractTitle): Promise<Uint8Array> {
  const taken = instantOf(title.recordedTo)
  return writeXlsx({
    sheets: [
      frontSheet(title, lists),
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
      [titleOf(list, title)],
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

/** The extract as a CSV for each list: file name and text. Days are DD/MM/YYYY, as councils send them. */
export function annexACsvs(lists: AnnexALists, title: ExtractTitle): Map<string, string> {
  return new Map(
    ANNEX_A.map((list) => {
      const rows = lists.get(list.number)!.map((row) => row.map((cell, place) => csvCell(list, cell, place)))
      const text = stringify([[titleOf(list, title)], list.columns.map(({ header }) => header), ...rows], {
        record_delimiter: 'windows',
      })
      return [`Annex_A_${title.asAt}_List_${list.number}.csv`, text]
    }),
  )
}

function csvCell(list: AnnexAList, cell: AnnexACell, place: number): string | number | null {
  if (!list.columns[place]!.isDay || typeof cell !== 'number') return cell
  const [year, month, day] = dayOf(cell).split('-')
  return `${day}/${month}/${year}`
}
