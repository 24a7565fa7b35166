import type { DayNumber } from '../day-number.ts'
import { openCsvFile, type CsvCell } from '../files/csv-file.ts'
import type { WrittenFile } from '../files/written-file.ts'

/** What a record says of its columns, a day as its number: blank for what is not said. */
export type RecordRow = Readonly<Record<string, string | number | null | undefined>>

/** A CSV whose columns are known by name and type. */
export interface RecordFile {
  row(record: RecordRow): void
  close(): WrittenFile
}

/** Opens the file with the columns' names, in order, as its header. `formatDay` writes a day as the standard does. */
export function openRecordFile(
  folder: string,
  file: string,
  columns: Readonly<Record<string, { type: string }>>,
  formatDay: (day: DayNumber) => string,
): RecordFile {
  const names = Object.keys(columns)
  const isDay = names.map((name) => columns[name]!.type === 'day')
  const csv = openCsvFile(folder, file, names)
  /** One for all rows: a city has two million. */
  const cells: CsvCell[] = names.map(() => null)
  return {
    row(record) {
      for (let place = 0; place < names.length; place += 1) {
        const cell = record[names[place]!] ?? null
        cells[place] = isDay[place] && typeof cell === 'number' ? formatDay(cell) : cell
      }
      csv.row(cells)
    },
    close: () => csv.close(),
  }
}
