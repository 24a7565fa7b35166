import type { FieldType } from '../../standards/table.ts'
import type { AcceptedRow } from '../tables/accepted-row.ts'
import type { FieldValue } from '../values/field-value.ts'

/**
 * What reading by sets asks of the store that accepted rows go to: that it is DuckDB. Names and texts in `sql` are ours;
 * what comes from a file is written as a literal by `literal`.
 */
export interface SetStore {
  run(sql: string): Promise<void>
  all<Row>(sql: string): Promise<Row[]>
  /** Runs what may fail because of what is in a file. False: it failed, and nothing that was kept before is lost. */
  attempt(sql: string): Promise<boolean>
  commit(): Promise<void>
  /** The table that the rows of a standard's table are kept in, in the order in which they were accepted. */
  tableOf(table: string): Promise<string>
  /** Adds rows to a temporary table, which is made if it is not there. */
  fill(name: string, columns: Readonly<Record<string, FieldType>>, rows: readonly FilledRow[]): Promise<void>
  /** A row of which a day is only partly known; the row itself is kept by a statement. */
  keepPartlyKnown(row: AcceptedRow): void
}

export type FilledRow = readonly (FieldValue | null)[]

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
