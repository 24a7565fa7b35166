import type { SealedSnapshot } from '../dataset/index.ts'
import { allCases, casesBySplit, placeOf, type CaseOfSplit } from './case-list.ts'
import { catalogue } from './catalogue.ts'
import type { Point, SeriesDefinition, SeriesKind, Split } from './figure.ts'
import { figures } from './figure-read.ts'

/** Nearest rank: the smallest value with at least this share of values at or under it; null of none. */
const nearestRank = (values: readonly number[], percent: number): number | null =>
  values.toSorted((a, b) => a - b)[Math.max(1, Math.ceil((percent / 100) * values.length)) - 1] ?? null

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Which rank the statistics without one of their own are. */
const RANKS: Partial<Record<SeriesKind, number>> = { median: 50, maximum: 100 }

/** The figure that a list makes, worked out from nothing but the list (clarification B6). */
function remake(
  series: SeriesDefinition,
  rows: readonly CaseOfSplit[],
): Pick<Point, 'numerator' | 'denominator' | 'value'> {
  const met = rows.filter((row) => row.met).length
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]))
  const workers = new Set(rows.map(({ worker }) => worker)).size
  switch (series.kind) {
    case 'rate':
    case 'ratio':
      return {
        numerator: met,
        denominator: rows.length,
        value: rows.length === 0 ? null : (100 * met) / rows.length,
      }
    case 'count':
      return { numerator: met, denominator: null, value: met }
    case 'difference':
      return { numerator: null, denominator: null, value: sum(values) }
    case 'mean': {
      const none = rows.length === 0
      return series.over === 'workers'
        ? {
            numerator: rows.length,
            denominator: workers,
            value: none ? null : rows.length / sum(values.map((value) => 1 / value)),
          }
        : { numerator: null, denominator: rows.length, value: none ? null : sum(values) / rows.length }
    }
    default:
      return {
        numerator: null,
        denominator: rows.length,
        value: nearestRank(values, RANKS[series.kind] ?? series.percentile ?? 0),
      }
  }
}

const agree = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 0.005 + 1e-9

/**
 * Proves that every figure is its list: for each series, month and split, the figure is made again from the cases
 * listed behind it. Answers the faults, in words; none when all is well. Names no child.
 */
export async function figureEqualsList(snapshot: SealedSnapshot): Promise<string[]> {
  const faults: string[] = []
  for (const series of catalogue()) {
    const totals = (await figures(snapshot, series.id)).points
    for (const point of totals)
      faults.push(...faultOf(series, point, await allCases(snapshot, series.id, { period: point.period })))
    for (const by of series.splits) {
      const { points } = await figures(snapshot, series.id, { by })
      const split = points.filter((point) => point.split !== null)
      const lists = await casesBySplit(snapshot, series.id, by)
      for (const point of split)
        faults.push(...faultOf(series, point, lists.get(placeOf(point.period, point.split)) ?? [], by))
      // Every case stands under some value of the split, so none is lost between the total and its parts.
      const last = totals.at(-1)?.period
      const listed = split.filter(({ period }) => period === last)
      const rows = await Promise.all(
        listed.map((point) =>
          allCases(snapshot, series.id, { period: point.period, split: { by, value: point.split! } }),
        ),
      )
      listed.forEach((point, at) => faults.push(...faultOf(series, point, rows[at]!, by)))
    }
  }
  return faults
}

function faultOf(series: SeriesDefinition, point: Point, rows: readonly CaseOfSplit[], by?: Split): string[] {
  const made = remake(series, rows)
  const same =
    agree(made.numerator, point.numerator) &&
    agree(made.denominator, point.denominator) &&
    agree(made.value, point.value)
  const which = by ? ` ${by} ${point.split}` : ''
  return same
    ? []
    : [`${series.id} ${point.period}${which}: the figure says ${say(point)}, its list ${say(made)}`]
}

const say = ({ numerator, denominator, value }: Pick<Point, 'numerator' | 'denominator' | 'value'>) =>
  `${value} (${numerator} of ${denominator})`
