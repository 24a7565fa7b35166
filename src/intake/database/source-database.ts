import type { RawCell } from '../reading/raw-sheet.ts'

/** A table, or a view, of a database. */
export interface DatabaseTable {
  schema: string
  name: string
  columns: readonly DatabaseColumn[]
  /** The login may change it. */
  mayWrite: boolean
}

export interface DatabaseColumn {
  name: string
  /** As the database calls it: `timestamp with time zone`, `datetime2`. */
  type: string
}

/** What to read of a table. */
export interface TableWish {
  table: DatabaseTable
  columns: readonly DatabaseColumn[]
  /** Places in `columns`, from 0, of those that name a row: rows come in their order, so that the same rows come alike. */
  key: readonly number[]
}

/** A database that is read and never written to. Rows come some at a time, and all tables are as they were at one moment. */
export interface SourceDatabase {
  /** Those whose names begin with `ssd_`, in any case, by schema and name. */
  tables(): Promise<DatabaseTable[]>
  rows(wish: TableWish): AsyncIterable<RawCell[][]>
  close(): Promise<void>
}

/** Rows that are asked for, or waited for, at once. */
export const ROWS_AT_ONCE = 2000
