import { SOURCE_TABLES } from '../../intake/index.ts'
import type { Source } from '../../standards/table.ts'
import type { Build } from './build.ts'
import { conversionOf } from './conversions.ts'
import type { TableOrigin } from './converting.ts'
import { stagingTable } from './staging.ts'
import { isWhollyBlank, type TableFill } from './table-fill.ts'

/** Tables of a snapshot that are not of the dataset: what it says of itself. */
export const ABOUT_ITSELF = [
  'extract',
  'table_source',
  'table_merge',
  'field_merge',
  'reconciliation',
  'reconciliation_child',
  'source_field',
  'calendar',
  'reporting_month',
  'load_problem',
  'unread_spelling',
  'partly_known_day',
]

/** Where a row is: every row has it. */
const WHERE_IT_STANDS = ['file', 'sheet', 'row_number']

interface Fill {
  present: boolean
  rows: number
  filled: number
}

/**
 * Fills `source_field` for every column of the dataset: what no source of its table names is not present. A column
 * that the table's leading source lacks, and another fills, is as full as the table itself.
 */
export async function writeSourceFields(
  build: Build,
  origins: readonly TableOrigin[],
  fills: readonly TableFill[],
): Promise<void> {
  const staging = new Set(SOURCE_TABLES.map(({ table }) => stagingTable(table)))
  const columns = await build.all<{ table_name: string; column_name: string }>(
    `select table_name, column_name from duckdb_columns()
     where not internal and database_name = current_database() and schema_name = 'main'`,
  )
  const holdersUnknown = await areHoldersUnknown(build)
  const appender = await build.connection.createAppender('source_field')
  for (const { table_name, column_name } of columns) {
    if (staging.has(table_name) || ABOUT_ITSELF.includes(table_name)) continue
    if (WHERE_IT_STANDS.includes(column_name)) continue
    const sources = origins.find(({ table }) => table === table_name)?.sources ?? []
    const [leader, ...others] = sources.map((source) => fillOf(source, fills, table_name, column_name))
    const isUnknown = table_name === 'allocation' && holdersUnknown
    let found = (isUnknown ? undefined : leader) ?? { present: false, rows: 0, filled: 0 }
    if (!isUnknown && !found.present && others.some(({ present }) => present))
      found = await fillInTable(build, table_name, column_name)
    appender.appendVarchar(table_name)
    appender.appendVarchar(column_name)
    appender.appendBoolean(found.present)
    appender.appendInteger(found.rows)
    appender.appendInteger(found.filled)
    appender.endRow()
  }
  appender.closeSync()
}

/** Workers are named with their roles, and no role says who holds a child: that nobody does is not what it means. */
async function areHoldersUnknown(build: Build): Promise<boolean> {
  const [found] = await build.all<{ unknown: boolean }>(
    `select exists (select 1 from involvements) and not exists (select 1 from allocation) as unknown`,
  )
  return found!.unknown
}

/** A column that several tables of a source carry is as full as those together. */
function fillOf(source: Source, fills: readonly TableFill[], table: string, column: string): Fill {
  const conversion = conversionOf(source)
  const sum = { present: false, rows: 0, filled: 0 }
  const origin = conversion.origins[table]
  for (const { table: from, rows, fields } of fills) {
    if (!origin?.tables.includes(from)) continue
    const key = column === 'child_key' ? conversion.childIdField(from) : origin.columns[column]
    const field = fields.find((field) => field.key === key)
    if (!field?.present) continue
    sum.present ||= !isWhollyBlank(rows, field)
    sum.rows += rows
    sum.filled += field.filled
  }
  return sum
}

async function fillInTable(build: Build, table: string, column: string): Promise<Fill> {
  const [counts] = await build.all<{ rows: number; filled: number }>(
    `select count(*) as rows, count(${column}) as filled from main.${table}`,
  )
  const { rows, filled } = counts!
  return { present: filled > 0, rows, filled }
}
