import { publishedColumns } from '../../src/standards/ssd/ssd-table.ts'
import { SSD } from '../../src/standards/ssd/tables.ts'
import { ADMINISTRATION_TABLES } from '../../src/standards/ssd/tables/administration-tables.ts'
import { EDUCATION_TABLES } from '../../src/standards/ssd/tables/education-tables.ts'
import { PLACEHOLDER_TABLES } from '../../src/standards/ssd/tables/placeholder-tables.ts'
import { WORKFORCE_TABLES } from '../../src/standards/ssd/tables/workforce-tables.ts'
import { dayOf, type DayNumber } from '../day-number.ts'
import { openRecordFile, type RecordFile } from '../files/record-file.ts'
import type { WrittenFile } from '../files/written-file.ts'
import type { SsdRow } from './ssd-row.ts'

export type WrittenTable = Exclude<keyof typeof SSD, 'api_data_staging'>

const LAST = { ...EDUCATION_TABLES, ...WORKFORCE_TABLES, ...ADMINISTRATION_TABLES, ...PLACEHOLDER_TABLES }

/**
 * Every table of the standard but the staging table of the daily data flow, which is no part of the dataset. The order
 * is that in which the files have always been listed: education before the workforce, and empty tables last.
 */
export const WRITTEN_TABLES = [
  ...Object.keys(SSD).filter((name) => !(name in LAST)),
  ...Object.keys(LAST).filter((name) => name !== 'api_data_staging'),
] as readonly WrittenTable[]

/** A CSV for each table of the dataset, growing row by row. */
export interface SsdFiles {
  readonly rows: number
  row<Name extends WrittenTable>(table: Name, row: SsdRow<Name>): void
  close(): WrittenFile[]
}

/** No file format is laid down: days are written as a database of SQL Server hands them out. */
const timestamp = (day: DayNumber): string => `${dayOf(day)}T00:00:00`

export function openSsdFiles(folder: string): SsdFiles {
  const files = new Map<WrittenTable, RecordFile>(
    WRITTEN_TABLES.map((name) => [
      name,
      openRecordFile(folder, `ssd/ssd_${name}.csv`, publishedColumns(SSD[name]), timestamp),
    ]),
  )
  let rows = 0
  return {
    get rows() {
      return rows
    },
    row(table, row) {
      rows += 1
      files.get(table)!.row(row)
    },
    close: () => [...files.values()].map((file) => file.close()),
  }
}
