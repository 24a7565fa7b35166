import { holds, type SnapshotRows } from '../../dataset/index.ts'
import { postgresSchema } from './dataset-tables.ts'
import type { PostgresWork } from './postgres-work.ts'

const ROWS_AT_ONCE = 10_000

/**
 * Makes the dataset's tables in PostgreSQL and copies these tables of a snapshot into them, in batches, so that memory does
 * not grow with the council. Child-level.
 */
export async function copyDataset(
  work: PostgresWork,
  snapshot: SnapshotRows,
  tables: readonly string[],
): Promise<void> {
  await work.run(postgresSchema())
  for (const table of tables) await copyTable(work, snapshot, table)
  await work.run(`analyze ${tables.join(', ')}`)
}

/** DuckDB writes the rows as JSON and PostgreSQL reads them by its columns' types, so that no value is converted here. */
export async function copyTable(work: PostgresWork, snapshot: SnapshotRows, table: string): Promise<void> {
  // A snapshot that was sealed before there was such a table has no row of it.
  if (!(await holds(snapshot, table))) return
  const columns = await work.all<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = $schema and table_name = $table order by ordinal_position`,
    { schema: work.schema, table },
  )
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  for (let from = 0; ; from += ROWS_AT_ONCE) {
    // DuckDB returns rows in the order of insertion, so that offsets are stable.
    const rows = await snapshot.all<{ row: string }>(
      `select cast(to_json(t) as text) as row from ${table} t limit ${ROWS_AT_ONCE} offset ${from}`,
    )
    if (rows.length > 0)
      await work.run(
        `insert into "${table}" (${names}) select ${names} from json_populate_recordset(null::"${table}", $rows)`,
        { rows: `[${rows.map(({ row }) => row).join(',')}]` },
      )
    if (rows.length < ROWS_AT_ONCE) return
  }
}
