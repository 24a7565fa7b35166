import { readFileSync } from 'node:fs'
import { insertRows, type BuildConnection, type ParallelBuild } from '../../dataset/index.ts'
import { monthNumber } from '../figures/month-number.ts'
import { writeMonthTotals } from '../figures/month-total.ts'
import type { Day, Month } from '../../platform/day.ts'
import { availabilities, type Availability } from './availability.ts'
import { functionsSql, MEASURES } from '../catalogue/catalogue.ts'
import { stepsFor } from '../catalogue/steps.ts'
import type { SeriesDefinition } from '../figures/figure.ts'
import type { MeasureFile } from '../catalogue/measure-file.ts'
import { isUnknownName, numberNames, takeAnyName } from './case-names.ts'
import { runSideBySide, type Task } from './side-by-side.ts'

/**
 * Runs every measure once and stores its cases in `case_row`. Every figure, split and list is read from these rows. A row
 * about no child (a worker's caseload) has the key 0, which no child has. Throws, naming file and line, when a measure
 * needs a field that the dataset does not have or its SQL does not run.
 */
export async function writeMeasureCases(
  build: ParallelBuild,
  measures: readonly MeasureFile[] = MEASURES,
): Promise<void> {
  await refuseUnknownFields(build, measures)
  await build.run(readFileSync(new URL('./sealing.sql', import.meta.url), 'utf8'))
  await build.run(functionsSql())
  const found = await availabilities(
    build,
    measures.flatMap(({ series }) => series),
  )
  await writeAvailability(build, found)
  await runNumbered(build, await measuresToRun(build, measures))
  await build.run(TRIM_MONTHS)
  await writeMonthTotals(build, definitionsOf(measures))
}

export const definitionsOf = (measures: readonly MeasureFile[]): SeriesDefinition[] =>
  measures.flatMap(({ series }) => series.map(({ definition }) => definition))

/**
 * The names of teams and workers are in millions of cases, so each is stored as its number in a list of all names. When a
 * measure answers a name that is not in the list, the measures run once more and `case_row` has the names as text.
 */
async function runNumbered(build: ParallelBuild, toRun: readonly MeasureToRun[]): Promise<void> {
  await numberNames(build)
  try {
    await runAll(build, toRun)
  } catch (error) {
    if (!isUnknownName(error)) throw error
    await takeAnyName(build)
    await runAll(build, toRun)
  }
}

/** Every measure and, for splits, the cohort that each child is in on each day. */
async function runAll(build: ParallelBuild, toRun: readonly MeasureToRun[]): Promise<void> {
  const cohorts: Task = {
    name: 'child_cohort',
    after: [],
    run: (connection) =>
      connection.run(`insert into child_cohort select child_key, from_date, to_date, cohort from ${COHORT}`),
  }
  await runSideBySide(build, {
    schemas: ['main'],
    prepare: functionsSql(),
    steps: stepTasks([...textsOf(toRun), COHORT]),
    measures: [cohorts, ...(await measureTasks(build, toRun))],
  })
}

/** Each step that these texts use is a table of the schema that the connections share. */
const stepTasks = (texts: readonly string[]): Task[] =>
  stepsFor(texts).map(({ name, sql }) => ({
    name,
    after: stepsFor([sql]).flatMap((step) => (step.name === name ? [] : [step.name])),
    run: (connection) => connection.run(sql.replace('create temporary table ', 'create table step.')),
  }))

async function measureTasks(build: BuildConnection, toRun: readonly MeasureToRun[]): Promise<Task[]> {
  const [extract] = await build.all<{ asAt: Day }>('select as_at as "asAt" from extract')
  return toRun.map(({ measure, series }) => ({
    name: measure.id,
    after: [],
    run: (connection) => runMeasure(connection, measure, series, extract!.asAt),
  }))
}

/** A series, with the months whose cases are stored. */
interface StoredSeries {
  series: string
  no: number
  first: Month
  last: Month
}

interface MeasureToRun {
  measure: MeasureFile
  series: readonly SeriesToRun[]
}

/** The step that is stored whole, because every list and figure can be split by it. */
const COHORT = 'cohort_spell'

/**
 * Writes the cases of the series that have a month into the `case_row` of a schema, in whose tables the measures look
 * before those of `main`. What was done before is committed.
 */
export async function runMeasuresIn(
  build: ParallelBuild,
  schema: string,
  measures: readonly MeasureFile[],
): Promise<void> {
  const toRun = await measuresToRun(build, measures)
  await runSideBySide(build, {
    schemas: [schema, 'main'],
    prepare: functionsSql(),
    steps: stepTasks(textsOf(toRun)),
    measures: await measureTasks(build, toRun),
  })
}

