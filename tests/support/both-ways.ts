import { beginBuild, openStaging, setStore, type Build } from '../../src/dataset/index.ts'
import { readFiles, SetReading, SOURCE_TABLES, type IntakeReport } from '../../src/intake/index.ts'

export interface ReadLoad {
  report: IntakeReport
  /** Every row of every table that rows were kept in, in order; by the table's name. */
  tables: Record<string, unknown[]>
}

const TODAY = '2026-11-24'

async function tablesIn(build: Build): Promise<ReadLoad['tables']> {
  const found = await build.all<{ name: string }>(
    `select table_name as name from duckdb_tables() where not temporary and table_name in
       (select table_name from duckdb_columns() where column_name = 'row_number') order by 1`,
  )
  const tables: ReadLoad['tables'] = {}
  for (const { name } of found) {
    const rows = await build.all(`select * from ${name} order by rowid`)
    if (rows.length > 0) tables[name] = rows
  }
  return tables
}

/** Reads files row by row and keeps the rows. */
export async function readCarefully(paths: readonly string[]): Promise<ReadLoad> {
  const build = await beginBuild(':memory:')
  const staging = openStaging(build)
  const report = await readFiles(paths, (row) => staging.accept(row), { today: TODAY })
  return finish(build, staging, report)
}

/** Reads files by sets where they are regular, and answers how many tables were read so. */
export async function readBySets(paths: readonly string[]): Promise<ReadLoad & { bySets: number }> {
  const build = await beginBuild(':memory:')
  const staging = openStaging(build)
  const sets = new CountedSetReading(setStore(build, staging), 0)
  const report = await readFiles(paths, (row) => staging.accept(row), { today: TODAY, sets })
  return { ...(await finish(build, staging, report)), bySets: sets.count }
}

async function finish(
  build: Build,
  staging: ReturnType<typeof openStaging>,
  report: IntakeReport,
): Promise<ReadLoad> {
  await staging.finish([...new Set(SOURCE_TABLES.map(({ source }) => source))])
  const tables = await tablesIn(build)
  build.close()
  return { report, tables }
}

class CountedSetReading extends SetReading {
  count = 0
  override async read(...asked: Parameters<SetReading['read']>) {
    const reader = await super.read(...asked)
    if (reader) this.count += 1
    return reader
  }
}
