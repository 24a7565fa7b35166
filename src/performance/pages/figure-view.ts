import { formatMonth, formatMonthName, type Month } from '../../platform/day.ts'
import type { Limits } from '../../ui/charts/sparkline.tsx'
import type { Verdict } from '../../ui/charts/verdict.ts'
import {
  formatFigure,
  formatted,
  partsJoin,
  seriesOf,
  formatRangeEnd,
  type Point,
  type SeriesDefinition,
} from '../../measures/index.ts'
import type { Spc } from '../spc/spc.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'

export const HIDDEN_MEANS = 'c: hidden, because a figure about fewer than 5 workers could identify one.'

/** "600 of 714", "12 against 15"; null for a count, which is the figure itself, and for a mean. */
export function formatParts({ numerator, denominator }: Point, series: SeriesDefinition): string | null {
  const join = partsJoin(series)
  return numerator === null || denominator === null || join === null
    ? null
    : `${formatted(numerator, 0, 1)} ${join} ${formatted(denominator, 0, 1)}`
}

/** `title`, and what its series adds: "Assessments completed within 45 working days, from referral". */
export const fullTitle = (series: SeriesDefinition): string =>
  series.label && !series.headline ? `${series.title}, ${series.label}` : series.title

const VERDICTS: Readonly<Record<Spc['variation'], Verdict>> = {
  common: 'steady',
  improving: 'improving',
  worsening: 'worsening',
  higher: 'higher',
  lower: 'lower',
  none: 'none',
}

export const verdictOf = (spc: Spc): Verdict => VERDICTS[spc.variation]

export const limitsOf = (spc: Spc): Limits | null =>
  spc.centre === null || spc.lower === null || spc.upper === null
    ? null
    : { centre: spc.centre, lower: spc.lower, upper: spc.upper, trial: spc.trial }

/** The indexes of the points, back from the last, that have a signal the same way as it. */
export function runAtEnd({ signals }: Spc): number[] {
  const last = signals.at(-1)
  if (!last) return []
  const before = signals.findLastIndex((signal) => signal?.direction !== last.direction)
  return signals.map((_signal, index) => index).slice(before + 1)
}

/** The last 24 values for a picture, with empty places before a series that starts late. */
export const lastTwoYears = (points: readonly Point[]): (number | null)[] => [
  ...Array<null>(Math.max(0, 24 - points.length)).fill(null),
  ...points.slice(-24).map((point) => point.value),
]

/** "Jan 2015" */
export const shortMonth = (month: Month): string =>
  `${formatMonthName(month).slice(0, 3)} ${month.slice(0, 4)}`

/** A chart of the series in words, for a reader who cannot see it. */
export function describeSeries(points: readonly Point[], series: SeriesDefinition, spc: Spc): string {
  const known = points.filter((point) => point.value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return 'No figures yet.'
  const range =
    spc.lower !== null && spc.upper !== null
      ? `; usual range ${formatRangeEnd(spc.lower, series)} to ${formatRangeEnd(spc.upper, series)}`
      : ''
  return `${formatFigure(first, series)} in ${formatMonth(first.period)}, ${formatFigure(last, series)} in ${formatMonth(last.period)}${range}.`
}

/** The alt text of a measure's chart: what it is of, what it shows and, where a table has its own day, that day. */
export const chartWords = ({
  series,
  points,
  spc,
  tableDaysSentence,
}: Pick<TrackerRow, 'series' | 'points' | 'spc' | 'tableDaysSentence'>): string =>
  [`${fullTitle(series)}.`, describeSeries(points, series, spc), tableDaysSentence]
    .filter((sentence) => sentence !== null)
    .join(' ')

export const seriesTitle = (id: string): string => {
  const series = seriesOf(id)
  return series ? fullTitle(series) : id
}
