import type { TableHeader } from '../tables/table-header.ts'
import { CSV_TEXT } from './csv-text.ts'
import type { JudgedColumn } from './judged-column.ts'
import type { SetStore } from './set-store.ts'

/** The hash of the natural key of each row: of `CSV_TEXT` by `row`. Rows of one key have one hash; a few others may share it. */
export const CSV_KEY = 'csv_key'

/**
 * Fills `CSV_KEY`, and answers queries for rows whose key is in the file again or was accepted before. An id that a row
 * lacks makes it like no other, where the key is one.
 */
export async function repeatedKeys(
  store: SetStore,
  { table }: TableHeader,
  columns: readonly JudgedColumn[],
  kept: string,
): Promise<string[]> {
  const byKey = new Map(columns.map((column) => [column.column.field.key, column]))
  const parts = table.naturalKey.map((key) => byKey.get(key))
  const known = parts.filter((part) => part !== undefined)
  await store.run(`create or replace temp table ${CSV_KEY} (row bigint, key ubigint)`)
  if (table.isKeyUnique && known.length < parts.length) return []
  const hash = hashOf(
    parts.map((part) =>
      part ? `coalesce(cast(${part.sql} as varchar), t.c${part.column.column}, '')` : `''`,
    ),
  )
  const isWhole = table.isKeyUnique ? known.map(({ sql }) => `${sql} is not null`).join(' and ') : 'true'
  await store.run(
    `insert into ${CSV_KEY} select t.rowid, ${hash}
     from ${CSV_TEXT} as t ${known.map(({ join }) => join).join(' ')} where ${isWhole}`,
  )
  const again = `select key from ${CSV_KEY} group by key having count(*) > 1`
  const queries = []
  if ((await store.all(`select 1 from (${again}) limit 1`)).length > 0) queries.push(again)
  if ((await store.all(`select 1 from ${kept} limit 1`)).length > 0)
    queries.push(`select ${keptKey(table.naturalKey)} from ${kept}`)
  return queries.map((keys) => `select row from ${CSV_KEY} where key in (${keys})`)
}

/** The same hash of a row that was accepted. */
export const keptKey = (naturalKey: readonly string[]): string =>
  hashOf(naturalKey.map((key) => `coalesce(cast("${key}" as varchar), '')`))

const hashOf = (parts: readonly string[]): string => `hash(${parts.join(', ')})`
