import type { SourceReport, TableReport } from '../../intake/index.ts'
import type { Day } from '../../platform/day.ts'
import { FROM_KEPT_FILE } from '../../standards/capture/template-rows.ts'
import type { Source } from '../../standards/table.ts'
import type { Build } from './build.ts'
import { conversionOf } from './conversions.ts'
import { stagingTable, type Staging } from './staging.ts'

/** A table of a standard that a load does not bring, taken over from the snapshot in use. */
export interface CarriedTable {
  /** `capture/core-groups` */
  table: string
  source: Source
  /** The day that its rows are as at, which stays. */
  asAt: Day
  rows: number
  /** Tables of the dataset that it alone fills. */
  fills: string[]
  /** As if it had been read. */
  report: TableReport
}

interface HeldTable {
  table: string
  source: Source
  asAt: Day
}

/**
 * Copies the accepted rows of tables that the load does not bring from the snapshot in use, so that they are joined up and
 * measured with it. What a load brings is never added to: its own rows are the newer. Nor is what is kept in Waymark
 * copied, which comes in with each load as it is then.
 */
export async function carryForward(
  build: Build,
  staging: Staging,
  file: string,
  sources: readonly SourceReport[],
  reports: readonly TableReport[],
): Promise<CarriedTable[]> {
  await build.run(`commit; attach '${file.replaceAll("'", "''")}' as earlier (read_only); begin transaction`)
  try {
    const carried = new Map<string, CarriedTable>()
    for (const { table, source, asAt } of await heldTables(build)) {
      if (table === 'person' || isBrought(table, sources, reports)) continue
      for (const from of conversionOf(source).origins[table]?.tables ?? []) {
        const known = carried.get(from) ?? (await carryTable(build, staging, from, source, asAt))
        if (known === null) continue
        known.fills.push(table)
        carried.set(from, known)
      }
    }
    return [...carried.values()]
  } finally {
    await build.run('commit; detach earlier; begin transaction')
  }
}

const heldTables = (build: Build): Promise<HeldTable[]> =>
  build.all<HeldTable & Record<string, never>>(
    `select table_name as "table", source, as_at as "asAt" from earlier.main.table_source order by table_name, place`,
  )

const isBrought = (
  table: string,
  sources: readonly SourceReport[],
  reports: readonly TableReport[],
): boolean => {
  const brought = new Set(reports.filter(({ accepted }) => accepted > 0).map((report) => report.table))
  return sources.some(({ source }) =>
    conversionOf(source).origins[table]?.tables.some((from) => brought.has(from)),
  )
}

/** Null when the snapshot has no row of it. Columns that only one of the two has are left out. */
async function carryTable(
  build: Build,
  staging: Staging,
  table: string,
  source: Source,
  asAt: Day,
): Promise<CarriedTable | null> {
  const staged = stagingTable(table)
  const columns = await build.all<{ column_name: string }>(
    `select column_name from duckdb_columns() where database_name = 'earlier' and table_name = $staged`,
    { staged },
  )
  if (columns.length === 0) return null
  await staging.tableOf(table)
  const own = await build.all<{ column_name: string }>(
    `select column_name from duckdb_columns() where database_name = current_database() and table_name = $staged`,
    { staged },
  )
  const shared = own
    .map(({ column_name }) => column_name)
    .filter((name) => columns.some((c) => c.column_name === name))
  const names = shared.map((name) => `"${name}"`)
  const counts = names.map((name) => `count(${name}) as ${name}`).join(', ')
  const [filled] = await build.all<Record<string, number>>(
    `select count(*) as all_rows, ${counts} from earlier.main.${staged} where not ${FROM_KEPT_FILE}`,
  )
  const rows = filled?.['all_rows'] ?? 0
  if (rows === 0) return null
  await build.run(
    `insert into ${staged} (${names.join(', ')}) select ${names.join(', ')} from earlier.main.${staged} where not ${FROM_KEPT_FILE} order by rowid;
     insert into partly_known_day select * from earlier.main.partly_known_day where table_name = '${staged}' and not ${FROM_KEPT_FILE}`,
  )
  const presentColumns = shared.filter((name) => (filled?.[name] ?? 0) > 0)
  const report = {
    table,
    sheet: '',
    rows,
    accepted: rows,
    quarantined: 0,
    unknownColumns: [],
    presentColumns,
  }
  return { table, source, asAt, rows, fills: [], report }
}
