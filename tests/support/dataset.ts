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
  await writeExtract(build, { source: 'annex-a', asAt: world.asAt, windowFrom: world.windowFrom ?? null })
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
  const counted = columns.map(
    ({ table_name, column_name }) =>
      `select '${table_name}' as t, '${column_name}' as c, count(*) as n, count(${column_name}) as filled from ${table_name}`,
  )
  await build.run(
    `insert into source_field
     select t, c, (n = 0 or filled > 0) and not list_contains(string_split($absent, ' '), t || '.' || c), n, filled
     from (${counted.join(' union all ')})`,
    { absent: absent.join(' ') },
  )
}
