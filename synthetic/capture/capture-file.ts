import { monthOf } from '../../src/platform/day.ts'
import { dayOf } from '../day-number.ts'
import { openCsvFile, type CsvCell } from '../files/csv-file.ts'
import type { WrittenFile } from '../files/written-file.ts'
import { formatMinute } from './minute.ts'
import type { CaptureTemplate, CellKind } from '../../src/standards/capture/template.ts'
import type { CaptureRow } from './capture-row.ts'

/** A capture file that grows row by row. Its header is the template's column names. */
export interface CaptureFile<Template extends CaptureTemplate> {
  row(row: CaptureRow<Template>): void
  close(): WrittenFile
}

/** Begins `capture/<template>.csv` in the council's folder. */
export function openCaptureFile<const Template extends CaptureTemplate>(
  folder: string,
  template: Template,
): CaptureFile<Template> {
  const columns = Object.entries(template.columns)
  const file = openCsvFile(
    folder,
    `capture/${template.name}.csv`,
    columns.map(([name]) => name),
  )
  return {
    row(row) {
      const values: Readonly<Record<string, CsvCell>> = row
      file.row(columns.map(([name, { kind }]) => cellOf(kind, values[name]!)))
    },
    close: () => file.close(),
  }
}

function cellOf(kind: CellKind, value: CsvCell): CsvCell {
  if (value === null) return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  switch (kind) {
    case 'day':
      return dayOf(value)
    case 'month':
      return monthOf(dayOf(value))
    case 'moment':
      return formatMinute(value)
    case 'pounds':
      return value % 100 === 0 ? value / 100 : (value / 100).toFixed(2)
    default:
      return value
  }
}
