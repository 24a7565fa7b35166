import type { Point, SeriesDefinition } from '../../measures/index.ts'
import { NO_CHART_RULES, type ChartRules } from './chart-rules.ts'
import { compareValues } from './compare-values.ts'
import type { ChartKind } from './limits.ts'
import { startsOf } from './rebase.ts'
import { spc, type Spc } from './spc.ts'

/** Below this average a count swings by chance more than limits allow for. */
const MIN_AVERAGE = 5
/** A share whose average is this close to 0 or to 100 cannot move far. */
const PINNED = 1
/** With so few left on the other side, a share this close to an end is pinned too. */
const NEARLY_PINNED = 5
/** Months of fewer cases than this, on average, have limits by their number of cases. */
const FEW_CASES = 50
/** So have months of very unequal numbers: the largest over this many times the smallest. */
const UNEQUAL = 2

export const SMALL_NUMBERS_SWING = 'Numbers this small swing by chance, so there are no limits'

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/**
 * Why statistical process control does not apply to a series, in words; null when it does. Not where its definition
 * says so, for small counts, nor for a share that is pinned to 0 or 100.
 */
export function unsuitable(series: SeriesDefinition, points: readonly Point[]): string | null {
  if (series.noLimits) return `Limits do not apply: ${series.noLimits}`
  if (series.kind !== 'count' && series.kind !== 'rate') return null
  const known = points.filter(({ value }) => value !== null)
  if (known.length === 0) return null
  const pinned = series.kind === 'rate' ? pinnedTo(known) : null
  if (pinned !== null) return `So close to ${pinned}% that there are no limits`
  return mean(known.map(({ numerator }) => numerator ?? 0)) < MIN_AVERAGE ? SMALL_NUMBERS_SWING : null
}

/** The end that a share is pinned to: most months are there, its average is next to it, or only a few a month are not. */
function pinnedTo(points: readonly Point[]): 0 | 100 | null {
  const average = mean(points.map(({ value }) => value!))
  const mostAre = (end: number) => points.filter(({ value }) => value === end).length * 2 > points.length
  const left = mean(points.map(({ numerator, denominator }) => (denominator ?? 0) - (numerator ?? 0)))
  if (mostAre(100) || average >= 100 - PINNED) return 100
  if (average >= 100 - NEARLY_PINNED && left < MIN_AVERAGE && points.length > 1) return 100
  return mostAre(0) ? 0 : null
}

/**
 * A p-chart for a share whose months rest on fewer than 50 cases on average, or the largest month on over twice the
 * smallest: limits by each month's number are then the fair ones. An XmR chart for everything else: large and even
 * numbers differ from month to month by more than chance, and a moving range sees by how much.
 */
export function chartOf({ kind }: SeriesDefinition, points: readonly Point[]): ChartKind {
  if (kind !== 'rate') return 'xmr'
  const cases = points.flatMap(({ value, denominator }) => (value === null ? [] : [denominator ?? 0]))
  if (cases.length === 0) return 'xmr'
  return mean(cases) < FEW_CASES || Math.max(...cases) > UNEQUAL * Math.min(...cases) ? 'p' : 'xmr'
}

/** The chart of a series' points, where limits apply to it, by the council's rules. */
export function spcOf(
  series: SeriesDefinition,
  points: readonly Point[],
  target: number | null,
  { runLengths, rebases }: ChartRules = NO_CHART_RULES,
): Spc {
  const breaks = startsOf(series, rebases).flatMap(({ month, cause }) => {
    const index = points.findIndex(({ period }) => period >= month)
    return index > 0 ? [{ at: index, cause }] : []
  })
  return spc(
    points.map(({ value }) => value),
    {
      polarity: series.polarity,
      target,
      unsuitable: unsuitable(series, points),
      runLengths,
      breaks,
      ...(chartOf(series, points) === 'p' && { denominators: points.map(({ denominator }) => denominator) }),
    },
  )
}

/** Whether a value is as good as the target; null where neither way is better. */
export const meets = ({ polarity }: SeriesDefinition, value: number, target: number): boolean | null =>
  polarity === 'neutral'
    ? null
    : polarity === 'higher'
      ? compareValues(value, target) >= 0
      : compareValues(value, target) <= 0
