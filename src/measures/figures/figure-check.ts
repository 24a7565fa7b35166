import type { SealedSnapshot } from '../../dataset/index.ts'
import { allCases, allCasesOf } from './case-list.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import type { CaseRow, Point, SeriesDefinition, SeriesKind, Split } from './figure.ts'
import { figures } from './figure-read.ts'

/** Nearest rank: the smallest value with at least this share of values at or under it; null of none. */
const nearestRank = (values: readonly number[], percent: number): number | null =>
  values.toSorted((a, b) => a - b)[Math.max(1, Math.ceil((percent / 100) * values.length)) - 1] ?? null

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

type Listed = Pick<CaseRow, 'worker' | 'met' | 'value'>

/** Which rank the statistics without one of their own are. */
const RANKS: Partial<Record<SeriesKind, number>> = { median: 50, maximum: 100 }

/** The figure that a list makes, worked out from nothing but the list (clarification B6). */
function remake(
  series: SeriesDefinition,
  rows: readonly Listed[],
): Pick<Point, 'numerator' | 'denominator' | 'value'> {
  const met = rows.filter((row) => row.met).length
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]))
  const workers = new Set(rows.map(({ worker }) => worker)).size
  switch (series.kind) {
    case 'ratio': {
      const part = sum(rows.flatMap((row) => (row.met ? [row.value ?? 0] : [])))
      const whole = series.over === 'rest' ? sum(values) - part : sum(values)
      const times = series.unit === '%' ? 100 : 1
      return { numerator: part, denominator: whole, value: whole === 0 ? null : (times * part) / whole }
    }
    case 'rate':
      return {
        numerator: met,
        denominator: rows.length,
        value: rows.length === 0 ? null : (100 * met) / rows.length,
      }
    case 'count':
      return { numerator: met, denominator: null, value: met }
    case 'difference':
    case 'total':
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
export async function figureEqualsList(
  snapshot: SealedSnapshot,
  all: readonly SeriesDefinition[] = catalogue(),
): Promise<string[]> {
  const faults: string[] = []
  for (const series of all) {
    const cases = (await allCasesOf(snapshot, series)).map((row) => ({
      ...row,
      by: row,
      worker: row.held_by,
    }))
    for (const by of [undefined, ...series.splits]) {
      const { points } = await figures(snapshot, series.id, { by })
      const lists = Map.groupBy(cases, (row) => placeOf(row.month, by ? (row.by[by] ?? null) : null))
      for (const point of points)
        if (!by || point.split !== null)
          faults.push(...faultOf(series, point, lists.get(placeOf(point.period, point.split)) ?? [], by))
    }
    // The list as a person asks for it, of the latest month.
    const last = (await figures(snapshot, series.id)).points.at(-1)
    if (last)
      faults.push(...faultOf(series, last, await allCases(snapshot, series.id, { period: last.period })))
  }
  return faults
}

const placeOf = (month: string, split: string | null): string => `${month} ${split ?? ''}`

function faultOf(series: SeriesDefinition, point: Point, rows: readonly Listed[], by?: Split): string[] {
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
