import type { SealedSnapshot } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { lastOf, monthOf, monthsFrom, type Day, type Month } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import { availability } from './availability-read.ts'
import { NOT_RECORDED, splitOrder, splitSql } from './case-filter.ts'
import { catalogue, seriesOf } from '../catalogue/catalogue.ts'
import { monthOfNumber } from './month-number.ts'
import { oncePerSnapshot } from './snapshot-memo.ts'
import type { MeasureFigures, Point, SeriesDefinition, Split } from './figure.ts'

/** Counts of one month's cases of one value of a split. */
interface Tally {
  month: Month
  split: string | null
  cases: number
  met: number
  workers: number
  /** The statistic, for the kinds that are one; for a ratio, its numerator. */
  statistic: number | null
  /** The denominator of a ratio. */
  whole: number | null
}

/** The statistic over the rows of `case_row c` that a figure is made of, for the kinds that are more than a count. */
function statisticSql({ kind, percentile, over }: SeriesDefinition): string {
  switch (kind) {
    case 'median':
      return 'percentile_disc(0.5) within group (order by c.value)' // nearest rank
    case 'percentile':
      return `percentile_disc(${(percentile ?? 0) / 100}) within group (order by c.value)`
    case 'maximum':
      return 'max(c.value)'
    case 'difference':
    case 'total':
      return 'sum(c.value)'
    case 'ratio':
      return 'sum(c.value) filter (where c.met)'
    case 'mean':
      // Children over full-time workers: each child's row has its worker's caseload, so that 1 / caseload adds up to 1 for
      // the children of one full-time worker.
      return over === 'workers' ? 'count(*) / sum(1 / c.value)' : 'avg(c.value)'
    default:
      return 'cast(null as double precision)'
  }
}

/** The denominator of a ratio, over the same rows. */
const wholeSql = ({ kind, over }: SeriesDefinition): string =>
  kind === 'ratio'
    ? `sum(c.value)${over === 'rest' ? ' filter (where not c.met)' : ''}`
    : 'cast(null as double precision)'

const tallySql = (series: SeriesDefinition): string => `
  count(*) as cases, count(*) filter (where c.met) as met,
  ${series.over === 'workers' ? 'count(distinct c.worker)' : '0'} as workers, ${statisticSql(series)} as statistic,
  ${wholeSql(series)} as whole`

type TallyRow = Omit<Tally, 'month'> & { series_no: number; month_no: number }

/** The last bits of a sum of fractions depend on the order of adding, so they are rounded off first. */
const toTwoPlaces = (value: number): number => Math.round(Number((value * 100).toFixed(6))) / 100

function toPoint(series: SeriesDefinition, tally: Tally, provisional: boolean): Point {
  const { month: period, split, cases, met, workers, statistic, whole } = tally
  const common = { period, split, provisional }
  const value = statistic === null ? null : toTwoPlaces(statistic)
  switch (series.kind) {
    case 'ratio': {
      const times = series.unit === '%' ? 100 : 1
      return {
        ...common,
        numerator: toTwoPlaces(statistic ?? 0),
        denominator: toTwoPlaces(whole ?? 0),
        value: whole ? toTwoPlaces((times * (statistic ?? 0)) / whole) : null,
      }
    }
    case 'rate':
      return {
        ...common,
        numerator: met,
        denominator: cases,
        value: cases === 0 ? null : toTwoPlaces((100 * met) / cases),
      }
    case 'count':
      return { ...common, numerator: met, denominator: null, value: met }
    case 'difference':
    case 'total':
      return { ...common, numerator: null, denominator: null, value: value ?? 0 }
    case 'mean':
      return series.over === 'workers'
        ? { ...common, numerator: cases, denominator: workers, value }
        : { ...common, numerator: null, denominator: cases, value }
    default:
      return { ...common, numerator: null, denominator: cases, value }
  }
}

/** Figures of the as-at month may still change: its late records have not come in, or the month is not over. */
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
 * value, including months without a case. Returns no points when the series is not available or has no such split.
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

  const tallies =
    held
      .get(snapshot)
      ?.get(by ?? null)
      ?.get(id) ??
    (by
      ? ((await readTallies(snapshot, [{ series, no: found.no }], by)).get(series.id) ?? [])
      : await totals(snapshot, series.id))
  const months = monthsFrom(found.first, found.last).filter(
    (month) => (!from || month >= from) && (!to || month <= to),
  )
  return { ...answer, points: pointsOf(series, months, tallies, snapshot.asAt, by) }
}

/** The total of each month, and then each value of the split, including months without a case. */
function pointsOf(
  series: SeriesDefinition,
  months: readonly Month[],
  tallies: readonly Tally[],
  asAt: Day,
  by?: Split,
): Point[] {
  const byKey = new Map(tallies.map((tally) => [tallyKey(tally.month, tally.split), tally]))
  return [null, ...(by ? inOrder(by, tallies) : [])].flatMap((split) =>
    months.map((month) => {
      const tally = byKey.get(tallyKey(month, split)) ?? { ...NO_CASES, month, split }
      return toPoint(series, tally, isProvisional(series, month, asAt))
    }),
  )
}

/**
 * Every series' points for the council as a whole, by the id of the series. Series that are made of their cases in the same
 * way are read in one statement.
 */
