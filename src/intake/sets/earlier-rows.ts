import type { TablePlace } from '../tables/table-reader.ts'
import type { RowRegister } from '../tables/row-register.ts'
import type { TableHeader } from '../tables/table-header.ts'
import type { FieldValue } from '../values/field-value.ts'
import { CSV_KEY, keptKey } from './natural-key.ts'
import type { SetStore } from './set-store.ts'

/** A file of one table that was read by sets: its accepted rows, which the register does not know. */
export interface ReadBySets {
  header: TableHeader
  place: TablePlace
  /** The table that the rows are in, and which of them they are: by `rowid`, `to` left out. */
  kept: string
  from: number
  to: number
  /** Numbers of the accepted rows that the row reader saw, and so the register knows. */
  registered: ReadonlySet<number>
}

/**
 * Makes the register know the rows of a file as if they had been read one by one: all of them, or those whose key the
 * rows of `CSV_KEY` have too.
 */
export async function registerRows(
  store: SetStore,
  { header, place, kept, from, to, registered }: ReadBySets,
  register: RowRegister,
  which: 'all' | 'alike',
): Promise<void> {
  const { table, columns } = header
  const keys = columns.map(({ field }) => field.key)
  const conditions = [`rowid >= ${from}`, `rowid < ${to}`]
  if (table.isKeyUnique) conditions.push(...table.naturalKey.map((key) => `"${key}" is not null`))
  if (which === 'alike') conditions.push(`${keptKey(table.naturalKey)} in (select key from ${CSV_KEY})`)
  const rows = await store.all<Record<string, FieldValue | null>>(
    `select row_number, ${keys.map((key) => `"${key}"`).join(', ')} from ${kept}
     where ${conditions.join(' and ')} order by rowid`,
  )
  const { file, sheet } = place
  for (const { row_number, ...values } of rows) {
    const row = Number(row_number)
    // A part of its key that could not be read is no longer known; the register has such a row already.
    if (!registered.has(row))
      register.earlierThan({ table: table.table, file, sheet, row, values }, null, place)
  }
}
