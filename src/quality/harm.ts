import {
  endThatTells,
  insertRows,
  isBlankWhileOpen,
  type BuildConnection,
  type ParallelBuild,
} from '../dataset/index.ts'
import { MEASURES, type MeasureFile, runMeasuresIn } from '../measures/index.ts'

/**
 * Works out which measures the faults of a dataset harm, and in how many cases: `quality_harm` and `quality_month`.
 * Child-level. Runs after the measures. Nothing is guessed:
 *
 * - A case that a measure counts, and whose row has a fault, is `counted`, though what it says is in doubt.
 * - A case is `left_out` when the measures, worked out once more with the days of its child put right, count it.
 *   One that they then no longer count, or count otherwise, is `counted` too.
 * - A case that counts as not met because a field that its measure needs is blank in its row is `blank`.
 */
export async function writeQualityHarm(
  build: ParallelBuild,
  measures: readonly MeasureFile[] = MEASURES,
): Promise<void> {
  // The engine knows the size of committed tables alone, and needs it to plan: the cases are many.
  await build.run('commit; begin transaction')
  await writeNeeds(build, measures)
  await build.run(BLANK_CELLS)
  for (const { table, column, idColumn } of await blankFields(build)) {
    await findBlanks(build, table, column, idColumn)
  }
  await build.run(HARMED)
  await findRepaired(build, measures)
  await build.run(TALLY)
}

/** Which fields each series needs from this source; of those, the ones in which a blank is no answer. */
async function writeNeeds(build: BuildConnection, measures: readonly MeasureFile[]): Promise<void> {
  await build.run(
    'create temporary table series_need (series text, table_name text, column_name text, filled boolean)',
  )
  const sources = new Map(
    (await build.all<{ series: string; source: string }>('select series, source from measure_available')).map(
      ({ series, source }) => [series, source],
    ),
  )
  const needs = measures
    .flatMap(({ series }) => series)
    .flatMap(({ definition, needs }) =>
      needs
        .filter((need) => !need.sources || need.sources.includes(sources.get(definition.id) ?? ''))
        .map(({ table, column, mayBeBlank }) => ({
          series: definition.id,
          table,
          column,
          filled: !mayBeBlank,
        })),
    )
  await insertRows(
    build,
    'series_need',
    { series: 'text', table: 'text', column: 'text', filled: 'boolean' },
    needs,
  )
}

interface BlankField {
  table: string
  column: string
  idColumn: string
}

/** Needed fields that the source carries and does not always fill; the end of what is still open is no such field. */
async function blankFields(build: BuildConnection): Promise<BlankField[]> {
  const fields = await build.all<BlankField>(
    `select distinct n.table_name as "table", n.column_name as "column", i.column_name as "idColumn"
     from series_need n
     join row_id i on i.table_name = n.table_name
     join source_field f on f.table_name = n.table_name and f.column_name = n.column_name
     where n.filled and f.present and f.filled_count < f.row_count
     order by 1, 2`,
  )
  return fields.filter(({ table, column }) => !isBlankWhileOpen(table, column))
}

function isBlank(table: string, column: string): string {
  const end = endThatTells(table, column)
  return end ? `${column} is null and ${end} is not null` : `${column} is null`
}

const BLANK_CELLS = `create temporary table blank_cell (
  check_id text, table_name text, column_name text, child_key integer, case_id text
)`

async function findBlanks(
  build: BuildConnection,
  table: string,
  column: string,
  idColumn: string,
): Promise<void> {
  const check = `blank.${table}.${column}`
  await build.run(
    `insert into blank_cell select $check, $table, $column, child_key, ${idColumn} from ${table} where ${isBlank(table, column)}`,
    { check, table, column },
  )
  await build.run(
    `insert into quality_case
     select $check, $table, child_key, ${idColumn}, null, 'Blank', file, sheet, row_number
     from ${table} where ${isBlank(table, column)}
     order by child_key, ${idColumn}`,
    { check, table },
  )
  await build.run(
    `insert into quality_check
     select $check, $table, 'warning', 'figure', count(*) from blank_cell where check_id = $check having count(*) > 0`,
    { check, table },
  )
}

