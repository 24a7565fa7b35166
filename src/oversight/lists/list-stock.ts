import type { Pass, Scope } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import {
  figureReader,
  seriesOf,
  type FigureReader,
  type Point,
  type SeriesDefinition,
} from '../../measures/index.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { formatMonth } from '../../platform/day.ts'
import { describeOthers, spcOf, type Spc } from '../../performance/index.ts'
import type { CountedCases, ListFile } from './list-file.ts'

/** How many rows a list had at each month end, and whether that is changing. */
export interface ListStock {
  series: SeriesDefinition
  points: readonly Point[]
  spc: Spc
}

/**
 * The overdue rows of a list month by month, from the figures of the measure that counts the same cases; of the teams in the
 * scope, or of the council. Null where no measure counts them, and for a scope that is no team.
 */
export async function listStock(
  snapshot: SealedSnapshot,
  pass: Pass<'figures:read'>,
  { counts, counted }: ListFile,
  scope: Scope | null,
): Promise<ListStock | null> {
  const measured = counts && seriesOf(counts.series)
  if (!counts || !measured) return null
  const points = await pointsOf(figureReader(snapshot, pass), counts, scope)
  if (!points || points.length === 0) return null
  const series: SeriesDefinition = {
    ...measured,
    kind: 'count',
    unit: counted.many,
    polarity: 'lower',
    denominator: null,
  }
  return { series, points, spc: spcOf(series, points, null) }
}

async function pointsOf(
  reader: FigureReader,
  counts: CountedCases,
  scope: Scope | null,
): Promise<Point[] | null> {
  if (scope === null || scope.kind === 'everything')
    return (await reader.figures(counts.series)).points.map((point) => countedOf(point, counts))
  if (scope.kind !== 'team' && scope.kind !== 'service') return null
  const { points } = await reader.figures(counts.series, { by: 'team' })
  const months = [...new Set(points.map(({ period }) => period))].toSorted()
  return months.map((period) => {
    const parts = points
      .filter((point) => point.period === period && scope.teams.includes(point.split ?? ''))
      .map((point) => countedOf(point, counts).value)
    const value = parts.some((part) => part === null)
      ? null
      : parts.reduce((sum: number, part) => sum + part!, 0)
    return { period, split: null, numerator: value, denominator: null, value, provisional: false }
  })
}

/** The cases of a point that are on the list. */
function countedOf(point: Point, { series, side }: CountedCases): Point {
  const { numerator, denominator } = point
  const isRate = seriesOf(series)?.kind === 'rate'
  const value =
    side === 'all' && isRate
      ? denominator
      : side === 'not met'
        ? numerator === null || denominator === null
          ? null
          : denominator - numerator
        : isRate
          ? numerator
          : point.value
  return {
    period: point.period,
    split: null,
    numerator: value,
    denominator: null,
    value,
    provisional: point.provisional,
  }
}

/** Whether a list is getting longer, in a few words. */
export function describeStock({ points, spc }: ListStock): string {
  const known = points.filter(({ value }) => value !== null)
  if (known.length < 2) return 'First month'
  if (spc.variation === 'common') return 'Steady'
  if (spc.direction === null) return spc.applies ? 'Too few months' : 'Too few for limits'
  const way = spc.direction === 'up' ? 'Longer' : 'Shorter'
  const side = spc.direction === 'up' ? 'above' : 'below'
  const also = describeOthers(spc)
  switch (spc.rule) {
    case 'shift':
      return `${way}: ${side} its average for ${spc.run} months${also}`
    case 'trend':
      return `${way}: ${spc.run} months going ${spc.direction}${also}`
    case 'outside':
      return `${way}: ${side} its usual range${also}`
    default:
      return `${way}: close to the edge of its usual range${also}`
  }
}

/** Of a list with nothing overdue: at which month end it last had something, "2 at the end of November 2014, none since". */
export function describeLastLeft({ points }: ListStock): string {
  const known = points.filter(({ value }) => value !== null)
  const last = known.findLast(({ value }) => value! > 0)
  if (known.length < 2) return ''
  if (!last) return `None at any of ${formatCount(known.length, 'month end')}`
  return last === known.at(-1)
    ? ''
    : `${formatNumber(last.value!)} at the end of ${formatMonth(last.period)}, none since`
}
