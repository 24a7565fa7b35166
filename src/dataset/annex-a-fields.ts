import { ANNEX_A_LISTS, type TableReport } from '../intake/index.ts'
import { ORIGINS } from './annex-a-origins.ts'
import { stagingTable } from './annex-a-staging.ts'
import type { Build } from './build.ts'

/** How full one column of one list is. `present` is whether any file carries its header, blank or not. */
export interface FieldFill {
  key: string
  /** The header as Ofsted publishes it. */
  name: string
  present: boolean
  filled: number
}

/** One list as it was accepted: `rows` over all files that hold it, 0 too when none does. */
export interface ListFill {
  list: number
  rows: number
  fields: FieldFill[]
}

/** Counts how full each column of each list is. */
export async function measureFill(build: Build, tables: readonly TableReport[]): Promise<ListFill[]> {
  const lists: ListFill[] = []
  for (const { number, fields } of ANNEX_A_LISTS) {
    const carried = new Set(
      tables.filter(({ list }) => list === number).flatMap(({ presentColumns }) => presentColumns),
    )
    const [counts] = await build.all<Record<string, number>>(
      `select count(*) as all_rows, ${fields.map(({ key }) => `count(${key}) as ${key}`).join(', ')}
       from ${stagingTable(number)}`,
    )
    lists.push({
      list: number,
      rows: counts?.['all_rows'] ?? 0,
      fields: fields.map(({ key, name }) => ({
        key,
        name,
        present: carried.has(key),
        filled: counts?.[key] ?? 0,
      })),
    })
  }
  return lists
}

/** A column that stands in the file without one value in it: treated as absent (clarification B16), and said. */
export const isWhollyBlank = (rows: number, field: FieldFill): boolean =>
  field.present && rows > 0 && field.filled === 0

/** Fills `source_field` for every column of the dataset: those of no list are not present. */
export async function writeSourceFields(build: Build, lists: readonly ListFill[]): Promise<void> {
  const columns = await build.all<{ table_name: string; column_name: string }>(
    `select table_name, column_name from duckdb_columns()
     where not internal and database_name = current_database() and not starts_with(table_name, 'annex_a_')
       and table_name not in ('extract', 'source_field', 'calendar', 'reporting_month', 'measure_case', 'load_problem')
       and column_name not in ('file', 'sheet', 'row_number')`,
  )
  const appender = await build.connection.createAppender('source_field')
  for (const { table_name, column_name } of columns) {
    const found = fillOf(lists, table_name, column_name)
    appender.appendVarchar(table_name)
    appender.appendVarchar(column_name)
    appender.appendBoolean(found.present)
    appender.appendInteger(found.rows)
    appender.appendInteger(found.filled)
    appender.endRow()
  }
  appender.closeSync()
}

/** A column that several lists carry is as full as those lists together. */
function fillOf(
  lists: readonly ListFill[],
  table: string,
  column: string,
): { present: boolean; rows: number; filled: number } {
  const sum = { present: false, rows: 0, filled: 0 }
  const origin = ORIGINS[table]
  const key = column === 'child_key' ? 'child_id' : origin?.columns[column]
  for (const { list, rows, fields } of lists) {
    const field = fields.find((field) => field.key === key)
    if (!origin?.lists.includes(list) || !field?.present) continue
    sum.present ||= !isWhollyBlank(rows, field)
    sum.rows += rows
    sum.filled += field.filled
  }
  return sum
}
