import type { DayNumber } from '../day-number.ts'
import { openCsvFile, type CsvCell } from '../files/csv-file.ts'
import type { WrittenFile } from '../files/written-file.ts'

/** Whatever a record says of a column: a day as its number, an object for a column of JSON, blank for what is not said. */
export type RecordCell = string | number | object | null | undefined

export type RecordRow = Readonly<Record<string, RecordCell>>

/** A CSV whose columns are known by name and type. */
export interface RecordFile {
  row(record: RecordRow): void
  close(): WrittenFile
}

type ColumnType = 'text' | 'day' | 'number' | 'json'

/** Opens the file with the columns' names, in order, as its header. `sayDay` writes a day as the standard does. */
export function openRecordFile(
  folder: string,
  file: string,
  columns: Readonly<Record<string, { type: ColumnType }>>,
  sayDay: (day: DayNumber) => string,
): RecordFile {
  const typed = Object.entries(columns)
  const csv = openCsvFile(folder, file, Object.keys(columns))
  const cellOf = (cell: RecordCell, type: ColumnType): CsvCell => {
    if (cell === null || cell === undefined) return null
    if (type === 'day') return sayDay(cell as DayNumber)
    return typeof cell === 'object' ? JSON.stringify(cell) : cell
  }
  return {
    row: (record) => csv.row(typed.map(([name, { type }]) => cellOf(record[name], type))),
    close: () => csv.close(),
  }
}
