import { SOURCE_TABLES } from '../intake/index.ts'
import type { Build } from './build.ts'
import type { Conversion } from './conversion.ts'
import { stagingTable } from './staging.ts'
import { isWhollyBlank, type TableFill } from './table-fill.ts'

/** Tables of a snapshot that are not of the dataset: what it says of itself. */
const ABOUT_ITSELF = [
  'extract',
  'source_field',
  'calendar',
  'reporting_month',
  'measure_case',
  'load_problem',
]

/** Where a row stands: every row has it. */
const WHERE_IT_STANDS = ['file', 'sheet', 'row_number']

/** Fills `source_field` for every column of the dataset: what a source does not name is not present. */
export async function writeSourceFields(
  build: Build,
  conversion: Conversion,
  fills: readonly TableFill[],
): Promise<void> {
  const staging = new Set(SOURCE_TABLES.map(({ table }) => stagingTable(table)))
  const columns = await build.all<{ table_name: string; column_name: string }>(
    `select table_name, column_name from duckdb_columns()
     where not internal and database_name = current_database() and schema_name = 'main'`,
  )
  const appender = await build.connection.createAppender('source_field')
  for (const { table_name, column_name } of columns) {
    if (staging.has(table_name) || ABOUT_ITSELF.includes(table_name)) continue
    if (WHERE_IT_STANDS.includes(column_name)) continue
    const found = fillOf(conversion, fills, table_name, column_name)
    appender.appendVarchar(table_name)
    appender.appendVarchar(column_name)
    appender.appendBoolean(found.present)
    appender.appendInteger(found.rows)
    appender.appendInteger(found.filled)
    appender.endRow()
  }
  appender.closeSync()
}

/** A column that several tables carry is as full as those together. */
function fillOf(
  { origins, childIdField }: Conversion,
  fills: readonly TableFill[],
  table: string,
  column: string,
): { present: boolean; rows: number; filled: number } {
  const sum = { present: false, rows: 0, filled: 0 }
  const origin = origins[table]
  for (const { table: from, rows, fields } of fills) {
    if (!origin?.tables.includes(from)) continue
    const key = column === 'child_key' ? childIdField(from) : origin.columns[column]
    const field = fields.find((field) => field.key === key)
    if (!field?.present) continue
    sum.present ||= !isWhollyBlank(rows, field)
    sum.rows += rows
    sum.filled += field.filled
  }
  return sum
}
