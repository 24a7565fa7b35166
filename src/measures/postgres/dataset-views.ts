import { ABOUT_ITSELF, beginBuild } from '../../dataset/index.ts'
import { addMonths, firstOf, lastOf, monthOf, monthsFrom, type Day, type Month } from '../../platform/day.ts'
import { Refused } from '../../platform/errors.ts'
import { templateOf } from '../catalogue/field-words.ts'
import { copyTable } from './dataset-copy.ts'
import { postgresSchema } from './dataset-tables.ts'
import type { PostgresWork } from './postgres-work.ts'

/** A dataset in a schema of the council's own: tables or views with the names and columns of Waymark's. */
export interface OwnDataset {
  schema: string
  /** The as-at day of its rows; null when its table `extract` has it. */
  asAt: Day | null
  /** The standard of its rows, when its table `extract` does not say it: `ssd`. */
  source: string
}

interface Column {
  table: string
  column: string
  type: string
}

/**
 * Makes the dataset's tables as views of the council's own, each column with its type in the dataset. Missing columns are
 * empty and recorded as absent. What a dataset says about itself (its calendar, its months, how full it is) is made when
 * the council does not have it. The council's tables are only read. Throws Refused when its schema has none of the tables,
 * or does not say its as-at day.
 */
export async function viewDataset(
  work: PostgresWork,
  own: OwnDataset,
  tables: readonly string[],
): Promise<void> {
  const theirs = await columnsOf(work, own.schema)
  await work.run(postgresSchema())
  const ours = Map.groupBy(await columnsOf(work, work.schema), ({ table }) => table)
  const found = tables.filter((table) => theirs.some((column) => column.table === table))
  if (!found.some((table) => !ABOUT_ITSELF.includes(table)))
    throw new Refused(
      `The schema ${own.schema} has no table of the dataset, such as person or referrals, that may be read`,
    )
  for (const table of found)
    await work.run(`drop table ${table}; create view ${table} as ${viewOf(own, ours.get(table)!, theirs)}`)
  await describeDataset(work, own, tables, found, theirs)
}

/** The columns of a schema, by lower-case names. */
const columnsOf = (work: PostgresWork, schema: string): Promise<Column[]> =>
  work.all<Column>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
     from pg_catalog.pg_class c
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where n.nspname = $schema and c.relkind in ('r', 'v', 'm', 'p', 'f') and has_table_privilege(c.oid, 'select')
     order by c.relname, a.attnum`,
    { schema },
  )

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

function viewOf({ schema }: OwnDataset, ours: readonly Column[], theirs: readonly Column[]): string {
  const columns = ours.map(({ table, column, type }) => {
    const has = theirs.some((own) => own.table === table && own.column === column)
    const value = `cast(${has ? `own.${quoted(column)}` : 'null'} as ${type})`
    return `${value}${type === 'text' ? ' collate "C"' : ''} as ${quoted(column)}`
  })
  return `select ${columns.join(', ')} from ${quoted(schema)}.${quoted(ours[0]!.table)} own`
}

/** Adds the calendar, the months, the extract and how full each field is, when the council's schema does not have them. */
async function describeDataset(
  work: PostgresWork,
  own: OwnDataset,
  tables: readonly string[],
  found: readonly string[],
  theirs: readonly Column[],
): Promise<void> {
  if (!found.includes('extract')) {
    if (!own.asAt)
      throw new Refused(
        `The schema ${own.schema} has no table extract: name the day it speaks for by --as-at`,
      )
    await work.run('insert into extract values ($source, cast($asAt as date), null)', {
      source: own.source,
      asAt: own.asAt,
    })
  }
  const [extract] = await work.all<{ asAt: Day }>('select as_at as "asAt" from extract')
  if (!extract) throw new Refused(`The table extract of the schema ${own.schema} is empty`)
  if (!found.includes('calendar')) await fillCalendar(work)
  if (!found.includes('reporting_month')) await fillMonths(work, extract.asAt)
  const described = tables.filter((table) => !ABOUT_ITSELF.includes(table))
  if (!found.includes('table_source'))
    for (const table of described)
      await work.run('insert into table_source select $table, 1, $source, as_at, window_from from extract', {
        table,
        source: templateOf(`${table}.`) ? 'capture' : own.source,
      })
  if (!found.includes('source_field'))
    for (const table of described) await measureFill(work, table, found.includes(table) ? theirs : [])
}

async function fillCalendar(work: PostgresWork): Promise<void> {
  const build = await beginBuild(':memory:')
  try {
    await copyTable(work, build, 'calendar')
  } finally {
    build.close()
  }
  await work.run('analyze calendar')
}

/** The as-at month and those before it, back to the first event, from 24 to 72 in all, as in a load. */
async function fillMonths(work: PostgresWork, asAt: Day): Promise<void> {
  const [first] = await work.all<{ day: Day | null }>(
    `select min(day) as day from (
         select min(contact_date) as day from contacts
         union all select min(referral_date) from referrals
         union all select min(auth_date) from cin_assessments
         union all select min(start_date) from s47_enquiry
     ) events`,
  )
  const [earliest, latest] = [monthOf(addMonths(asAt, -71)), monthOf(addMonths(asAt, -23))]
  const begins = first?.day ? monthOf(first.day) : latest
  const from: Month = begins > latest ? latest : begins < earliest ? earliest : begins
  for (const month of monthsFrom(from, monthOf(asAt)))
    await work.run('insert into reporting_month values ($month, cast($first as date), cast($last as date))', {
      month,
      first: firstOf(month),
      last: lastOf(month) < asAt ? lastOf(month) : asAt,
    })
}

/** Counts how full each column of a table is. */
async function measureFill(work: PostgresWork, table: string, theirs: readonly Column[]): Promise<void> {
  const columns = (await columnsOf(work, work.schema)).filter((column) => column.table === table)
  const has = (column: string) => theirs.some((own) => own.table === table && own.column === column)
  const [counts] = await work.all<Record<string, number>>(
    `select count(*) as all_rows, ${columns.map(({ column }) => `count(${quoted(column)}) as ${quoted(column)}`).join(', ')} from ${table}`,
  )
  const rows = counts!['all_rows']!
  for (const { column } of columns) {
    const filled = counts![column]!
    await work.run('insert into source_field values ($table, $column, $present, $rows, $filled)', {
      table,
      column,
      present: has(column) && (rows === 0 || filled > 0),
      rows,
      filled,
    })
  }
}
