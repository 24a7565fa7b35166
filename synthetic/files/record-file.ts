import type { FieldType } from '../../src/standards/table.ts'
import type { DayNumber } from '../day-number.ts'
import { openCsvFile, type CsvCell } from './csv-file.ts'
import type { WrittenFile } from './written-file.ts'

interface Cells {
  date: DayNumber
  integer: number
  decimal: number
}

type CellOf<Column> = Column extends { isPartKnown: true }
  ? string
  : Column extends { type: infer Type extends keyof Cells }
    ? Cells[Type]
    : string

/** What the columns of a standard hold in one row: a day as its number, and words for all that is not counted. */
export type CellsOf<Columns> = { readonly [Name in keyof Columns]?: CellOf<Columns[Name]> | null }

/** What a record says of its columns, a day as its number: blank for what is not said. */
type RecordRow = Readonly<Record<string, string | number | null | undefined>>

/** A CSV whose columns are known by name and type. */
export interface RecordFile {
  row(record: RecordRow): void
  close(): WrittenFile
}

/** Opens the file with the columns' names, in order, as its header. `formatDay` writes a day as the standard does. */
export function openRecordFile(
  folder: string,
  file: string,
  columns: readonly (readonly [name: string, column: { type: FieldType }])[],
  formatDay: (day: DayNumber) => string,
): RecordFile {
  const names = columns.map(([name]) => name)
  const isDay = columns.map(([, { type }]) => type === 'date')
  const csv = openCsvFile(folder, file, names)
  /** One for all rows: a city has two million. */
  const cells: CsvCell[] = names.map(() => null)
  return {
    row(record) {
      for (let index = 0; index < names.length; index += 1) {
        const cell = record[names[index]!] ?? null
        cells[index] = isDay[index] && typeof cell === 'number' ? formatDay(cell) : cell
      }
      csv.row(cells)
    },
    close: () => csv.close(),
  }
}
