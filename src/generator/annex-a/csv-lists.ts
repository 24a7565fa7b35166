import { dayOf } from '../day-number.ts'
import { openCsvFile, type CsvFile } from '../files/csv-file.ts'
import type { WrittenFile } from '../files/written-file.ts'
import type { AnnexARow } from './annex-a-row.ts'
import { listTitle, type ExtractTitle } from './extract-title.ts'
import { ANNEX_A, type AnnexAList } from './list-columns.ts'

/** A CSV for each list, written row by row. Days are DD/MM/YYYY, as councils send them. */
export interface CsvLists {
  row(list: number, row: AnnexARow): void
  close(): WrittenFile[]
}

export function openCsvLists(folder: string, title: ExtractTitle): CsvLists {
  const files = new Map<number, { list: AnnexAList; file: CsvFile }>(
    ANNEX_A.map((list) => [
      list.number,
      {
        list,
        file: openCsvFile(
          folder,
          `annex-a/Annex_A_${title.asAt}_List_${list.number}.csv`,
          list.columns.map(({ header }) => header),
          [listTitle(list, title)],
        ),
      },
    ]),
  )
  return {
    row(number, row) {
      const { list, file } = files.get(number)!
      file.row(
        row.map((cell, place) =>
          list.columns[place]!.isDay && typeof cell === 'number' ? britishDay(cell) : cell,
        ),
      )
    },
    close: () => [...files.values()].map(({ file }) => file.close()),
  }
}

function britishDay(number: number): string {
  const day = dayOf(number)
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}
