import type { Point, SeriesDefinition } from './figure.ts'

const grouped = (value: number, digits: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** How many decimals a series is shown with: one for shares and averages, none for counts. */
const digitsOf = ({ kind }: SeriesDefinition): number =>
  kind === 'count' || kind === 'difference' || kind === 'maximum' ? 0 : 1

/** A value of a series as text: "84.0%", "1,114", "18.9", "+12" for a difference. */
export function sayValue(value: number, series: SeriesDefinition): string {
  const text = grouped(value, digitsOf(series))
  if (series.unit === '%') return `${text}%`
  return series.kind === 'difference' && value > 0 ? `+${text}` : text
}

/** A figure as text; a dash where there is none. The unit is said only of a share: elsewhere it stands in the heading. */
export const sayFigure = (point: Point | null, series: SeriesDefinition): string =>
  point === null || point.value === null ? '–' : sayValue(point.value, series)

/** A target or a limit: no finer than it was set, "90%" and not "90.0%". */
export function sayLimit(value: number, series: SeriesDefinition): string {
  const text = value.toLocaleString('en-GB', { maximumFractionDigits: series.kind === 'count' ? 0 : 1 })
  return series.unit === '%' ? `${text}%` : text
}

/** A limit of the usual range. A share lies between 0 and 100 and a count is not below 0, whatever the arithmetic says. */
export function sayRangeEnd(value: number, series: SeriesDefinition): string {
  const least = series.kind === 'difference' ? value : Math.max(0, value)
  const within = series.unit === '%' ? Math.min(100, least) : least
  return series.unit === '%' ? `${grouped(within, 0)}%` : grouped(within, digitsOf(series))
}
