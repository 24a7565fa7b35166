import { formatFigure, isSmallBase, type Point, type SeriesDefinition } from '../measures/index.ts'

/** 1,114; 18.9 */
export const formatPlain = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: 1 })

/** A month's figure as the Board reads it: a rate over fewer than 10 is given as its two counts. */
export function formatFigureField(point: Point, series: SeriesDefinition): string {
  const { numerator, denominator } = point
  return numerator !== null && denominator !== null && isSmallBase(series, point)
    ? `${numerator} of ${denominator}`
    : formatFigure(point, series)
}

/**
 * How one month differs from the month before, with its direction in the words, so that the sentence around it stays
 * true when the data move: "24 more", "5.4 points lower", "the same".
 */
export function describeChange(before: number, now: number, series: SeriesDefinition): string {
  const difference = Math.round((now - before) * 10) / 10
  if (difference === 0) return 'the same'
  const size = formatPlain(Math.abs(difference))
  if (series.unit === '%') return `${size} points ${difference > 0 ? 'higher' : 'lower'}`
  if (series.kind === 'count' || series.kind === 'difference')
    return `${size} ${difference > 0 ? 'more' : 'fewer'}`
  return `${size} ${difference > 0 ? 'higher' : 'lower'}`
}
