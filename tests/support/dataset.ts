import {
  beginBuild,
  fillReportingMonths,
  writeExtract,
  type BuildConnection,
} from '../../src/dataset/building/build.ts'
import { ABOUT_ITSELF } from '../../src/dataset/building/source-field.ts'
import type { Day } from '../../src/platform/day.ts'

interface TestWorld {
  asAt: Day
  /** Statements in SQL that fill the tables of `schema.sql`. */
  insert: string
  windowFrom?: Day
  /** Whose word every table goes by: Annex A when not said. */
  source?: string
  /** `table.column` of fields that the source does not carry. */
  absent?: readonly string[]
}

/**
 * A dataset in memory with its calendar, its reporting months and what the extract says of itself. The source
 * carries every field that some row fills, and every field of a table without rows; but for those named absent.
 */
export async function buildTestDataset(world: TestWorld): Promise<BuildConnection> {
  const build = await beginBuild(':memory:')
  if (world.insert.trim() !== '') await build.run(world.insert)
  await writeExtract(build, {
    source: world.source ?? 'annex-a',
    asAt: world.asAt,
    windowFrom: world.windowFrom ?? null,
  })
  await fillReportingMonths(build, world.asAt)
  await declareSources(build)
  await declareFields(build, world.absent ?? [])
  return build
}

/** Every table of the dataset comes from the one source. */
const declareSources = (build: BuildConnection): Promise<void> =>
  build.run(
    `insert into table_source
     select table_name, 1, source, as_at, window_from
     from duckdb_tables() cross join extract
     where not internal and table_name not in (${ABOUT_ITSELF.map((table) => `'${table}'`).join(', ')})`,
  )

export async function declareFields(build: BuildConnection, absent: readonly string[]): Promise<void> {
  const columns = await build.all<{ table_name: string; column_name: string }>(
    `select table_name, column_name from duckdb_columns()
     where not internal and table_name not in (${ABOUT_ITSELF.map((table) => `'${table}'`).join(', ')})
       and not starts_with(table_name, 'annex_a_')`,
  )
  const byTable = Map.groupBy(columns, ({ table_name }) => table_name)
  const [counts] = await build.all<Record<string, number>>(
    `select ${[...byTable.keys()].map((table) => `(select cast(count(*) as integer) from ${table}) as ${table}`).join(', ')}`,
  )
  const rows: string[] = []
  for (const [table, of] of byTable) {
    const count = counts![table]!
    const [filled] =
      count === 0
        ? []
        : await build.all<Record<string, number>>(
            `select ${of.map(({ column_name }) => `cast(count(${column_name}) as integer) as ${column_name}`).join(', ')} from ${table}`,
          )
    for (const { column_name } of of) {
      const full = filled?.[column_name] ?? 0
      const present = (count === 0 || full > 0) && !absent.includes(`${table}.${column_name}`)
      rows.push(`('${table}', '${column_name}', ${present}, ${count}, ${full})`)
    }
  }
  await build.run(`insert into source_field values ${rows.join(', ')}`)
}
