import { namedFields, type NamedColumn } from '../named-column.ts'
import type { FieldType, TableSpec } from '../table.ts'
import type { ReturnCodeSet } from './code-sets.ts'

/** A column of the return, known by its published name. */
export interface ReturnColumn<Type extends FieldType = FieldType> extends NamedColumn<Type> {
  /** A day of which only a part may be known: written as words, `zz/05/2020`. */
  isPartKnown?: true
}

type ReturnColumns = Readonly<Record<string, ReturnColumn>>

/** One file of the return, with its columns in the published order. */
export interface ReturnFile<Columns extends ReturnColumns = ReturnColumns> extends TableSpec {
  /** What councils call the file or its sheet, in lower case and letters and digits alone. */
  names: readonly string[]
  subject: string
  /** The first year's return with the file, when it came after 2017. */
  since: number | null
  columns: Columns
}

interface Shape<Columns extends ReturnColumns, Name = keyof Columns & string> {
  name: string
  names: readonly string[]
  naturalKey: readonly Name[]
  eventDate?: Name
  sequences?: readonly (readonly [earlier: Name, later: Name])[]
  since?: number
  columns: Columns
}

/** Exports of several years, or of several councils, say of each row which it is of. */
const STACKED = ['LA', 'YEAR']

/** `file` is its name in Waymark: `ssda903/<file>`. */
export const returnFile = <Columns extends ReturnColumns>(
  file: string,
  { eventDate, sequences, since, ...shape }: Shape<Columns>,
): ReturnFile<Columns> => ({
  ...shape,
  source: 'ssda903',
  table: `ssda903/${file}`,
  called: `the ${withinSentence(shape.name)} file of the SSDA903`,
  subject: 'CHILD',
  eventDate: eventDate ?? null,
  sequences: sequences ?? [],
  since: since ?? null,
  fields: namedFields(shape.columns),
  leftOut: STACKED,
})

/** `Header` is a word, `OC2` and `DoLo` are names. */
const withinSentence = (name: string): string => (/^[A-Z][a-z ]+$/.test(name) ? name.toLowerCase() : name)

export const id: ReturnColumn<'id'> = { type: 'id' }
export const day: ReturnColumn<'date'> = { type: 'date' }
export const count: ReturnColumn<'integer'> = { type: 'integer' }
export const postcode: ReturnColumn<'postcode'> = { type: 'postcode' }
export const flag: ReturnColumn<'boolean'> = {
  type: 'boolean',
  codeSet: 'ssda903_flag' satisfies ReturnCodeSet,
}
export const coded = (codeSet: ReturnCodeSet): ReturnColumn<'category'> => ({ type: 'category', codeSet })

/** The standard expects no blank here. */
export const required = <Type extends FieldType>(column: ReturnColumn<Type>): ReturnColumn<Type> => ({
  ...column,
  required: true,
})
