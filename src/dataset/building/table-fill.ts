import { standardOf, type TableReport } from '../../intake/index.ts'
import type { Source } from '../../standards/table.ts'
import type { Build } from './build.ts'
import { stagingTable } from './staging.ts'

/** How full one field of one table is. `present` is whether any file carries its header, blank or not. */
export interface FieldFill {
  key: string
  /** The header as the standard publishes it. */
  name: string
  present: boolean
  filled: number
}

/** One table as it was accepted: `rows` over all files that hold it, 0 too when none does. */
export interface TableFill {
  /** `annex-a/3` */
  table: string
  rows: number
  fields: FieldFill[]
}

/** Counts how full each field of each table of these standards is. */
export async function measureFill(
  build: Build,
  sources: readonly Source[],
  reports: readonly TableReport[],
): Promise<TableFill[]> {
  const fills: TableFill[] = []
  for (const { table, fields } of sources.flatMap((source) => standardOf(source).tables)) {
    const carried = new Set(
      reports.filter((report) => report.table === table).flatMap(({ presentColumns }) => presentColumns),
    )
    const [counts] = await build.all<Record<string, number>>(
      `select count(*) as all_rows, ${fields.map(({ key }) => `count("${key}") as "${key}"`).join(', ')}
       from ${stagingTable(table)}`,
    )
    fills.push({
      table,
      rows: counts?.['all_rows'] ?? 0,
      fields: fields.map(({ key, name }) => ({
        key,
        name,
        present: carried.has(key),
        filled: counts?.[key] ?? 0,
      })),
    })
  }
  return fills
}

/** A column that is in the file without one value in it: treated as absent (clarification B16), and said. */
export const isWhollyBlank = (rows: number, field: FieldFill): boolean =>
  field.present && rows > 0 && field.filled === 0
