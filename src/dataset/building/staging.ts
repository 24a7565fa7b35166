import { DuckDBDateValue, DuckDBTimestampValue, type DuckDBAppender } from '@duckdb/node-api'
import { sourceTable, standardOf, type AcceptedRow } from '../../intake/index.ts'
import type { FieldType, Source } from '../../standards/table.ts'
import type { Build } from './build.ts'

/**
 * Rows as they were accepted, a table for each table of a standard: the fields, then file, sheet and row. Child-level.
 * They stay in the snapshot, so that every figure can be traced to a row of a file.
 */
export const SQL_TYPE: Record<FieldType, string> = {
  string: 'text',
  id: 'text',
  postcode: 'text',
  category: 'text',
  date: 'date',
  moment: 'timestamp',
  month: 'text',
  money: 'bigint',
  integer: 'integer',
  age: 'integer',
  decimal: 'double',
  boolean: 'boolean',
}

/** `annex-a/3` is `annex_a_3`. */
export const stagingTable = (table: string): string => table.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')

const APPENDED_BEFORE_FLUSH = 20_000

/** Takes accepted rows in the order in which they come, of any standard. */
export interface Staging {
  accept(row: AcceptedRow): void | Promise<void>
  /** Ends the writing of what was accepted so far. Every table of every one of these standards then is there, empty when no file has it. */
  finish(sources: readonly Source[]): Promise<void>
  /** The name of a table that is there from now on, with every row that was accepted. */
  tableOf(table: string): Promise<string>
  /** Writes the rows that wait. */
  flush(): void
  /** Keeps the days of a row that a statement has written. */
  keepPartlyKnown(row: AcceptedRow): void
}

export function openStaging(build: Build): Staging {
  const partlyKnown: AcceptedRow[] = []
  const writers = new Map<string, TableWriter>()
  const made = new Set<string>()
  const make = async (table: string): Promise<void> => {
    if (!made.has(table)) await createTable(build, table)
    made.add(table)
  }
  const open = async (table: string): Promise<TableWriter> => {
    await make(table)
    const appender = await build.connection.createAppender(stagingTable(table))
    const writer = tableWriter(appender, sourceTable(table).fields)
    writers.set(table, writer)
    return writer
  }
  return {
    accept(row) {
      if (row.partlyKnown) partlyKnown.push(row)
      const writer = writers.get(row.table)
      // Only the first row of a table is waited for.
      return writer ? writer.write(row) : open(row.table).then((writer) => writer.write(row))
    },
    async finish(sources) {
      for (const writer of writers.values()) writer.close()
      writers.clear()
      await writePartlyKnown(build, partlyKnown.splice(0))
      for (const { table } of sources.flatMap((source) => standardOf(source).tables)) await make(table)
    },
    async tableOf(table) {
      await make(table)
      writers.get(table)?.flush()
      return stagingTable(table)
    },
    flush: () => writers.forEach((writer) => writer.flush()),
    keepPartlyKnown: (row) => void partlyKnown.push(row),
  }
}

const createTable = (build: Build, table: string): Promise<void> => {
  const columns = sourceTable(table).fields.map(({ key, type }) => `"${key}" ${SQL_TYPE[type]}`)
  return build.run(
    `create table ${stagingTable(table)} (${columns.join(', ')}, file text not null, sheet text, row_number integer not null)`,
  )
}

async function writePartlyKnown(build: Build, rows: readonly AcceptedRow[]): Promise<void> {
  const appender = await build.connection.createAppender('partly_known_day')
  for (const { table, file, sheet, row, partlyKnown } of rows) {
    for (const { key, written, earliest, latest } of partlyKnown ?? []) {
      for (const text of [stagingTable(table), key, written]) appender.appendVarchar(text)
      appender.appendDate(dateOf(earliest))
      appender.appendDate(dateOf(latest))
      appender.appendVarchar(file)
      appender.appendVarchar(sheet)
      appender.appendInteger(row)
      appender.endRow()
    }
  }
  appender.closeSync()
}

interface TableWriter {
  write(row: AcceptedRow): void
  flush(): void
  close(): void
}

function tableWriter(
  appender: DuckDBAppender,
  fields: readonly { key: string; type: FieldType }[],
): TableWriter {
  let waiting = 0
  const flush = (): void => {
    appender.flushSync()
    waiting = 0
  }
  return {
    write(row) {
      for (const { key, type } of fields) appendCell(appender, type, row.values[key] ?? null)
      appender.appendVarchar(row.file)
      appender.appendVarchar(row.sheet)
      appender.appendInteger(row.row)
      appender.endRow()
      waiting += 1
      if (waiting >= APPENDED_BEFORE_FLUSH) flush()
    },
    flush,
    close: () => appender.closeSync(),
  }
}

export function appendCell(
  appender: DuckDBAppender,
  type: FieldType,
  value: string | number | boolean | null,
): void {
  if (value === null) return appender.appendNull()
  switch (type) {
    case 'date':
      return appender.appendDate(dateOf(String(value)))
    case 'moment':
      return appender.appendTimestamp(momentOf(String(value)))
    case 'integer':
    case 'age':
      return appender.appendInteger(Number(value))
    case 'money':
      return appender.appendBigInt(BigInt(value))
    case 'decimal':
      return appender.appendDouble(Number(value))
    case 'boolean':
      return appender.appendBoolean(value === true)
    default:
      return appender.appendVarchar(String(value))
  }
}

const MILLISECONDS_PER_DAY = 86_400_000
const datesSeen = new Map<string, DuckDBDateValue>()

/** The same few thousand days come again and again, so each is worked out once. */
function dateOf(day: string): DuckDBDateValue {
  let date = datesSeen.get(day)
  if (!date) {
    const [year, month, dayOfMonth] = day.split('-').map(Number)
    date = new DuckDBDateValue(Date.UTC(year!, month! - 1, dayOfMonth) / MILLISECONDS_PER_DAY)
    datesSeen.set(day, date)
  }
  return date
}

/** `YYYY-MM-DDTHH:MM` by the clock on the wall, which the table keeps as it is. */
function momentOf(moment: string): DuckDBTimestampValue {
  const [hour, minute] = moment.slice(11).split(':').map(Number)
  const minutes = dateOf(moment.slice(0, 10)).days * 24 * 60 + hour! * 60 + minute!
  return new DuckDBTimestampValue(BigInt(minutes) * 60_000_000n)
}
