import { headerText } from './header-text.ts'
import type { FieldSpec, TableSpec } from '../../standards/table.ts'

export interface TableColumn {
  field: FieldSpec
  /** From 0. */
  column: number
  /** As it is in the file. */
  header: string
}

/** A header row that was recognised. */
export interface TableHeader {
  table: TableSpec
  columns: readonly TableColumn[]
  /** Headers that no column of the table answers to; an unnamed one that holds data is not among them. */
  unknown: readonly string[]
  /** The column, from 0, that says whose rows they are, when authorities are stacked in one file; null without one. */
  authority: number | null
  /** Headers that appear twice: the first is read. */
  repeated: readonly string[]
}

const AUTHORITY = /^(la|lea|lad|local[ _]?authority|authority|council)([ _]?(name|code|number|id))?$/i

const known = new WeakMap<TableSpec, ReadonlyMap<string, FieldSpec>>()

/** The table's fields by what is compared of a header: published names before other spellings. */
function fieldsByHeader(table: TableSpec): ReadonlyMap<string, FieldSpec> {
  const kept = known.get(table)
  if (kept) return kept
  const byHeader = new Map<string, FieldSpec>()
  for (const field of table.fields) byHeader.set(headerText(field.name), field)
  for (const field of table.fields) {
    for (const alias of field.aliases) {
      if (!byHeader.has(headerText(alias))) byHeader.set(headerText(alias), field)
    }
  }
  known.set(table, byHeader)
  return byHeader
}

/** A row of headers as the columns of one table: whether it is that table's is for the standard to say. */
export function columnsOf(table: TableSpec, headers: readonly string[]): TableHeader {
  const byHeader = fieldsByHeader(table)
  const taken = new Map<FieldSpec, TableColumn>()
  const unknown: { header: string; column: number }[] = []
  const repeated: string[] = []
  for (const [column, header] of headers.entries()) {
    if (header === '') continue
    const field = byHeader.get(headerText(header))
    if (field === undefined) unknown.push({ header, column })
    else if (taken.has(field)) repeated.push(header)
    else taken.set(field, { field, column, header })
  }
  const left = unknown.filter(({ header, column }) => {
    const fits = table.fields.filter(
      (field) => !taken.has(field) && field.patterns.some((pattern) => pattern.test(header)),
    )
    // A header that fits two columns fits neither: it is not guessed.
    if (fits.length !== 1) return true
    taken.set(fits[0]!, { field: fits[0]!, column, header })
    return false
  })
  const authority = left.find(({ header }) => AUTHORITY.test(header.trim()))?.column ?? null
  return {
    table,
    columns: [...taken.values()],
    unknown: left.map(({ header }) => header),
    authority,
    repeated,
  }
}
