import type { RawCell } from '../reading/raw-sheet.ts'
import type { TableWish } from './source-database.ts'

/** A name of theirs in a statement of ours. */
export const bracketed = (name: string): string => `[${name.replaceAll(']', ']]')}]`

/** Types that SQL Server cannot put rows in order by. */
const UNSORTED = new Set(['text', 'ntext', 'image', 'xml', 'geography', 'geometry'])

/** Rows come in the order of their key, and of one key by all they say. */
export function selectRows({ table, columns, key }: TableWish): string {
  const indexes = [...key, ...columns.keys().filter((index) => !key.includes(index))]
  const sorted = indexes.filter((index) => !UNSORTED.has(columns[index]!.type.toLowerCase()))
  const order = sorted.length > 0 ? ` order by ${sorted.map((index) => index + 1).join(', ')}` : ''
  const names = columns.map(({ name }) => bracketed(name)).join(', ')
  return `select ${names} from ${bracketed(table.schema)}.${bracketed(table.name)}${order}`
}

/** One row for each column. */
export const COLUMNS = `
  select c.TABLE_SCHEMA, c.TABLE_NAME, c.COLUMN_NAME, c.DATA_TYPE,
      case when exists (
          select 1 from (values ('INSERT'), ('UPDATE'), ('DELETE')) as may (change)
          where has_perms_by_name(quotename(c.TABLE_SCHEMA) + '.' + quotename(c.TABLE_NAME), 'OBJECT', may.change) = 1
      ) then 1 else 0 end
  from INFORMATION_SCHEMA.COLUMNS c
  where lower(c.TABLE_NAME) like 'ssd[_]%'
  order by c.TABLE_SCHEMA, c.TABLE_NAME, c.ORDINAL_POSITION`

/**
 * As it was at one moment where the database keeps older rows for that, else nothing that others have not finished
 * writing. A lock of theirs is waited for, for a while.
 */
export const BEGIN = `
  set nocount on;
  set lock_timeout 60000;
  if exists (select 1 from sys.databases where name = db_name() and snapshot_isolation_state = 1)
      set transaction isolation level snapshot;
  else
      set transaction isolation level read committed;
  begin transaction;`

/**
 * A value of the driver's as a CSV file of the same table would have it. Days and times are the server's own, without a
 * zone; the driver hands them out as if they were of UTC, and a time with a zone as the moment that it is.
 */
export function cellOf(value: unknown): RawCell {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T00:00:00', '')
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'Y' : 'N'
  if (typeof value === 'bigint') return value.toString()
  // Pictures, payloads and the like: nothing of the standard.
  return null
}
