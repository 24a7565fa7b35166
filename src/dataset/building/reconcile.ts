import type { Day } from '../../platform/day.ts'
import type { Build } from './build.ts'
import type { Reading } from './merging.ts'

/** What two sources are compared on: a stock on one day, or the events of the days that both promise. */
interface Subject {
  name: string
  table: string
  start: string
  /** The day a stock's row ended; null for a flow of events. */
  end: string | null
  /** Rows that count. */
  where: string
}

const SUBJECTS: readonly Subject[] = [
  {
    name: 'cp_plans',
    table: 'cp_plans',
    start: 'start_date',
    end: 'end_date',
    where: 'not coalesce(ola, false)',
  },
  { name: 'cla_periods', table: 'cla_periods', start: 'start_date', end: 'end_date', where: 'true' },
  { name: 'cin_episodes', table: 'cin_episodes', start: 'referral_date', end: 'close_date', where: 'true' },
  { name: 's47_enquiry', table: 's47_enquiry', start: 'start_date', end: null, where: 'true' },
  {
    name: 'initial_cp_conference',
    table: 'initial_cp_conference',
    start: 'icpc_date',
    end: null,
    where: 'true',
  },
  { name: 'referrals', table: 'referrals', start: 'referral_date', end: null, where: 'not artificial' },
]

/** One source of a load; its window is not known when it is not said, and all of its tables are in its schema. */
type Side = Omit<Reading, 'windowFrom' | 'schemas'> & Partial<Pick<Reading, 'windowFrom' | 'schemas'>>

/**
 * The numbers, and what differs child by child, of every two sources of a load, in the order in which they are
 * believed. Before they are merged; the tables of each are in its own schema. A subject is compared when both
 * sources have rows of its table: from an empty one nothing can be told. Child-level.
 */
export async function reconcile(build: Build, readings: readonly Side[]): Promise<void> {
  await build.run(TABLES)
  for (const [index, a] of readings.entries())
    for (const b of readings.slice(index + 1))
      for (const subject of SUBJECTS)
        if ((await hasRows(build, a, subject)) && (await hasRows(build, b, subject)))
          await compare(build, subject, a, b)
}

async function hasRows(build: Build, { schema, schemas }: Side, { table }: Subject): Promise<boolean> {
  // What another source alone knows is in the dataset's own table too.
  if (schemas && schemas.get(table) !== schema) return false
  const [found] = await build.all(
    `select 1 as one from duckdb_tables()
     where database_name = current_database() and schema_name = $schema and table_name = $table`,
    { schema, table },
  )
  if (!found) return false
  const [counts] = await build.all<{ rows: number }>(`select count(*) as rows from ${schema}.${table}`)
  return counts!.rows > 0
}

async function compare(build: Build, subject: Subject, a: Side, b: Side): Promise<void> {
  const day = a.asAt < b.asAt ? a.asAt : b.asAt
  const from = [a.windowFrom, b.windowFrom]
    .filter((day) => day !== null && day !== undefined)
    .sort()
    .at(-1)
  // No day that both tell of: a list of what is open now says nothing of last March.
  if (from !== undefined && from > day) return
  await build.run(`create temp table side_a as ${rowsOf(subject, a, day, from)}`)
  await build.run(`create temp table side_b as ${rowsOf(subject, b, day, from)}`)
  const names = { subject: subject.name, a: a.source, b: b.source }
  // Of a stock a child is one; of a flow each event is, known by its child and its day.
  const same =
    subject.end === null
      ? 'a.child_key = b.child_key and a.start_on = b.start_on'
      : 'a.child_key = b.child_key'
  await build.run(
    `insert into main.reconciliation
     select $subject, cast($day as date), cast($from as date), $a, $b,
         (select count(*) from side_a), (select count(*) from side_b),
         (select count(*) from side_a a join side_b b on ${same})`,
    { ...names, day, from: subject.end === null ? (from ?? null) : null },
  )
  await build.run(alone(subject, same, 'a', b, await childrenIn(build, b)), names)
  await build.run(alone(subject, same, 'b', a, await childrenIn(build, a)), names)
  if (subject.end !== null) {
    await build.run(
      `insert into main.reconciliation_child
       select $subject, $a, $b, a.child_key, 'both',
           'Began ' || a.start_on || ' in the first, ' || b.start_on || ' in the second', a.file, a.sheet, a.row_number
       from side_a a join side_b b on ${same}
       where a.start_on <> b.start_on
       order by a.child_key`,
      names,
    )
  }
  await build.run('drop table side_a; drop table side_b')
}

