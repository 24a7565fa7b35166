import { readFileSync } from 'node:fs'
import type { BuildConnection, Cell } from '../../dataset/index.ts'
import { availabilities, type Availability } from './availability.ts'
import { functionsSql, MEASURES } from '../catalogue/catalogue.ts'
import { stepsFor } from '../catalogue/steps.ts'
import type { MeasureFile } from '../catalogue/measure-file.ts'

/**
 * Runs every measure once and keeps its cases in `measure_case`, with the child's age on the day, sex and ethnicity.
 * Every figure, split and list is a read of these rows. A row about no child (a worker's caseload) has the key 0, which
 * no child has. Throws, naming file and line, when a measure needs a field that
 * the dataset does not have or its SQL does not run.
 */
export async function writeMeasureCases(
  build: BuildConnection,
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
  const shown = new Set(found.filter(({ first }) => first !== null).map(({ series }) => series))
  await runMeasures(build, measures, shown)
  await build.run(TRIM_MONTHS)
}

/** Works out the cases of the series that are `shown`, from the tables and into the `measure_case` of the search path. */
export async function runMeasures(
  build: BuildConnection,
  measures: readonly MeasureFile[],
  shown: ReadonlySet<string>,
): Promise<void> {
  const toRun = measures.flatMap((measure) => {
    const keys = measure.series.filter(({ definition }) => shown.has(definition.id)).map(({ key }) => key)
    return keys.length > 0 ? [{ measure, keys }] : []
  })
  const steps = stepsFor(toRun.map(({ measure }) => measure.sql))
  for (const { sql } of steps) await build.run(sql)
  for (const { measure, keys } of toRun) await runMeasure(build, measure, keys)
  for (const { name } of steps) await build.run(`drop table ${name}`)
}

async function refuseUnknownFields(build: BuildConnection, measures: readonly MeasureFile[]): Promise<void> {
  const rows = await build.all<{ field: string }>(
    `select table_name || '.' || column_name as field from information_schema.columns`,
  )
  const known = new Set(rows.map(({ field }) => field))
  for (const { file, series } of measures)
    for (const { needs } of series)
      for (const { field, line } of needs)
        if (!known.has(field)) throw new Error(`${file}:${line}: the dataset has no '${field}'`)
}

async function writeAvailability(build: BuildConnection, found: readonly Availability[]): Promise<void> {
  const columns = [
    'series',
    'measure',
    'timing',
    'available',
    'why',
    'first',
    'last',
    'complete',
    'leastFull',
    'source',
  ] as const
  const rows = found.map((_, at) => `(${columns.map((column) => `$${column}${at}`).join(', ')})`)
  const parameters = Object.fromEntries(
    found.flatMap((one, at) => columns.map((column) => [`${column}${at}`, one[column]])),
  )
  await build.run(`insert into measure_available values ${rows.join(', ')}`, parameters)
}

/** The measure's own text starts on the second line, so that a line the engine complains of can be found in the file. */
const insertCases = (
  sql: string,
  keys: readonly string[],
  hasDetail: boolean,
): string => `insert into measure_case with found as (
${sql}
), named as (
    select f.*, case when f.series = 'bare' then $measure else $measure || '.' || f.series end as series_id
    from found f
    where f.series in (${keys.map((_, at) => `$key${at}`).join(', ')})
)
select
    n.series_id, m.month, n.child_key, n.case_id, n.on_date, n.team, n.worker, n.met, cast(n.value as double precision),
    case when p.dob is not null then age_on(p.dob, n.on_date) when p.expected_dob is not null then -1 end,
    p.sex, p.ethnicity, null, null, p.disability, null, ${hasDetail ? 'n.detail' : 'null'}
from named n
join reporting_month m on n.on_date between m.first_day and m.last_day
join measure_available a on a.series = n.series_id and m.month between a.first_month and a.last_month
left join person p on p.child_key = n.child_key
order by n.series_id, m.month, n.child_key, n.case_id`

async function runMeasure(
  build: BuildConnection,
  { id, file, sql, hasDetail }: MeasureFile,
  keys: readonly string[],
): Promise<void> {
  const parameters: Record<string, Cell> = { measure: id }
  keys.forEach((key, at) => (parameters[`key${at}`] = key))
  try {
    await build.run(insertCases(sql, keys, hasDetail), parameters)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const line = Number(/^LINE (\d+):/m.exec(message)?.[1] ?? 2) - 1
    throw new Error(`${file}:${line}: the measure does not run: ${message.split('\n')[0]}`, { cause: error })
  }
}

/**
 * No point before the first month in which the measure has a flow, or a stock, of any of its series: before it the source
 * is silent, and silence is not zero. A measure without any case has its last month alone.
 */
const TRIM_MONTHS = `
  update measure_available set first_month = greatest(first_month, coalesce(
      (select min(began.month)
       from (select series, min(month) as month from measure_case group by series) as began
       join measure_available other on other.series = began.series
       where other.measure = measure_available.measure and other.timing = measure_available.timing),
      last_month))
  where first_month is not null`
