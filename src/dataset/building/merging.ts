import type { Day } from '../../platform/day.ts'
import type { Build } from './build.ts'
import { MERGED, PARTS, type Merging } from './precedence.ts'

/** One source of a load and where its own dataset stands until it is merged: `main` for the one that leads. */
export interface Reading {
  source: string
  schema: string
  /** Each of its tables but `person`, and the schema that it is in: one that no other source knows is in `main`. */
  schemas: ReadonlyMap<string, string>
  asAt: Day
  /** Null: not known. */
  windowFrom: Day | null
}

/** What merging one source into one table came to. */
export interface MergeResult {
  /** Rows that tell of an event the table had. */
  matched: number
  /** Rows of an event outside the days the leading source promises. */
  added: number
  /** Rows inside those days, of which the leading source says nothing. */
  leftOut: number
  fields: { column: string; filled: number; differing: number }[]
}

const ABOUT_ITSELF = ['child_key', 'file', 'sheet', 'row_number']

/** Brings the rows of one source into a table that another leads. `sameAs` learns which ids mean one event. */
export async function mergeTable(
  build: Build,
  table: string,
  leader: Reading,
  from: Reading,
): Promise<MergeResult> {
  const rule = MERGED[table]!
  const columns = await columnsOf(build, table)
  await build.run(pairs(table, rule, from.schema))
  const fields = await fillBlanks(build, table, rule, from.schema, columns)
  if (rule.id) {
    await build.run(
      `insert into same_as
       select '${table}', x.${rule.id}, m.${rule.id}
       from pair join main.${table} m on m.rowid = pair.main_row join ${from.schema}.${table} x on x.rowid = pair.from_row`,
    )
  }
  const adds = addedWhere(rule, leader)
  const [counts] = await build.all<{ matched: number; added: number; left_out: number }>(
    `select count(main_row) as matched,
         count(*) filter (where main_row is null and (${adds})) as added,
         count(*) filter (where main_row is null and not (${adds})) as left_out
     from pair join ${from.schema}.${table} x on x.rowid = pair.from_row`,
  )
  await build.run(
    `insert into main.${table} (${columns.join(', ')})
     select ${columns.map((column) => `x.${column}`).join(', ')}
     from pair join ${from.schema}.${table} x on x.rowid = pair.from_row
     where main_row is null and (${adds})
     order by from_row`,
  )
  await build.run('drop table pair')
  return { matched: counts!.matched, added: counts!.added, leftOut: counts!.left_out, fields }
}

/**
 * Links to a row that tells of the same event as another now lead to that one. Those that lead nowhere are cut; a row that
 * is part of one that is not there goes.
 */
export async function mendLinks(build: Build): Promise<void> {
  for (const [table, { links }] of Object.entries(MERGED)) {
    for (const [column, target] of Object.entries(links)) {
      await followSame(build, table, column, target)
      await build.run(
        `update main.${table} set ${column} = null where ${leadsNowhere(table, column, target)}`,
      )
    }
  }
  for (const [table, { link, parent }] of Object.entries(PARTS)) {
    await followSame(build, table, link, parent)
    await build.run(`delete from main.${table} where ${leadsNowhere(table, link, parent)}`)
  }
}

const followSame = (build: Build, table: string, column: string, target: string): Promise<void> =>
  build.run(
    `update main.${table} set ${column} = same_as.kept_id
     from same_as where same_as.table_name = '${target}' and same_as.from_id = main.${table}.${column}`,
  )

const leadsNowhere = (table: string, column: string, target: string): string =>
  `${column} is not null
   and not exists (select 1 from main.${target} t where t.${MERGED[target]!.id!} = main.${table}.${column})`

export const SAME_AS = 'create temp table same_as (table_name text, from_id text, kept_id text)'

const columnsOf = async (build: Build, table: string): Promise<string[]> =>
  (
    await build.all<{ column_name: string }>(
      `select column_name from duckdb_columns()
       where database_name = current_database() and schema_name = 'main' and table_name = $table
       order by column_index`,
      { table },
    )
  ).map(({ column_name }) => column_name)

/** Rows of both that tell of one event: a child, a day, and of several on a day the first with the first. */
function pairs(table: string, { day, by }: Merging, schema: string): string {
  const key = ['child_key', day, ...by]
  const side = (schema: string, name: string) =>
    `(select rowid as ${name}, ${key.join(', ')}, row_number() over (partition by ${key.join(', ')} order by rowid) as nth
      from ${schema}.${table})`
  const same = [...key, 'nth'].map((column) => `m.${column} = x.${column}`).join(' and ')
  return `create temp table pair as
    select from_row, main_row from ${side(schema, 'from_row')} x left join ${side('main', 'main_row')} m on ${same}`
}

async function fillBlanks(
  build: Build,
  table: string,
  { day, by, end, id, links, own }: Merging,
  schema: string,
  columns: readonly string[],
): Promise<MergeResult['fields']> {
  const compared = columns.filter(
    (column) => ![...ABOUT_ITSELF, day, ...by, id, ...Object.keys(links)].includes(column),
  )
  if (compared.length === 0) return []
  const filled = compared.filter((column) => column !== end && !own.includes(column))
  const both = `pair join main.${table} m on m.rowid = pair.main_row join ${schema}.${table} x on x.rowid = pair.from_row`
  const [counts] = await build.all<Record<string, number>>(
    `select ${compared
      .flatMap((column) => [
        `count(*) filter (where m.${column} is null and x.${column} is not null) as "filled ${column}"`,
        `count(*) filter (where m.${column} <> x.${column}) as "differing ${column}"`,
      ])
      .join(', ')} from ${both}`,
  )
  if (filled.length > 0) {
    await build.run(
      `update main.${table} set ${filled.map((column) => `${column} = coalesce(main.${table}.${column}, x.${column})`).join(', ')}
       from pair, ${schema}.${table} x
       where pair.main_row = main.${table}.rowid and x.rowid = pair.from_row`,
    )
  }
  return compared.map((column) => ({
    column,
    filled: filled.includes(column) ? counts![`filled ${column}`]! : 0,
    differing: counts![`differing ${column}`]!,
  }))
}

/** Which rows without a partner lie outside what the leading source promises. */
function addedWhere({ day, end }: Merging, { asAt, windowFrom }: Reading): string {
  const later = `x.${day} > date '${asAt}'`
  if (windowFrom === null) return `coalesce(${later}, false)`
  const before = `x.${day} < date '${windowFrom}'`
  const over = end === null ? '' : ` and x.${end} < date '${windowFrom}'`
  return `coalesce(${later}, false) or coalesce(${before}${over}, false)`
}