/** A row for each child of a stock, by the latest start; or for each child and day of a flow. */
function rowsOf(
  { table, start, end, where }: Subject,
  { schema }: Side,
  day: Day,
  from: Day | undefined,
): string {
  const known =
    end === null
      ? `${start} <= date '${day}' ${from === undefined ? '' : `and ${start} >= date '${from}'`}`
      : `${start} <= date '${day}' and coalesce(${end} > date '${day}', true)`
  const partition = end === null ? `child_key, ${start}` : 'child_key'
  return `select child_key, start_on, file, sheet, row_number from (
      select child_key, ${start} as start_on, file, sheet, row_number,
          row_number() over (partition by ${partition} order by ${start} desc, file, sheet, row_number) as nth
      from ${schema}.${table}
      where ${where} and ${known}
  ) as known
  where nth = 1`
}

/** Every child of whom a source says anything. */
async function childrenIn(build: Build, { schema, schemas }: Side): Promise<string> {
  const tables = await build.all<{ schema_name: string; table_name: string }>(
    `select schema_name, table_name from duckdb_columns()
     where database_name = current_database() and schema_name in ('main', $schema) and column_name = 'child_key'
         and table_name not in ('person', 'reconciliation_child')`,
    { schema },
  )
  return tables
    .filter(({ schema_name, table_name }) => schema_name === (schemas ? schemas.get(table_name) : schema))
    .map(({ schema_name, table_name }) => `select child_key from ${schema_name}.${table_name}`)
    .join(' union ')
}

/** Those of one side that the other does not have, and why, as far as the other's rows tell. */
function alone(
  { table, start, end, where }: Subject,
  same: string,
  here: 'a' | 'b',
  other: Side,
  children: string,
): string {
  const there = here === 'a' ? 'b' : 'a'
  const others = `${other.schema}.${table}`
  // Of a stock the row that began nearest is taken to be the same one; of a flow the nearest event.
  const why =
    end === null
      ? `case
           when near.day is null then case when k.child_key is null then 'Not in the other at all' else 'In the other, without such a row' end
           when abs(near.day - ${here}.start_on) <= 31 then 'On ' || near.day || ' in the other'
           else 'Not in the other; the nearest there is of ' || near.day
         end`
      : `case
           when near.day is null then case when k.child_key is null then 'Not in the other at all' else 'In the other, without such a row' end
           when near.ended is not null and near.ended >= ${here}.start_on then 'Closed on ' || near.ended || ' in the other'
           when near.ended is null then 'Begins on ' || near.day || ' in the other'
           else 'Not in the other; the last there ended on ' || near.ended
         end`
  return `insert into main.reconciliation_child
    select $subject, $a, $b, ${here}.child_key, $${here}, ${why}, ${here}.file, ${here}.sheet, ${here}.row_number
    from side_${here} ${here}
    left join (
        select r.child_key, r.start_on as for_start, o.${start} as day, ${end === null ? 'null' : `o.${end}`} as ended,
            row_number() over (
                partition by r.child_key, r.start_on order by abs(o.${start} - r.start_on), o.${start}
            ) as nth
        from side_${here} r
        join ${others} o on o.child_key = r.child_key and ${where}
    ) near on near.child_key = ${here}.child_key and near.for_start = ${here}.start_on and near.nth = 1
    left join (${children}) k on k.child_key = ${here}.child_key
    where not exists (select 1 from side_${there} ${there} where ${same})
    order by ${here}.child_key, ${here}.start_on`
}

const TABLES = `
  create table main.reconciliation (
      subject text not null,            -- a table of the dataset: 'cp_plans'
      on_day date not null,             -- a stock on this day; a flow up to it
      from_day date,                    -- and from this one; null for a stock
      source_a text not null, source_b text not null,
      count_a integer not null, count_b integer not null,
      "both" integer not null           -- in both
  );
  create table main.reconciliation_child (
      subject text not null,
      source_a text not null, source_b text not null,
      child_key integer not null,
      in_source text not null,          -- the one that has it; 'both' when the two differ on its day
      why text not null,                -- days in it are ISO days
      file text, sheet text, row_number integer
  )`
