import type { Point, SeriesDefinition } from '../figures/figure.ts'
import { spc, type Spc } from './spc.ts'

/** Below this average a count swings by chance more than limits can tell. */
const LEAST_AVERAGE = 5

/**
 * Why statistical process control does not apply to a series, in words; null when it does. Not for small counts, nor for
 * a share of which only a few each month are met.
 */
export function unsuitable(series: SeriesDefinition, points: readonly Point[]): string | null {
  const counted =
    series.kind === 'count' || series.kind === 'rate'
      ? points.flatMap(({ numerator }) => (numerator === null ? [] : [numerator]))
      : []
  if (counted.length === 0) return null
  const average = counted.reduce((sum, count) => sum + count, 0) / counted.length
  return average < LEAST_AVERAGE ? `Too few for limits: under ${LEAST_AVERAGE} a month` : null
}

/** The chart of a series' points, where limits apply to it. */
export const spcOf = (series: SeriesDefinition, points: readonly Point[], target: number | null): Spc =>
  spc(
    points.map(({ value }) => value),
    { polarity: series.polarity, target, unsuitable: unsuitable(series, points) },
  )

/** Whether a value is as good as the target; null where neither way is better. */
export const meets = ({ polarity }: SeriesDefinition, value: number, target: number): boolean | null =>
  polarity === 'neutral' ? null : polarity === 'higher' ? value >= target : value <= target
