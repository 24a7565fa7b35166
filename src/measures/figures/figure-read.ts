import type { SealedSnapshot } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { lastOf, monthOf, monthsFrom, type Day, type Month } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import { availability } from './availability-read.ts'
import { NOT_RECORDED, splitOrder, splitSql } from './case-filter.ts'
import { catalogue, seriesOf } from '../catalogue/catalogue.ts'
import { monthNumber } from './month-number.ts'
import { monthTotals } from './month-total.ts'
import { recentPerSnapshot } from './snapshot-memo.ts'
import {
  alike,
  NO_CASES,
  numbersOf,
  tallySql,
  type MonthTallies,
  type NumberedSeries,
  type Tally,
} from './tally.ts'
import { tableDays } from './table-days.ts'
import type { MeasureFigures, Point, SeriesDefinition, Split } from './figure.ts'

/** The last bits of a sum of fractions depend on the order of adding, so they are rounded off first. */
const toTwoPlaces = (value: number): number =>
  Number.isInteger(value) ? value : Math.round(Number((value * 100).toFixed(6))) / 100

/** Shares of full-time workers add up to the council's, and children divided by them are the mean. */
const toFourPlaces = (value: number): number => Number(value.toFixed(4))

type Parts = Pick<Point, 'numerator' | 'denominator' | 'value'>

function partsOf(series: SeriesDefinition, tally: Tally): Parts {
  const { cases, met, statistic, whole } = tally
  const value = statistic === null ? null : toTwoPlaces(statistic)
  switch (series.kind) {
    case 'ratio': {
      const times = series.unit === '%' ? 100 : 1
      return {
        numerator: toTwoPlaces(statistic ?? 0),
        denominator: toTwoPlaces(whole ?? 0),
        value: whole ? toTwoPlaces((times * (statistic ?? 0)) / whole) : null,
      }
    }
    case 'rate':
      return {
        numerator: met,
        denominator: cases,
        value: cases === 0 ? null : toTwoPlaces((100 * met) / cases),
      }
    case 'count':
      return { numerator: met, denominator: null, value: met }
    case 'difference':
    case 'total':
      return { numerator: null, denominator: null, value: value ?? 0 }
    case 'mean':
      return series.over === 'workers'
        ? { numerator: cases, denominator: toFourPlaces(whole ?? 0), value }
        : { numerator: null, denominator: cases, value }
    default:
      return { numerator: null, denominator: cases, value }
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
    ...(await tableDays(snapshot, series.id)),
  }
  if (!found?.first || !found.last || (by && !series.splits.includes(by))) return { ...answer, points: [] }

  const splits = by ? await splitTallies(snapshot, series, found.no, by) : NO_SPLITS
  const totals = (await monthTotals(snapshot)).get(found.no)
  const months = monthsFrom(found.first, found.last).filter(
    (month) => (!from || month >= from) && (!to || month <= to),
  )
  return { ...answer, points: pointsOf(series, months, snapshot.asAt, totals, splits, by) }
}

/** By the value of a split. */
type SplitTallies = ReadonlyMap<string, MonthTallies>
const NO_SPLITS: SplitTallies = new Map()

/** The total of each month, and then each value of the split, including months without a case. */
function pointsOf(
  series: SeriesDefinition,
  months: readonly Month[],
  asAt: Day,
  totals: MonthTallies | undefined,
  splits: SplitTallies = NO_SPLITS,
  by?: Split,
): Point[] {
  const shown = months.map((period) => ({
    period,
    no: monthNumber(period),
    provisional: isProvisional(series, period, asAt),
  }))
  const empty = partsOf(series, NO_CASES)
  const points: Point[] = []
  const add = (split: string | null, tallies: MonthTallies | undefined): void => {
    for (const { period, no, provisional } of shown) {
      const tally = tallies?.get(no)
      const { numerator, denominator, value } = tally ? partsOf(series, tally) : empty
      points.push({ period, split, provisional, numerator, denominator, value })
    }
  }
  add(null, totals)
  if (by) for (const value of inOrder(by, [...splits.keys()])) add(value, splits.get(value))
  return points
}

