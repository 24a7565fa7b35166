import type { BuildConnection } from '../dataset/index.ts'
import type { Day, Month } from '../platform/day.ts'
import { sayField, saySource } from './field-words.ts'
import type { MeasureSeries } from './measure-file.ts'
import type { Need, Shown } from './measure-header.ts'

/** Whether one series can be worked out from this dataset, over which months, and how full its fields are. */
export interface Availability {
  series: string
  available: boolean
  /** Names what is missing, in words; null when available. */
  why: string | null
  /** The months that may have a point; null when none may. */
  first: Month | null
  last: Month | null
  /** Share of rows in which the least full of the needed fields is filled; null when there are no rows. */
  complete: number | null
  leastFull: string | null
}

interface SourceField {
  field: string
  present: boolean
  row_count: number
  filled_count: number
}

/** What the dataset says of itself, read once for all measures. */
export interface Extract {
  source: string
  asAt: Day
  windowFrom: Day | null
  fields: ReadonlyMap<string, SourceField>
  months: readonly Month[]
}

export async function readExtract(build: BuildConnection): Promise<Extract> {
  const [extract] = await build.all<{ source: string; as_at: Day; window_from: Day | null }>(
    'select source, as_at, window_from from extract',
  )
  if (!extract) throw new Error('The dataset does not say what it is an extract of')
  const fields = await build.all<SourceField>(
    `select table_name || '.' || column_name as field, present, row_count, filled_count from source_field`,
  )
  const months = await build.all<{ month: Month }>('select month from reporting_month order by month')
  return {
    source: extract.source,
    asAt: extract.as_at,
    windowFrom: extract.window_from,
    fields: new Map(fields.map((field) => [field.field, field])),
    months: months.map(({ month }) => month),
  }
}

/** Works out one series' availability. A column that is absent or wholly blank makes it unavailable (B16). */
export async function availabilityOf(
  build: BuildConnection,
  extract: Extract,
  series: MeasureSeries,
): Promise<Availability> {
  const { definition, needs, sources } = series
  const needed = needs.filter((need) => !need.sources || need.sources.includes(extract.source))
  const missing = [...new Set(needed.filter((need) => !extract.fields.get(need.field)?.present))]
  const why =
    definition.notHeld ??
    (sources && !sources.includes(extract.source)
      ? `${saySource(extract.source)} does not hold it: it needs ${sources.map(saySource).join(' or ')}`
      : missing.length > 0
        ? `${saySource(extract.source)} as loaded does not hold ${missing.map((need) => sayField(need.field)).join(', ')}`
        : null)
  const fullness = fullnessOf(extract, needed)
  const months = why === null ? await monthsOf(build, extract, series) : { first: null, last: null }
  return { series: definition.id, available: why === null, why, ...months, ...fullness }
}

function fullnessOf(extract: Extract, needs: readonly Need[]): Pick<Availability, 'complete' | 'leastFull'> {
  const shares = needs
    .filter((need) => !need.mayBeBlank)
    .flatMap(({ field }) => {
      const found = extract.fields.get(field)
      return found && found.row_count > 0 ? [{ field, share: found.filled_count / found.row_count }] : []
    })
    .sort((a, b) => a.share - b.share)
  return { complete: shares[0]?.share ?? null, leastFull: shares[0]?.field ?? null }
}

/** The months that may have a point: those the series is shown for, and of a stock those within the extract's window (Q8). */
async function monthsOf(
  build: BuildConnection,
  extract: Extract,
  { shown, definition }: MeasureSeries,
): Promise<{ first: Month | null; last: Month | null }> {
  const within =
    definition.timing === 'stock'
      ? await build.all<{ month: Month }>(
          `select m.month from reporting_month m cross join extract x
           where x.window_from is null or m.last_day >= x.window_from order by m.month`,
        )
      : extract.months.map((month) => ({ month }))
  const kept = await shownMonths(build, shown)
  const months = within.map(({ month }) => month).filter((month) => kept === null || kept.has(month))
  return { first: months[0] ?? null, last: months.at(-1) ?? null }
}

/** Null for every month. */
async function shownMonths(build: BuildConnection, shown: Shown): Promise<ReadonlySet<Month> | null> {
  if (shown.kind === 'every') return null
  const months =
    shown.kind === 'matured'
      ? // Every start of the month has passed the day exactly when finishing on the as-at day would be late for the last (Q11).
        await build.all<{ month: Month }>(
          `select m.month from reporting_month m
           cross join extract x
           where working_day_number(cast(m.first_day + interval '1 month' as date) - 1, x.as_at) > $workingDays`,
          { workingDays: shown.workingDays },
        )
      : // The first month whose first day has this many days of history behind it (Q14).
        await build.all<{ month: Month }>(
          `select m.month from reporting_month m
           where m.first_day - cast($days as integer) >= (select min(${shown.column}) from ${shown.table})`,
          { days: shown.days },
        )
  return new Set(months.map(({ month }) => month))
}