/** The measures with a series that has a month and, in its tables, a row. */
async function measuresToRun(
  build: BuildConnection,
  measures: readonly MeasureFile[],
): Promise<MeasureToRun[]> {
  const stored = await build.all<StoredSeries>(
    `select series, series_no as no, first_month as first, last_month as last from main.measure_available
     where first_month is not null and has_rows`,
  )
  const bySeries = new Map(stored.map((row) => [row.series, row]))
  return measures.flatMap((measure) => {
    const series = measure.series.flatMap(({ key, definition }) => {
      const found = bySeries.get(definition.id)
      return found ? [{ key, ...found }] : []
    })
    return series.length > 0 ? [{ measure, series }] : []
  })
}

const textsOf = (toRun: readonly MeasureToRun[]): string[] => toRun.map(({ measure }) => measure.sql)

/** Throws, naming file and line, when a measure needs a field that no table has. */
export async function refuseUnknownFields(
  build: BuildConnection,
  measures: readonly MeasureFile[],
): Promise<void> {
  const rows = await build.all<{ field: string }>(
    `select table_name || '.' || column_name as field from duckdb_columns() where not internal`,
  )
  const known = new Set(rows.map(({ field }) => field))
  for (const { file, series } of measures)
    for (const { needs, needsAction } of series) {
      for (const { field, line } of needs)
        if (!known.has(field)) throw new Error(`${file}:${line}: the dataset has no '${field}'`)
      const { table, column, id } = needsAction?.starts ?? {}
      for (const field of table ? [`${table}.${column}`, `${table}.${id}`] : [])
        if (!known.has(field))
          throw new Error(`${file}:1: the dataset has no '${field}' for a case to start by`)
    }
}

const AVAILABLE = {
  series: 'text',
  measure: 'text',
  timing: 'text',
  available: 'boolean',
  why: 'text',
  first: 'text',
  last: 'text',
  complete: 'double',
  leastFull: 'text',
  source: 'text',
  hasRows: 'boolean',
} as const satisfies Record<keyof Availability, string>

async function writeAvailability(build: BuildConnection, found: readonly Availability[]): Promise<void> {
  const rows = found.map((series, index) => ({ ...series, no: index + 1 }))
  await insertRows(build, 'measure_available', { ...AVAILABLE, no: 'smallint' }, rows)
}

interface SeriesToRun extends StoredSeries {
  /** What the measure's text calls it. */
  key: string
}

/** The measure's own text starts on the second line, so that the line of an error can be found in the file. */
const insertCases = (
  { sql, hasDetail }: MeasureFile,
  series: readonly SeriesToRun[],
  asAt: Day,
): string => `insert into case_row with found as (
${sql}
), numbered as (
    select f.*,
        case f.series ${series.map(({ key, no }) => `when '${key}' then ${no}`).join(' ')} end as series_no,
        year(f.on_date) * 12 + month(f.on_date) as month_no
    from found f
    where f.on_date <= date '${asAt}'
)
select series_no, month_no, child_key, case_id, on_date, team, worker, met, value, ${hasDetail ? 'detail' : 'null'}
from numbered
where ${monthsKept(series)}`

/** One condition for all series that have the same months. */
function monthsKept(series: readonly SeriesToRun[]): string {
  const byMonths = Map.groupBy(
    series,
    ({ first, last }) => `month_no between ${monthNumber(first)} and ${monthNumber(last)}`,
  )
  return [...byMonths]
    .map(
      ([months, sameMonths]) => `(series_no in (${sameMonths.map(({ no }) => no).join(', ')}) and ${months})`,
    )
    .join(' or ')
}

const runMeasure = (
  build: Pick<BuildConnection, 'run'>,
  measure: MeasureFile,
  series: readonly SeriesToRun[],
  asAt: Day,
): Promise<void> => withFileAndLine(measure, () => build.run(insertCases(measure, series, asAt)))

/** Runs SQL in which a measure's own text starts on the second line; an error names the measure's file and line. */
export async function withFileAndLine(
  { file }: Pick<MeasureFile, 'file'>,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const line = Number(/^LINE (\d+):/m.exec(message)?.[1] ?? 2) - 1
    throw new Error(`${file}:${line}: the measure does not run: ${message.split('\n')[0]}`, { cause: error })
  }
}

/**
 * No point before the first month in which any series of the measure has a case, for flows and stocks apart: before it the
 * source has no data, which is not zero. A measure without any case has its last month alone.
 */
const TRIM_MONTHS = `
  create temporary table began as
  select a.measure, a.timing, printf('%04d-%02d', (min(c.no) - 1) // 12, (min(c.no) - 1) % 12 + 1) as month
  from (select series_no, min(month_no) as no from case_row group by series_no) c
  join measure_available a on a.series_no = c.series_no
  group by a.measure, a.timing;

  update measure_available set first_month = greatest(first_month, coalesce(
      (select month from began b where b.measure = measure_available.measure and b.timing = measure_available.timing),
      last_month))
  where first_month is not null;

  drop table began`
