/** How a cell is read. A `category` becomes a bare code of its code set, a `boolean` true or false. */
export type FieldType = 'string' | 'integer' | 'date' | 'category' | 'boolean'

export interface FieldSpec {
  /** The column's name in Waymark and in `AcceptedRow.values`. */
  key: string
  /** The header as Ofsted publishes it. */
  name: string
  type: FieldType
  /** Ofsted expects no blank here. */
  required: boolean
  /** Of a category or a yes/no column: the name of its code set. */
  codeSet: string | null
  /** Other headers seen in the field. */
  aliases: readonly string[]
  /** Tried last, when a header answers to no name or alias. */
  patterns: readonly RegExp[]
}

export interface ListSpec {
  /** 1 to 11 */
  number: number
  name: string
  /** Sheet names seen, besides `List 3` and its like. */
  sheetNames: readonly string[]
  /** Keys that together name one row: of two such rows the first wins. */
  naturalKey: readonly string[]
  /** Key of who the row is about: a row without it is quarantined. */
  subject: string
  /** Key of the day the row is about: a row without it is quarantined. Lists 9 to 11 have none. */
  eventDate: string | null
  /** Pairs of date keys, earlier first. */
  sequences: readonly (readonly [earlier: string, later: string])[]
  fields: readonly FieldSpec[]
}

export const column = (
  key: string,
  name: string,
  type: FieldType,
  more: Partial<Pick<FieldSpec, 'required' | 'codeSet' | 'aliases' | 'patterns'>> = {},
): FieldSpec => ({ key, name, type, required: false, codeSet: null, aliases: [], patterns: [], ...more })