export async function allFigures(snapshot: SealedSnapshot): Promise<ReadonlyMap<string, readonly Point[]>> {
  const shown = await shownSeries(snapshot, catalogue())
  const tallies = await talliesOfAll(snapshot, shown, null)
  return new Map(
    shown.map(({ series, months }) => [
      series.id,
      pointsOf(series, months, tallies.get(series.id) ?? [], snapshot.asAt),
    ]),
  )
}

/** Tallies that `holdFigures` has read, by split and series. */
const held = new WeakMap<SealedSnapshot, Map<Split | null, ReadonlyMap<string, readonly Tally[]>>>()

/**
 * Reads these series by one split, or for the council as a whole, in a few statements, so that all of them can be read one
 * by one: until it is released, `figures` uses what was read.
 */
export async function holdFigures(
  snapshot: SealedSnapshot,
  by: Split | null,
  all: readonly SeriesDefinition[] = catalogue(),
): Promise<{ release(): void }> {
  const split = all.filter(({ splits }) => by === null || splits.includes(by))
  const tallies = await talliesOfAll(snapshot, await shownSeries(snapshot, split), by)
  const bySplit = held.get(snapshot) ?? new Map<Split | null, ReadonlyMap<string, readonly Tally[]>>()
  held.set(snapshot, bySplit.set(by, tallies))
  return { release: () => void bySplit.delete(by) }
}

interface NumberedSeries {
  series: SeriesDefinition
  no: number
}

async function shownSeries(
  snapshot: SealedSnapshot,
  all: readonly SeriesDefinition[],
): Promise<(NumberedSeries & { months: Month[] })[]> {
  const known = await availability(snapshot)
  return all.flatMap((series) => {
    const { no, first, last } = known.get(series.id) ?? {}
    return no !== undefined && first && last ? [{ series, no, months: monthsFrom(first, last) }] : []
  })
}

/** By the id of the series; empty for a series without a case. */
async function talliesOfAll(
  snapshot: SealedSnapshot,
  all: readonly NumberedSeries[],
  by: Split | null,
): Promise<Map<string, Tally[]>> {
  const found = new Map(all.map(({ series: { id } }): [string, Tally[]] => [id, []]))
  for (const alike of Map.groupBy(all, ({ series }) => `${tallySql(series)} ${addsUp(series)}`).values())
    for (const [id, tallies] of await readTallies(snapshot, alike, by)) found.set(id, tallies)
  return found
}

const tallyKey = (month: Month, split: string | null): string => `${month} ${split ?? ''}`
const NO_CASES = { cases: 0, met: 0, workers: 0, statistic: null, whole: null }

/** Totals are cached, because every page reads them; splits are not. */
const totals = oncePerSnapshot(async (snapshot, id) => {
  const numbered = { series: seriesOf(id)!, no: (await availability(snapshot)).get(id)!.no }
  return (await readTallies(snapshot, [numbered], null)).get(id) ?? []
})

/** By the id of the series; `alike` are made of their cases in the same way. */
async function readTallies(
  snapshot: SealedSnapshot,
  alike: readonly NumberedSeries[],
  by: Split | null,
): Promise<Map<string, Tally[]>> {
  const { series } = alike[0]!
  const { value: split, join } = by ? splitSql(by) : { value: 'null', join: '' }
  const month = 'c.series_no, c.month_no'
  const rows = await rowsIn(snapshot).all<TallyRow>(
    `select ${month}, ${split} as split, ${tallySql(series)}
     from case_row c
     ${join}
     where c.series_no in (${alike.map(({ no }) => no).join(', ')})
     group by ${by && !addsUp(series) ? `grouping sets ((${month}), (${month}, ${split}))` : '1, 2, 3'}`,
  )
  const ids = new Map(alike.map(({ no, series: { id } }) => [no, id]))
  return new Map(
    [...Map.groupBy(rows, ({ series_no }) => ids.get(series_no)!)].map(([id, own]) => {
      const tallies = own.map(({ month_no, ...tally }) => ({
        ...tally,
        month: monthOfNumber(month_no),
      }))
      return [id, by && addsUp(series) ? [...tallies, ...sumsOf(tallies)] : tallies]
    }),
  )
}

/** Whether a total is the sum of its splits. Not for medians and averages. */
const addsUp = ({ kind }: SeriesDefinition): boolean =>
  ['rate', 'ratio', 'count', 'difference', 'total'].includes(kind)

function sumsOf(tallies: readonly Tally[]): Tally[] {
  const sums = new Map<Month, Tally>()
  for (const { month, cases, met, statistic, whole } of tallies) {
    const sum = sums.get(month) ?? { ...NO_CASES, month, split: null }
    sums.set(month, {
      ...sum,
      cases: sum.cases + cases,
      met: sum.met + met,
      statistic: statistic === null ? sum.statistic : (sum.statistic ?? 0) + statistic,
      whole: whole === null ? sum.whole : (sum.whole ?? 0) + whole,
    })
  }
  return [...sums.values()]
}

/** The values of a split that have a case: in the split's own order, or by name; "Not recorded" last. */
function inOrder(by: Split, tallies: readonly Tally[]): string[] {
  const values = new Set(tallies.flatMap(({ split }) => (split === null ? [] : [split])))
  const order = splitOrder(by)
  const rank = (value: string) => (value === NOT_RECORDED ? Number.MAX_SAFE_INTEGER : order.indexOf(value))
  const byName = new Intl.Collator('en-GB', { numeric: true }).compare
  return [...values].sort((a, b) => rank(a) - rank(b) || byName(a, b))
}
