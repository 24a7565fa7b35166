/** A standard that files follow, or our own templates for what no standard carries. */
export type Source = 'annex-a' | 'ssd' | 'cin-census' | 'ssda903' | 'capture'

/**
 * How a cell is read. An `id` loses what spreadsheets do to ids (`1001.0`); an `age` is whole years, -1 for unborn; a
 * `moment` is a day and a time of day, a `month` is `YYYY-MM`, `money` is whole pence; a `category` becomes a bare code
 * of its code set, a `boolean` true or false.
 */
export type FieldType =
  | 'string'
  | 'id'
  | 'postcode'
  | 'integer'
  | 'age'
  | 'decimal'
  | 'money'
  | 'date'
  | 'moment'
  | 'month'
  | 'category'
  | 'boolean'

export interface FieldSpec {
  /** The column's name in Waymark and in `AcceptedRow.values`: letters, digits and `_` alone. */
  key: string
  /** The header as the standard publishes it. */
  name: string
  type: FieldType
  /** The standard expects no blank here. */
  required: boolean
  /** Of a category or a yes/no column: the name of its code set. */
  codeSet: string | null
  /** A day that may lie after the as-at day: an unborn child's birth, a review that is booked. */
  mayLieAhead: boolean
  /** Other headers seen in the field. */
  aliases: readonly string[]
  /** Tried last, when a header answers to no name or alias. */
  patterns: readonly RegExp[]
}

export interface TableSpec {
  source: Source
  /** `annex-a/3`, `ssd/person`: its name everywhere outside the standard's own room. */
  table: string
  /** What people call it: `list 3`, `the person table`, `the episodes file`. */
  called: string
  /** What its rows are: `Referrals`. */
  name: string
  /** Keys that together name one row: of two such rows the first wins. */
  naturalKey: readonly string[]
  /** The key is an id that the source itself gave the row: a second row with it says nothing more, whatever it says. */
  isKeyUnique?: boolean
  /** Key of who the row is about: a row without it is quarantined. Null when rows are about no one. */
  subject: string | null
  /** Key of the day the row is about: a row without it is quarantined. Null when no day is needed. */
  eventDate: string | null
  /** Pairs of keys of dates or of moments, earlier first. */
  sequences: readonly (readonly [earlier: string, later: string])[]
  fields: readonly FieldSpec[]
  /** Columns in which what was recorded in Waymark comes before what a file says of the same row. */
  keptFirst?: readonly string[]
  /** A row kept in Waymark is the file's own of the same subject, where their days are at most so many days apart. */
  sameWithinDays?: number
  /** Columns of the standard that are not taken, because nothing here needs them. */
  leftOut?: readonly string[]
}

type More = Partial<Pick<FieldSpec, 'required' | 'codeSet' | 'mayLieAhead' | 'aliases' | 'patterns'>>

export const column = (key: string, name: string, type: FieldType, more: More = {}): FieldSpec => ({
  key,
  name,
  type,
  required: false,
  codeSet: null,
  mayLieAhead: false,
  aliases: [],
  patterns: [],
  ...more,
})

/** Asking for a column that the table lacks is our fault. */
export function fieldOf(table: TableSpec, key: string): FieldSpec {
  const field = table.fields.find((field) => field.key === key)
  if (!field) throw new Error(`${table.table} has no column ${key}`)
  return field
}

/** Keys without which a row is about no one, or about no day. */
export const keysOf = ({ subject, eventDate }: Pick<TableSpec, 'subject' | 'eventDate'>): string[] =>
  [subject, eventDate].filter((key) => key !== null)