/** A row with a fault is behind a case when it has the case's id and is of a table that the measure reads. */
const HARMED = `
  create temporary table series_table as
  select distinct a.series_no, n.table_name
  from series_need n
  join measure_available a on a.series = n.series;

  create temporary table faulty_row as
  select distinct f.check_id, f.table_name, f.child_key, f.case_id,
      case k.doubt when 'split' then 'split' else 'counted' end as how
  from quality_case f
  join quality_check k on k.check_id = f.check_id and k.table_name = f.table_name
  where k.doubt <> 'none' and f.check_id not like 'blank.%';

  create temporary table harmed as
  select f.check_id, c.series_no, c.month_no, c.child_key, c.case_id, f.how
  from faulty_row f
  join series_table t on t.table_name = f.table_name
  join case_row c on c.series_no = t.series_no and c.child_key = f.child_key and c.case_id = f.case_id
  union all
  select f.check_id, c.series_no, c.month_no, c.child_key, c.case_id, f.how
  from faulty_row f
  join case_row c on c.child_key = f.child_key
  where f.table_name = 'person'
  union all
  select distinct b.check_id, c.series_no, c.month_no, c.child_key, c.case_id, 'blank'
  from blank_cell b
  join series_need n on n.table_name = b.table_name and n.column_name = b.column_name and n.filled
  join measure_available a on a.series = n.series
  join case_row c on c.series_no = a.series_no and c.child_key = b.child_key and c.case_id = b.case_id`

/** The measures once more, over the children whose days were put right: what they count then, and did not. */
async function findRepaired(build: ParallelBuild, measures: readonly MeasureFile[]): Promise<void> {
  const [schema] = await build.all(
    `select 1 as one from information_schema.schemata
     where schema_name = 'repaired' and catalog_name = current_database()`,
  )
  if (!schema) return
  await build.run('create table repaired.case_row as from main.case_row limit 0')
  await runMeasuresIn(build, 'repaired', measures)
  await build.run(REPAIRED)
  // The engine cannot commit rows of a table that the same step drops.
  await build.run('commit; begin transaction')
  await build.run('drop schema repaired cascade')
}

/**
 * A stock counts a child once, by one of its rows: when a day is put right it may be another of them. That is no harm, so
 * only months in which the child's own tally differs are looked at. A child with two kinds of fault is put right in
 * both, and the difference counts for each. Cases about no child (a worker's caseload) are of all children
 * together, so part of them says nothing.
 */
const REPAIRED = `
  create temporary table faulty_child as select distinct check_id, child_key from repaired.fault;

  create temporary table tally_differs as
  with tally as (
      select series_no, month_no, child_key, 1 as side, count(*) as cases, sum(cast(met as integer)) as met
      from main.case_row
      where child_key in (select child_key from faulty_child)
      group by series_no, month_no, child_key
      union all
      select series_no, month_no, child_key, -1, count(*), sum(cast(met as integer))
      from repaired.case_row
      where child_key > 0
      group by series_no, month_no, child_key
  )
  select series_no, month_no, child_key, sum(side * cases) as fewer
  from tally
  group by series_no, month_no, child_key
  having sum(side * cases) <> 0 or sum(side * met) <> 0;

  insert into harmed
  select distinct f.check_id, r.series_no, r.month_no, r.child_key, r.case_id, 'left_out'
  from faulty_child f
  join repaired.case_row r on r.child_key = f.child_key
  join tally_differs d on d.series_no = r.series_no and d.month_no = r.month_no and d.child_key = r.child_key and d.fewer < 0
  where not exists (
      select 1 from main.case_row c
      where c.series_no = r.series_no and c.month_no = r.month_no and c.child_key = r.child_key and c.case_id = r.case_id
  );

  insert into harmed
  select distinct f.check_id, c.series_no, c.month_no, c.child_key, c.case_id, 'counted'
  from faulty_child f
  join main.case_row c on c.child_key = f.child_key
  join tally_differs d on d.series_no = c.series_no and d.month_no = c.month_no and d.child_key = c.child_key and d.fewer >= 0
  where not exists (
      select 1 from repaired.case_row r
      where r.series_no = c.series_no and r.month_no = c.month_no and r.child_key = c.child_key and r.case_id = c.case_id
          and r.met = c.met
  );

  drop table faulty_child; drop table tally_differs`

const TALLY = `
  insert into quality_harm
  select h.check_id, a.series, count(distinct h.child_key || ' ' || h.case_id), h.how
  from harmed h
  join measure_available a on a.series_no = h.series_no
  group by h.check_id, a.series, h.how
  order by h.check_id, a.series, h.how;

  insert into quality_month
  select a.series, printf('%04d-%02d', (h.month_no - 1) // 12, (h.month_no - 1) % 12 + 1) as month,
      count(distinct case when how <> 'left_out' then child_key || ' ' || case_id end),
      count(distinct case when how = 'left_out' then child_key || ' ' || case_id end)
  from harmed h
  join measure_available a on a.series_no = h.series_no
  where how <> 'split' and exists (
      select 1 from quality_check k where k.check_id = h.check_id and k.severity = 'warning'
  )
  group by 1, 2
  order by 1, 2;

  drop table harmed; drop table series_need; drop table series_table; drop table faulty_row;
  drop table blank_cell; drop table row_id`
