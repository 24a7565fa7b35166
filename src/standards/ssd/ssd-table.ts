import type { FieldType, TableSpec } from '../table.ts'
import { namedFields, type NamedColumn } from '../named-column.ts'

/** A column of the dataset, known by its published name. */
export interface SsdColumn<Type extends FieldType = FieldType> extends NamedColumn<Type> {
  /** The column that its value is one of, as `person.pers_person_id`. */
  refersTo?: string
  /** The codes published for it, where its code set reads more, or where it is read as words. */
  codes?: readonly string[]
  /** Its cell is a JSON array of those codes. */
  isList?: true
  /** Its cell is a JSON object with these keys. */
  keys?: readonly string[]
  /** False for what nothing here needs, such as the names and addresses of children. */
  isTaken?: false
  /** False for what deployed scripts still write and the published schema no longer has. */
  isPublished?: false
}

type SsdColumns = Readonly<Record<string, SsdColumn>>

/** One table of the dataset, with its columns in the published order. */
export interface SsdTable<Columns extends SsdColumns = SsdColumns> extends TableSpec {
  /** As it is in a database: `ssd_cin_episodes`. */
  databaseName: string
  /** The four letters that every column begins with; null for the two tables of administration, which have none. */
  prefix: string | null
  columns: Columns
}

interface Shape<Columns extends SsdColumns, Name = keyof Columns & string> {
  /** What its rows are. */
  name: string
  prefix: string | null
  /** The column that names a row, or the columns that do together. */
  id: Name | readonly Name[]
  /** The column of the child, or of what else a row cannot do without. */
  subject?: Name
  /** The column of the day without which a row is of no use. */
  day?: Name
  inOrder?: readonly (readonly [earlier: Name, later: Name])[]
  columns: Columns
}

/** `table` is its name less the `ssd_`: in Waymark it is `ssd/<table>`. */
export function ssdTable<Columns extends SsdColumns>(
  table: string,
  { name, prefix, id, subject, day, inOrder, columns }: Shape<Columns>,
): SsdTable<Columns> {
  const names = Object.keys(columns)
  return {
    source: 'ssd',
    table: `ssd/${table}`,
    databaseName: `ssd_${table}`,
    called: `ssd_${table}`,
    name,
    prefix,
    naturalKey: typeof id === 'string' ? [id] : id,
    isKeyUnique: true,
    subject: subject ?? null,
    eventDate: day ?? null,
    sequences: inOrder ?? [],
    leftOut: names.filter((name) => columns[name]!.isTaken === false),
    fields: namedFields(columns).filter(({ key }) => columns[key]!.isTaken !== false),
    columns,
  }
}

export const id: SsdColumn<'id'> = { type: 'id' }
export const words: SsdColumn<'string'> = { type: 'string' }
export const day: SsdColumn<'date'> = { type: 'date' }
/** A day that may be after the extract's: one that is due, expected or booked. */
export const dueDay: SsdColumn<'date'> = { type: 'date', mayLieAhead: true }
export const count: SsdColumn<'integer'> = { type: 'integer' }
export const number: SsdColumn<'decimal'> = { type: 'decimal' }
export const postcode: SsdColumn<'postcode'> = { type: 'postcode' }

export const to = (refersTo: string): SsdColumn<'id'> => ({ type: 'id', refersTo })

export const coded = (codeSet: string): SsdColumn<'category'> => ({ type: 'category', codeSet })

/** Words for which codes are published, and which are kept as they are written: no figure rests on them. */
export const wordsOf = (codes: readonly string[]): SsdColumn<'string'> => ({ type: 'string', codes })

/** A list in one cell: kept as it is written, and what is wanted of it is taken out of the text. */
export const listOf = (codes: readonly string[]): SsdColumn<'string'> => ({
  type: 'string',
  codes,
  isList: true,
})

/** An object in one cell, kept as a list is. Its keys are given with spaces between. */
export const json = (keys: string): SsdColumn<'string'> & { keys: readonly string[] } => ({
  type: 'string',
  keys: keys.split(' '),
})

/** Published with the two codes, and read in any of the forms of its code set. */
export const flagOf = (codes: string, codeSet: string): SsdColumn<'boolean'> => ({
  type: 'boolean',
  codeSet,
  codes: codes.split(' '),
})
export const yesNo = flagOf('Y N', 'ssd_flag')
export const yesNoInWords = flagOf('Yes No', 'ssd_flag')
export const zeroOne = flagOf('0 1', 'ssd_flag')
/** A flag for which no codes are published. */
export const flag: SsdColumn<'boolean'> = { type: 'boolean', codeSet: 'ssd_flag' }

/** The columns of a table in the published order. */
export const publishedColumns = ({ columns }: SsdTable): [name: string, column: SsdColumn][] =>
  Object.entries(columns).filter(([, { isPublished }]) => isPublished !== false)
