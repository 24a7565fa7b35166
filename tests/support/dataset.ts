import { fillReportingMonths } from '../../src/dataset/building/reporting-month.ts'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import {
  beginBuild,
  resumeBuild,
  writeExtract,
  type BuildConnection,
  type ParallelBuild,
} from '../../src/dataset/building/build.ts'
import { ABOUT_ITSELF } from '../../src/dataset/building/source-field.ts'
import type { Day } from '../../src/platform/day.ts'
import { newId } from '../../src/platform/id.ts'
import { madeOnce } from './made-once.ts'

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
 * A dataset with its calendar, its reporting months and what the extract says of itself. The source carries every field
 * that some row fills, and every field of a table without rows; but for those named absent.
 */
export async function buildTestDataset(world: TestWorld): Promise<ParallelBuild> {
  const file = join(inject('runFolder'), `${newId('dataset')}.duckdb`)
  copyFileSync(join(await madeOnce('template-dataset', makeTemplate), TEMPLATE), file)
  const build = await resumeBuild(file)
  if (world.insert.trim() !== '') await build.run(world.insert)
  await writeExtract(build, {
    source: world.source ?? 'annex-a',
    asAt: world.asAt,
    windowFrom: world.windowFrom ?? null,
  })
  await fillReportingMonths(build, world.asAt)
  await declareSources(build)
  await declareFields(build, world)
  return build
}

const TEMPLATE = 'dataset.duckdb'

/** The dataset's tables and its calendar, every field declared to be there and no row in any table. */
async function makeTemplate(folder: string): Promise<void> {
  const build = await beginBuild(join(folder, TEMPLATE))
  try {
    await build.run(
      `insert into source_field
       select table_name, column_name, true, 0, 0
       from duckdb_columns()
       where not internal and table_name not in (${ABOUT_ITSELF.map((table) => `'${table}'`).join(', ')})
         and not starts_with(table_name, 'annex_a_')`,
    )
    await build.seal()
  } finally {
    build.close()
  }
}

/** Every table of the dataset comes from the one source. */
const declareSources = (build: BuildConnection): Promise<void> =>
  build.run(
    `insert into table_source
     select table_name, 1, source, as_at, window_from
     from duckdb_tables() cross join extract
     where not internal and table_name not in (${ABOUT_ITSELF.map((table) => `'${table}'`).join(', ')})`,
  )

/** Counts the rows and the filled fields of the tables that the world's text names: the others have no row. */
export async function declareFields(
  build: BuildConnection,
  { insert, absent = [] }: Pick<TestWorld, 'insert' | 'absent'>,
): Promise<void> {
  const words = new Set(insert.match(/\w+/g) ?? [])
  const columns = await build.all<{ table_name: string; column_name: string }>(
    'select table_name, column_name from source_field',
  )
  const named = [...Map.groupBy(columns, ({ table_name }) => table_name)].filter(([table]) =>
    words.has(table),
  )
  for (const [table, fields] of named) {
    const [counts] = await build.all<Record<string, number>>(
      `select cast(count(*) as integer) as row_count,
           ${fields.map(({ column_name }) => `cast(count(${column_name}) as integer) as "${column_name}"`).join(', ')}
       from ${table}`,
    )
    const rows = counts!['row_count']!
    if (rows === 0) continue
    const filled = fields.map(
      ({ column_name }) =>
        `('${table}', '${column_name}', ${counts![column_name]! > 0}, ${rows}, ${counts![column_name]!})`,
    )
    await build.run(
      `delete from source_field where table_name = '${table}'; insert into source_field values ${filled.join(', ')}`,
    )
  }
  if (absent.length > 0)
    await build.run(
      `update source_field set present = false
       where table_name || '.' || column_name in (${absent.map((field) => `'${field}'`).join(', ')})`,
    )
}
