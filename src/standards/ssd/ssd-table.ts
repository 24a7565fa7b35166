import { column, type FieldSpec, type FieldType, type TableSpec } from '../table.ts'

/** One table of the dataset. */
export interface SsdTable extends TableSpec {
  /** As it stands in a database: `ssd_cin_episodes`. */
  databaseName: string
  /** The four letters that every column begins with; null for the two tables of administration, which have none. */
  prefix: string | null
}

interface Shape {
  /** What its rows are. */
  name: string
  prefix: string | null
  /** The field that names a row, or the fields that do together. */
  id: string | readonly string[]
  /** The field of the child, or of what else a row cannot do without. */
  subject?: string
  /** The field of the day without which a row is of no use. */
  day?: string
  inOrder?: TableSpec['sequences']
  /** Columns that are known and not taken: names and addresses of children, which nothing here needs. */
  leftOut?: readonly string[]
  fields: readonly FieldSpec[]
}

/** `table` is its name less the `ssd_`: in Waymark it is `ssd/<table>`. */
export const ssdTable = (table: string, shape: Shape): SsdTable => ({
  source: 'ssd',
  table: `ssd/${table}`,
  databaseName: `ssd_${table}`,
  called: `ssd_${table}`,
  name: shape.name,
  prefix: shape.prefix,
  naturalKey: typeof shape.id === 'string' ? [shape.id] : shape.id,
  isKeyUnique: true,
  subject: shape.subject ?? null,
  eventDate: shape.day ?? null,
  sequences: shape.inOrder ?? [],
  leftOut: shape.leftOut ?? [],
  fields: shape.fields,
})

type More = Partial<Pick<FieldSpec, 'mayLieAhead' | 'aliases'>>

/** The published name of a field is its key, and the header too. */
const said =
  (type: FieldType) =>
  (key: string, more: More = {}): FieldSpec =>
    column(key, key, type, more)

export const id = said('id')
export const words = said('string')
export const day = said('date')
export const count = said('integer')
export const number = said('decimal')
export const postcode = said('postcode')
/** An object or a list in one cell: kept as it is written, and what is wanted of it is taken out of the text. */
export const json = said('string')

/** A day that may be after the extract's: one that is due, expected or booked. */
export const dueDay = (key: string): FieldSpec => day(key, { mayLieAhead: true })

export const coded = (key: string, codeSet: string, more: More = {}): FieldSpec =>
  column(key, key, 'category', { codeSet, ...more })

/** `Y` and `N`, `Yes` and `No`, 1 and 0, true and false. */
export const flag = (key: string, codeSet = 'ssd_flag'): FieldSpec => column(key, key, 'boolean', { codeSet })
