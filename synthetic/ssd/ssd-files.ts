import { dayOf, type DayNumber } from '../day-number.ts'
import type { WrittenFile } from '../files/written-file.ts'
import { openRecordFile, type RecordFile, type RecordRow } from '../ssda903/record-file.ts'
import type { SsdRow } from './definition/field.ts'
import { SSD_TABLES, SSD_TABLE_NAMES, type SsdTableName } from './definition/tables.ts'

/** A CSV for each table of the dataset, growing row by row. */
export interface SsdFiles {
  readonly rows: number
  row<Name extends SsdTableName>(table: Name, row: SsdRow<(typeof SSD_TABLES)[Name]>): void
  close(): WrittenFile[]
}

/** No file format is laid down: days are written as a database of SQL Server hands them out. */
const timestamp = (day: DayNumber): string => `${dayOf(day)}T00:00:00`

export function openSsdFiles(folder: string): SsdFiles {
  const files = new Map<SsdTableName, RecordFile>(
    SSD_TABLE_NAMES.map((name) => [
      name,
      openRecordFile(folder, `ssd/ssd_${name}.csv`, SSD_TABLES[name], timestamp),
    ]),
  )
  let rows = 0
  return {
    get rows() {
      return rows
    },
    row(table, row) {
      rows += 1
      files.get(table)!.row(row as RecordRow)
    },
    close: () => [...files.values()].map((file) => file.close()),
  }
}
