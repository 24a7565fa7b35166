import type { Permission } from '../../access/index.ts'
import type { Cell } from '../../dataset/index.ts'

/** What a column of a table of records holds, in the words of SQL. */
export type RecordColumn = 'text' | 'date' | 'integer' | 'bigint' | 'double' | 'boolean'

/** What a list calls a record, and where the record's page is; null of one without a page. */
export interface RecordLink {
  name: string
  href: string | null
}

/** Rows that a room keeps in the records, as a table that measures name. */
export interface RecordTable {
  /** `plan_action` */
  name: string
  columns: Readonly<Record<string, RecordColumn>>
  /** A column that a row lacks is blank. */
  rows: readonly Readonly<Record<string, Cell>>[]
  /** Who may open a list of them. */
  read: Permission
  /** What a list calls them: "visit", "visits". */
  words: { one: string; many: string }
  /** By the `case_id` that a measure answers. A case that is not here is shown by that id, without a link. */
  links?: Readonly<Record<string, RecordLink>>
}
