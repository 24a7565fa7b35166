import type { SealedSnapshot } from '../dataset/index.ts'
import { lastOf, monthOf, monthsFrom, type Day, type Month } from '../platform/day.ts'
import { NotFound } from '../platform/errors.ts'
import { availability } from './availability-read.ts'
import { NOT_RECORDED, splitOrder, splitSql } from './case-filter.ts'
import { seriesOf } from './catalogue.ts'
import type { MeasureFigures, Point, SeriesDefinition, Split } from './figure.ts'

/** What one month's cases of one split come to. */
interface Tally {
  month: Month
  split: string | null
  cases: number
  met: number
  workers: number
  /** The statistic, for the kinds that are one. */
  statistic: number | null
}

/** The statistic over the rows of `measure_case c` that a figure is made of, for the kinds that are more than a count (B6). */
function statisticSql({ kind, percentile, over }: SeriesDefinition): string {
  switch (kind) {
    case 'median':
      return 'percentile_disc(0.5) within group (order by c.value)' // nearest rank (Q16d)
    case 'percentile':
      return `percentile_disc(${(percentile ?? 0) / 100}) within group (order by c.value)`
    case 'maximum':
      return 'max(c.value)'
    case 'difference':
      return 'sum(c.value)'
    case 'mean':
      // Children over full-time workers (Q16c): each child's row carries its worker's caseload, and the children of one
      // full-time worker add up to 1 of 1 / caseload.
      return over === 'workers' ? 'count(*) / sum(1 / c.value)' : 'avg(c.value)'
    default:
      return 'cast(null as double precision)'
  }
}

const toTwoPlaces = (value: number): number => Math.round(value * 100) / 100

function toPoint(series: SeriesDefinition, tally: Tally, provisional: boolean): Point {
  const { month: period, split, cases, met, workers, statistic } = tally
  const at = { period, split, provisional }
  const value = statistic === null ? null : toTwoPlaces(statistic)
  switch (series.kind) {
    case 'rate':
    case 'ratio':
      return {
        ...at,
        numerator: met,
        denominator: cases,
        value: cases === 0 ? null : toTwoPlaces((100 * met) / cases),
      }
    case 'count':
      return { ...at, numerator: met, denominator: null, value: met }
    case 'difference':
      return { ...at, numerator: null, denominator: null, value: value ?? 0 }
    case 'mean':
      return series.over === 'workers'
        ? { ...at, numerator: cases, denominator: workers, value }
        : { ...at, numerator: null, denominator: cases, value }
    default:
      return { ...at, numerator: null, denominator: cases, value }
  }
}

/** Points of the as-at month may still move: its late records have not come in, or the month is not over. */
function isProvisional({ timing }: SeriesDefinition, month: Month, asAt: Day): boolean {
  if (month !== monthOf(asAt)) return false
  return timing === 'flow' || asAt < lastOf(month)
}

export interface FigureRange {
  from?: Month | undefined
  to?: Month | undefined
  by?: Split | undefined
}

/**
 * A measure's figures, month by month, oldest first; with a split, the total of each month (`split` null) and then each
 * value, months without a case included. Answers no points when the series is not available or has no such split.
 * Throws NotFound for an unknown id.
 */
export async function figures(
  snapshot: SealedSnapshot,
  id: string,
  { from, to, by }: FigureRange = {},
): Promise<MeasureFigures> {
  const series = seriesOf(id)
  if (!series) throw new NotFound(`There is no measure ${id}`)
  const found = (await availability(snapshot)).get(series.id)
  const answer = {
    id,
    asAt: snapshot.asAt,
    snapshot: snapshot.id,
    version: series.version,
    unit: series.unit,
    available: found?.available ?? false,
    why: found ? found.why : 'This snapshot was sealed before the measure was written',
  }
  if (!found?.first || !found.last || (by && !series.splits.includes(by))) return { ...answer, points: [] }

  const first = from && from > found.first ? from : found.first
  const last = to && to < found.last ? to : found.last
  const splits = by ? splitSql(by) : 'null'
  const tallies = await snapshot.all<Tally>(
    `select c.month, ${splits} as split, count(*) as cases, count(*) filter (where c.met) as met,
         count(distinct c.worker) as workers, ${statisticSql(series)} as statistic
     from measure_case c
     where c.series = $series and c.month between $first and $last
     group by ${by ? `grouping sets ((c.month), (c.month, ${splits}))` : 'c.month'}`,
    { series: series.id, first, last },
  )
  const months = monthsFrom(first, last)
  const byPlace = new Map(tallies.map((tally) => [`${tally.month} ${tally.split ?? ''}`, tally]))
  const values = by ? inOrder(by, tallies) : []
  const points = [null, ...values].flatMap((split) =>
    months.map((month) =>
      toPoint(
        series,
        byPlace.get(`${month} ${split ?? ''}`) ?? {
          month,
          split,
          cases: 0,
          met: 0,
          workers: 0,
          statistic: null,
        },
        isProvisional(series, month, snapshot.asAt),
      ),
    ),
  )
  return { ...answer, points }
}

/** The values of a split that some case has: in the split's own order, or by name; "Not recorded" last. */
function inOrder(by: Split, tallies: readonly Tally[]): string[] {
  const values = new Set(tallies.flatMap(({ split }) => (split === null ? [] : [split])))
  const order = splitOrder(by)
  const place = (value: string) => (value === NOT_RECORDED ? Number.MAX_SAFE_INTEGER : order.indexOf(value))
  const byName = new Intl.Collator('en-GB', { numeric: true }).compare
  return [...values].sort((a, b) => place(a) - place(b) || byName(a, b))
}
