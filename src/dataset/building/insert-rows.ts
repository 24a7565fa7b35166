import type { BuildConnection } from './build.ts'

type SqlType = 'text' | 'boolean' | 'double' | 'smallint' | 'integer'

/**
 * Inserts rows into a table whose columns are those of `columns`, in that order. They go as one parameter: to plan a
 * statement with thousands of parameters takes longer than to run it.
 */
export async function insertRows<Name extends string>(
  build: BuildConnection,
  table: string,
  columns: Readonly<Record<Name, SqlType>>,
  rows: readonly Readonly<Record<Name, string | number | boolean | null>>[],
): Promise<void> {
  if (rows.length === 0) return
  const names = Object.keys(columns) as Name[]
  const selected = names.map((name) => `given."${name}"`)
  await build.run(
    `insert into ${table} select ${selected.join(', ')}
     from (select unnest(from_json(cast($rows as json), '${JSON.stringify([columns])}')) as given)`,
    { rows: JSON.stringify(rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])))) },
  )
}