/** Every series' points for the council as a whole, by the id of the series. */
export async function allFigures(snapshot: SealedSnapshot): Promise<ReadonlyMap<string, readonly Point[]>> {
  const totals = await monthTotals(snapshot)
  const known = await availability(snapshot)
  const shown = catalogue().flatMap((series): [string, Point[]][] => {
    const { no, first, last } = known.get(series.id) ?? {}
    if (no === undefined || !first || !last) return []
    return [[series.id, pointsOf(series, monthsFrom(first, last), snapshot.asAt, totals.get(no))]]
  })
  return new Map(shown)
}

/** Tallies that `holdFigures` has read, by split and series. */
const held = new WeakMap<SealedSnapshot, Map<Split, ReadonlyMap<string, SplitTallies>>>()

/**
 * Reads these series by one split in a few statements, so that all of them can be read one by one: until it is released,
 * `figures` uses what was read.
 */
export async function holdFigures(
  snapshot: SealedSnapshot,
  by: Split,
  all: readonly SeriesDefinition[] = catalogue(),
): Promise<{ release(): void }> {
  const known = await availability(snapshot)
  const numbered = all.flatMap((series) => {
    const { no, last } = known.get(series.id) ?? {}
    return series.splits.includes(by) && no !== undefined && last ? [{ series, no }] : []
  })
  const found = new Map<string, SplitTallies>(numbered.map(({ series: { id } }) => [id, NO_SPLITS]))
  for (const series of alike(numbered).values())
    for (const [id, tallies] of await readTallies(snapshot, series, by)) found.set(id, tallies)
  const bySplit = held.get(snapshot) ?? new Map<Split, ReadonlyMap<string, SplitTallies>>()
  held.set(snapshot, bySplit.set(by, found))
  return { release: () => void bySplit.delete(by) }
}

const splitTallies = async (
  snapshot: SealedSnapshot,
  { id }: SeriesDefinition,
  no: number,
  by: Split,
): Promise<SplitTallies> =>
  held.get(snapshot)?.get(by)?.get(id) ?? (await recentTallies(snapshot, `${by} ${no} ${id}`))

/** How many tallies of a snapshot are kept: some 20 MB. */
const MAX_TALLIES = 150_000

/**
 * What is hidden from a reader is worked out from the figure, those that it adds up with and the same in the snapshot
 * before: within one answer they are asked for several times. Kept before anything is hidden, so the same for every reader.
 */
const recentTallies = recentPerSnapshot(
  async (snapshot, key): Promise<SplitTallies> => {
    const [by, no, id] = key.split(' ') as [Split, string, string]
    const numbered = { series: seriesOf(id)!, no: Number(no) }
    return (await readTallies(snapshot, [numbered], by)).get(id) ?? NO_SPLITS
  },
  (splits) => splits.values().reduce((sum, { size }) => sum + size, 0),
  MAX_TALLIES,
)

type SplitRow = Tally & { series_no: number; month_no: number; split: string | number | null }

/** By the id of the series; `all` are made of their cases in the same way. */
async function readTallies(
  snapshot: SealedSnapshot,
  all: readonly NumberedSeries[],
  by: Split,
): Promise<Map<string, SplitTallies>> {
  const { cases, key, words, join } = splitSql(by)
  const rows = await rowsIn(snapshot).all<SplitRow>(
    `select c.series_no, c.month_no, ${key} as split, ${tallySql(all[0]!.series)}
     from ${cases} c
     ${join}
     where c.series_no in (${numbersOf(all)})
     group by 1, 2, 3`,
  )
  const ids = new Map(all.map(({ no, series: { id } }) => [no, id]))
  const found = new Map<string, Map<string, Map<number, Tally>>>()
  for (const row of rows) {
    const splits = getOrAdd(found, ids.get(row.series_no)!)
    const value = typeof row.split === 'string' ? row.split : (words?.[row.split ?? -1] ?? NOT_RECORDED)
    getOrAdd(splits, value).set(row.month_no, row)
  }
  return found
}

function getOrAdd<Key, Inner, Value>(map: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
  const inner = map.get(key) ?? new Map<Inner, Value>()
  if (inner.size === 0) map.set(key, inner)
  return inner
}

const byName = new Intl.Collator('en-GB', { numeric: true }).compare

/** The values of a split that have a case: in the split's own order, or by name; "Not recorded" last. */
function inOrder(by: Split, values: readonly string[]): string[] {
  const order = splitOrder(by)
  const rank = (value: string) => (value === NOT_RECORDED ? Number.MAX_SAFE_INTEGER : order.indexOf(value))
  return values.toSorted((a, b) => rank(a) - rank(b) || byName(a, b))
}
