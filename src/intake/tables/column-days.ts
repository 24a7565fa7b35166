import type { Day } from '../../platform/day.ts'
import type { FieldSpec, TableSpec } from '../../standards/table.ts'

/** The days of one column of a file's rows: how many rows hold each, and the first that does. */
export interface ColumnDays {
  /** The column's published name. */
  field: string
  days: readonly { day: Day; count: number; row: number }[]
}

/** The columns whose days cannot lie after the day that their files are as at. */
export const pastFields = ({ fields }: TableSpec): FieldSpec[] =>
  fields.filter(({ type, mayLieAhead }) => (type === 'date' || type === 'moment') && !mayLieAhead)
