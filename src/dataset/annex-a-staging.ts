import { DuckDBDateValue, type DuckDBAppender } from '@duckdb/node-api'
import { ANNEX_A_LISTS, type AcceptedRow, type FieldType } from '../intake/index.ts'
import type { Build } from './build.ts'

/**
 * Annex A rows as they were accepted, in tables `annex_a_1` to `annex_a_11`: the columns of the list, then file, sheet
 * and row. Child-level. They stay in the snapshot, so that every figure can be traced to a row of a file.
 */
const SQL_TYPE: Record<FieldType, string> = {
  string: 'text',
  category: 'text',
  date: 'date',
  integer: 'integer',
  boolean: 'boolean',
}

export const stagingTable = (list: number): string => `annex_a_${list}`

const APPENDED_BEFORE_FLUSH = 20_000

/** Takes accepted rows in the order in which they come; `finish` must be awaited before anything reads them. */
export interface Staging {
  accept(row: AcceptedRow): void
  finish(): void
}

export async function openStaging(build: Build): Promise<Staging> {
  const writers = new Map<number, ListWriter>()
  for (const { number, fields } of ANNEX_A_LISTS) {
    const columns = fields.map(({ key, type }) => `${key} ${SQL_TYPE[type]}`)
    await build.run(
      `create table ${stagingTable(number)} (${columns.join(', ')}, file text not null, sheet text, row_number integer not null)`,
    )
    writers.set(number, listWriter(await build.connection.createAppender(stagingTable(number)), fields))
  }
  return {
    accept(row) {
      const writer = writers.get(row.list)
      if (!writer) throw new Error(`There is no Annex A list ${row.list}`)
      writer.write(row)
    },
    finish() {
      for (const writer of writers.values()) writer.close()
    },
  }
}

interface ListWriter {
  write(row: AcceptedRow): void
  close(): void
}

function listWriter(
  appender: DuckDBAppender,
  fields: readonly { key: string; type: FieldType }[],
): ListWriter {
  let waiting = 0
  return {
    write(row) {
      for (const { key, type } of fields) appendCell(appender, type, row.values[key] ?? null)
      appender.appendVarchar(row.file)
      appender.appendVarchar(row.sheet)
      appender.appendInteger(row.row)
      appender.endRow()
      waiting += 1
      if (waiting >= APPENDED_BEFORE_FLUSH) {
        appender.flushSync()
        waiting = 0
      }
    },
    close: () => appender.closeSync(),
  }
}

function appendCell(
  appender: DuckDBAppender,
  type: FieldType,
  value: string | number | boolean | null,
): void {
  if (value === null) appender.appendNull()
  else if (type === 'date') appender.appendDate(dateOf(String(value)))
  else if (type === 'integer') appender.appendInteger(Number(value))
  else if (type === 'boolean') appender.appendBoolean(value === true)
  else appender.appendVarchar(String(value))
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
