import type { DatabaseColumn, TableWish } from './source-database.ts'

/** A name of theirs in a statement of ours. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * Every column as text, so that a cell is what a CSV file of the same table would have. A time with a zone is the time
 * by the clock in England. Rows come in the order of their key, and of one key by all they say.
 */
export function selectRows({ table, columns, key }: TableWish): string {
  const order = [...key, ...columns.keys().filter((index) => !key.includes(index))].map((index) => index + 1)
  return (
    `select ${columns.map(asText).join(', ')} from ${quoted(table.schema)}.${quoted(table.name)} ` +
    `order by ${order.join(', ')}`
  )
}

const asText = ({ name, type }: DatabaseColumn): string =>
  type === 'timestamp with time zone'
    ? `(${quoted(name)} at time zone 'Europe/London')::text`
    : `${quoted(name)}::text`

/** Tables and views alike, also those that only hold or only fetch what others have. */
export const TABLES = `
  select n.nspname as schema, c.relname as name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum) as columns,
      has_table_privilege(c.oid, 'insert, update, delete, truncate') as "mayWrite"
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind in ('r', 'v', 'm', 'p', 'f') and lower(c.relname) like 'ssd\\_%'
      and has_schema_privilege(n.oid, 'usage')
  group by n.nspname, c.relname, c.oid
  order by n.nspname, c.relname`
