import { readFileSync } from 'node:fs'
import type { Day, Month } from '../../platform/day.ts'
import type { MeasureFile } from '../catalogue/measure-file.ts'
import { stepsFor } from '../catalogue/steps.ts'
import { monthNumber } from '../figures/month-number.ts'
import { availabilities, type Availability } from '../engine/availability.ts'
import { definitionsOf } from '../engine/measure-cases.ts'
import { writeMonthTotals } from '../figures/month-total.ts'
import { withByteOrder } from './dataset-tables.ts'
import type { PostgresWork } from './postgres-work.ts'

const readSql = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

/**
 * Runs the measures' own SQL on the dataset in PostgreSQL, into the tables that a sealed snapshot has, so that figures,
 * splits and lists are read in the same way. Throws, naming the file, when the SQL does not run.
 */
export async function runMeasuresOnPostgres(
  work: PostgresWork,
  measures: readonly MeasureFile[],
  withCohorts: boolean,
): Promise<void> {
  await work.run(readSql('../definitions/functions.postgres.sql'))
  await work.run(withByteOrder(readSql('../engine/sealing.sql')))
  const found = await availabilities(
    work,
    measures.flatMap(({ series }) => series),
  )
  await writeAvailability(work, found)
  const toRun = measures.flatMap((measure) => {
    const series = seriesToRun(measure, found)
    return series.length > 0 ? [{ measure, series }] : []
  })
  const steps = stepsFor([
    ...toRun.map(({ measure }) => measure.sql),
    ...(withCohorts ? ['cohort_spell'] : []),
  ])
  const [extract] = await work.all<{ asAt: Day }>('select as_at as "asAt" from extract')
  for (const { name, sql } of steps) await runText(work, `steps/${name}.sql`, sql)
  for (const { measure, series } of toRun)
    await runText(work, measure.file, insertCases(measure, series, extract!.asAt))
  if (withCohorts)
    await work.run('insert into child_cohort select child_key, from_date, to_date, cohort from cohort_spell')
  await trimMonths(work)
  await writeMonthTotals(work, definitionsOf(measures))
}

async function runText(work: PostgresWork, file: string, sql: string): Promise<void> {
  try {
    await work.run(sql)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new Error(`${file}: it does not run on PostgreSQL: ${message}`, { cause: error })
  }
}

const writeAvailability = (work: PostgresWork, found: readonly Availability[]): Promise<void> =>
  work.run(
    'insert into measure_available select * from json_populate_recordset(null::measure_available, $rows)',
    {
      rows: JSON.stringify(
        found.map(({ first, last, leastFull, hasRows, ...series }, index) => ({
          ...series,
          first_month: first,
          last_month: last,
          least_full: leastFull,
          has_rows: hasRows,
          series_no: index + 1,
        })),
      ),
    },
  )

interface SeriesToRun {
  key: string
  no: number
  first: Month
  last: Month
}

const seriesToRun = (measure: MeasureFile, found: readonly Availability[]): SeriesToRun[] =>
  measure.series.flatMap(({ key, definition }) => {
    const index = found.findIndex(({ series }) => series === definition.id)
    const { first = null, last = null, hasRows = false } = found[index] ?? {}
    return first && last && hasRows ? [{ key, no: index + 1, first, last }] : []
  })

/** On PostgreSQL a column of nulls has no type, so each column is cast to its own. */
const insertCases = ({ sql, hasDetail }: MeasureFile, series: readonly SeriesToRun[], asAt: Day): string => `
  insert into case_row
  with found as (
  ${sql}
  ),
  numbered as (
      select f.*, ${numbersOf(series)} as series_no, year(f.on_date) * 12 + month(f.on_date) as month_no
      from found f
      where f.on_date <= date '${asAt}'
  )
  select series_no, month_no, child_key, case_id, on_date, team, worker, met, cast(value as double precision),
      ${hasDetail ? 'detail' : 'null'}
  from numbered
  where ${series
    .map(
      ({ no, first, last }) =>
        `(series_no = ${no} and month_no between ${monthNumber(first)} and ${monthNumber(last)})`,
    )
    .join(' or ')}`

const numbersOf = (series: readonly SeriesToRun[]): string =>
  `case f.series ${series.map(({ key, no }) => `when '${key}' then ${no}`).join(' ')} end`

/** As a sealed snapshot has it: no point before the first month in which the measure has a flow, or a stock, of any series. */
async function trimMonths(work: PostgresWork): Promise<void> {
  await work.run(`
    update measure_available set first_month = greatest(first_month, coalesce(
        (select to_char((min(c.month_no) - 1) / 12, 'FM0000') || '-' || to_char((min(c.month_no) - 1) % 12 + 1, 'FM00')
         from case_row c
         join measure_available a on a.series_no = c.series_no
         where a.measure = measure_available.measure and a.timing = measure_available.timing),
        last_month))
    where first_month is not null`)
  await work.run('create index on case_row (series_no, month_no)')
  await work.run('analyze case_row')
}
