import { isBlankWhileOpen, type BuildConnection } from '../../dataset/index.ts'
import type { Day, Month } from '../../platform/day.ts'
import { describeField, describeSource, templateOf } from '../catalogue/field-words.ts'
import type { Timing } from '../figures/figure.ts'
import type { MeasureSeries } from '../catalogue/measure-file.ts'
import type { Need, Shown } from '../catalogue/measure-header.ts'
import { findUnmatched } from './unmatched.ts'

/** Whether one series can be worked out from this dataset, over which months, and how full its fields are. */
export interface Availability {
  series: string
  measure: string
  /** The primary source of the first table it needs. */
  source: string
  timing: Timing
  available: boolean
  /** Whether any table that it needs has a row; without one it has no case. */
  hasRows: boolean
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

/** The days that one source of a table covers. */
interface Window {
  source: string
  asAt: Day
  windowFrom: Day | null
}

/** What the dataset says about itself, read once for all measures. */
interface Extract extends Window {
  /** By table, its primary source first. */
  windows: ReadonlyMap<string, readonly Window[]>
  fields: ReadonlyMap<string, SourceField>
  months: readonly { month: Month; lastDay: Day }[]
}

async function readExtract(build: BuildConnection): Promise<Extract> {
  const [extract] = await build.all<Window>(
    'select source, as_at as "asAt", window_from as "windowFrom" from extract',
  )
  if (!extract) throw new Error('The dataset does not say what it is an extract of')
  const windows = await build.all<Window & { table: string }>(
    `select table_name as "table", source, as_at as "asAt", window_from as "windowFrom"
     from table_source order by table_name, place`,
  )
  const fields = await build.all<SourceField>(
    `select table_name || '.' || column_name as field, present, row_count, filled_count from source_field`,
  )
  const months = await build.all<{ month: Month; lastDay: Day }>(
    'select month, last_day as "lastDay" from reporting_month order by month',
  )
  return {
    ...extract,
    windows: Map.groupBy(windows, ({ table }) => table),
    fields: new Map(fields.map((field) => [field.field, field])),
    months,
  }
}

const tableOf = ({ field }: Need): string => field.slice(0, field.indexOf('.'))

/** The primary source of the first table that the series needs. */
function sourceOf({ source, windows }: Pick<Extract, 'source' | 'windows'>, needs: readonly Need[]): string {
  const [first] = needs
  return (first && windows.get(tableOf(first))?.[0]?.source) ?? source
}

/** A needed column that is absent, or blank in every row, makes a series unavailable. */
export async function availabilities(
  build: BuildConnection,
  all: readonly MeasureSeries[],
): Promise<Availability[]> {
  const extract = await readExtract(build)
  const shown = new Map<string, ReadonlySet<Month> | null>()
  for (const { shown: rule } of all) {
    const name = JSON.stringify(rule)
    if (!shown.has(name)) shown.set(name, await shownMonths(build, rule))
  }
  const unmatched = await findUnmatched(build, all)
  const noHistory = await withoutHistory(build, all)
  return all.map((series) => {
    const source = sourceOf(extract, series.needs)
    const needed = series.needs.filter(({ sources }) => !sources || sources.includes(source))
    const why =
      whyNot({ source, fields: extract.fields }, series, needed) ??
      noHistory.get(JSON.stringify(series.shown)) ??
      unmatched(new Set(needed.map(({ table }) => table)), new Set(needed.map(({ field }) => field)))
    const months =
      why === null ? monthsOf(extract, series, needed, shown.get(JSON.stringify(series.shown)) ?? null) : []
    return {
      series: series.definition.id,
      measure: series.definition.measure,
      source,
      timing: series.definition.timing,
      available: why === null,
      why,
      hasRows: needed.length === 0 || needed.some(({ field }) => !isEmpty(extract.fields.get(field))),
      first: months[0] ?? null,
      last: months.at(-1) ?? null,
      ...fullnessOf(extract, needed),
    }
  })
}

function whyNot(
  { source, fields }: Pick<Extract, 'source' | 'fields'>,
  { definition, sources }: MeasureSeries,
  needed: readonly Need[],
): string | null {
  if (definition.notHeld) return definition.notHeld
  // Records always have their columns, so only a first table without a row makes a series unavailable.
  if (source === 'records')
    return needed[0] && isEmpty(fields.get(needed[0].field))
      ? 'Not available yet: nothing that it counts has been recorded here'
      : null
  const name = describeSource(source)
  if (sources && !sources.includes(source))
    return `${name} does not hold it: it needs ${sources.map(describeSource).join(' or ')}`
  const missing = needed
    .filter((need) => !fields.get(need.field)?.present && !isYetToCome(need, fields))
    .map(({ field }) => field)
  if (missing.length === 0) return null
  const templates = new Set(
    missing.flatMap((field) => (isEmpty(fields.get(field)) ? (templateOf(field) ?? []) : [])),
  )
  if (templates.size > 0)
    return `Not available yet: it is captured in the template ${[...templates].join(' and the template ')}, and no such file has been loaded`
  // A column that is blank in every row counts as absent, but is described as blank.
  const isBlank = (field: string): boolean => {
    const found = fields.get(field)
    return found !== undefined && found.row_count > 0 && found.filled_count === 0
  }
  const describe = (fault: string, which: readonly string[]): string[] =>
    which.length === 0 ? [] : [`${fault} ${which.map(describeField).join(', ')}`]
  const reasons = [
    ...describe(
      'does not hold',
      missing.filter((field) => !isBlank(field)),
    ),
    ...describe('leaves blank in every row', missing.filter(isBlank)),
  ]
  return `${name} as loaded ${reasons.join(', and ')}`
}

/** A column of what has not happened in any of so many rows is one that nobody fills. */
const MIN_ROWS_UNFILLED = 10

/**
 * In a template a blank end is a spell that goes on: where none has ended yet the column is there all the same, as is the
 * reason of an end. So is the day of anything else while there are few rows.
 */
function isYetToCome({ table, column, mayBeBlank, field }: Need, fields: Extract['fields']): boolean {
  const found = fields.get(field)
  if (!mayBeBlank || templateOf(field) === null || !found || isEmpty(found)) return false
  const hasEnds = ['to_on', 'end_date'].some((end) => fields.get(`${table}.${end}`)?.present)
  if (column === 'to_on' || column === 'end_date') return true
  return found.row_count < MIN_ROWS_UNFILLED || (column.startsWith('ended_') && !hasEnds)
}

const isEmpty = (field: SourceField | undefined): boolean => !field || field.row_count === 0

function fullnessOf(
  { fields }: Pick<Extract, 'fields'>,
  needs: readonly Need[],
): Pick<Availability, 'complete' | 'leastFull'> {
  const shares = needs
    .filter(({ mayBeBlank, table, column }) => !mayBeBlank && !isBlankWhileOpen(table, column))
    .flatMap(({ field }) => {
      const found = fields.get(field)
      return found && found.row_count > 0 ? [{ field, share: found.filled_count / found.row_count }] : []
    })
    .sort((a, b) => a.share - b.share)
  return { complete: shares[0]?.share ?? null, leastFull: shares[0]?.field ?? null }
}

/**
 * The months that may have a point: those the series is shown for and every table it needs covers. A stock needs a source
 * whose window includes the month's last day. A flow may also come from before every window, where the data is shown and
 * described as incomplete; but not from before a gap between two sources, nor from after the last of them, nor from months
 * that the leading source promises but for this table, which begins later: nothing is known of them.
 */
const monthsOf = (
  { source, windowFrom, months, windows }: Extract,
  { definition }: MeasureSeries,
  needed: readonly Need[],
  shown: ReadonlySet<Month> | null,
): Month[] => {
  const promised = { source, windowFrom }
  const tables = [...new Set(needed.map(tableOf))].map((table) => windows.get(table) ?? [])
  const covered = months.map(({ month, lastDay }) => ({
    month,
    isCovered: tables.every((sources) => isCovered(definition.timing, sources, lastDay, promised)),
  }))
  const last = covered.findLastIndex((month) => month.isCovered)
  const gap = covered.findLastIndex((month, index) => index < last && !month.isCovered)
  return covered
    .slice(gap + 1, last + 1)
    .map(({ month }) => month)
    .filter((month) => shown === null || shown.has(month))
}

function isCovered(
  timing: Timing,
  windows: readonly Window[],
  lastDay: Day,
  leading: Pick<Window, 'source' | 'windowFrom'>,
): boolean {
  if (windows.length === 0) return true
  if (
    windows.some(({ asAt, windowFrom }) => lastDay <= asAt && (windowFrom === null || lastDay >= windowFrom))
  )
    return true
  return (
    timing === 'flow' &&
    windows.every(
      ({ source, windowFrom }) =>
        windowFrom !== null &&
        lastDay < windowFrom &&
        !(source === leading.source && isPromised(leading, lastDay)),
    )
  )
}

const isPromised = ({ windowFrom }: Pick<Window, 'windowFrom'>, lastDay: Day): boolean =>
  windowFrom !== null && lastDay >= windowFrom

/** By rule: why no month has the days before it that are asked for, where no row at all has such a day. */
async function withoutHistory(
  build: BuildConnection,
  all: readonly MeasureSeries[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const { shown } of all) {
    const name = JSON.stringify(shown)
    if (shown.kind !== 'history' || found.has(name)) continue
    const [rows] = await build.all<{ all: number; dated: number }>(
      `select count(*) as "all", count(${shown.column}) as dated from ${shown.table}`,
    )
    if (rows!.all > 0 && rows!.dated === 0)
      found.set(
        name,
        `Not available yet: it counts from ${describeField(`${shown.table}.${shown.column}`)}, and as loaded no row has one`,
      )
  }
  return found
}

/** The last day of the calendar month, even when it is after the as-at day. */
const LAST_OF_MONTH = "(cast(m.first_day + interval '1 month' as date) - 1)"

/** Null for every month. */
async function shownMonths(build: BuildConnection, shown: Shown): Promise<ReadonlySet<Month> | null> {
  if (shown.kind === 'every') return null
  const months =
    shown.kind === 'matured'
      ? // Every start of the month has passed the day exactly when finishing on the as-at day would be late for the last.
        await build.all<{ month: Month }>(
          `select m.month from reporting_month m
           cross join extract x
           where ${shown.areWorking ? `working_day_number(${LAST_OF_MONTH}, x.as_at)` : `x.as_at - ${LAST_OF_MONTH}`} > $days`,
          { days: shown.days },
        )
      : // From the first month whose first day has this many days of history before it.
        await build.all<{ month: Month }>(
          `select m.month from reporting_month m
           where m.first_day - cast($days as integer) >= (select min(${shown.column}) from ${shown.table})`,
          { days: shown.days },
        )
  return new Set(months.map(({ month }) => month))
}
