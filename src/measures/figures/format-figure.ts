import type { Point, SeriesDefinition } from './figure.ts'

/** A formatter is dear to make, and a page says a thousand figures. */
const formats = new Map<string, Intl.NumberFormat>()

/** A number with its thousands apart, to at least and at most so many decimals. */
export function formatted(value: number, least: number, most: number): string {
  const key = `${least} ${most}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat('en-GB', { minimumFractionDigits: least, maximumFractionDigits: most })
    formats.set(key, format)
  }
  return format.format(value)
}

const grouped = (value: number, digits: number): string => formatted(value, digits, digits)

/** Money is in pounds: `£`, `£ per week`. */
const isMoney = ({ unit }: SeriesDefinition): boolean => unit === '£' || unit.startsWith('£ ')

/** How many decimals a series is shown with: one for shares and averages, none for counts, whole pounds; pence for a return per pound. */
function digitsOf(series: SeriesDefinition): number {
  if (isMoney(series)) return series.kind === 'ratio' ? 2 : 0
  return ['count', 'difference', 'maximum'].includes(series.kind) ? 0 : 1
}

/** A sum of hours or days is whole unless it is not; what people paid for is whole pounds. */
function formatNumber(value: number, series: SeriesDefinition, digits: number): string {
  const whole = series.kind === 'total' && Number.isInteger(value)
  const text = grouped(Math.abs(value), whole ? 0 : digits)
  const sign = value < 0 && /[1-9]/.test(text) ? '−' : ''
  return `${sign}${isMoney(series) ? '£' : ''}${text}`
}

/** A value of a series as text: "84.0%", "1,114", "18.9", "+12" for a difference, "£86,000", "−£4,000". */
export function formatValue(value: number, series: SeriesDefinition): string {
  const text = formatNumber(value, series, digitsOf(series))
  if (series.unit === '%') return `${text}%`
  return series.kind === 'difference' && value > 0 ? `+${text}` : text
}

/** A figure as text; a dash where there is none, and `c` where it is hidden from the reader. The unit is said only of a share and of money: elsewhere it stands in the heading. */
export const formatFigure = (point: Point | null, series: SeriesDefinition): string =>
  point?.hidden ? 'c' : point === null || point.value === null ? '–' : formatValue(point.value, series)

/** A figure with its unit, for a sentence: "903 children", "£5,312 per week". */
export function formatWithUnit(point: Point, series: SeriesDefinition): string {
  const unit = isMoney(series) ? series.unit.slice(1) : series.unit === '%' ? '' : ` ${series.unit}`
  return `${formatFigure(point, series)}${unit}`
}

/** A target or a limit: no finer than it was set, "90%" and not "90.0%". */
export function formatLimit(value: number, series: SeriesDefinition): string {
  const digits = series.kind === 'count' ? 0 : isMoney(series) ? digitsOf(series) : 1
  const text = formatted(Math.abs(value), 0, digits)
  const said = `${value < 0 ? '−' : ''}${isMoney(series) ? '£' : ''}${text}`
  return series.unit === '%' ? `${said}%` : said
}

/**
 * What values of a series can be: a share of all lies between 0 and 100; a count and a time are not below 0. A difference,
 * a sum of money and what is held against a plan may be either side of both.
 */
export function boundsOf(series: SeriesDefinition): [number, number] {
  const { kind, unit, over } = series
  const least = kind === 'difference' || (isMoney(series) && kind !== 'mean') ? -Infinity : 0
  return [least, unit === '%' && over !== 'rest' ? 100 : Infinity]
}

/** An end of the usual range, within what can be, whatever the arithmetic says. */
export function formatRangeEnd(value: number, series: SeriesDefinition): string {
  const [least, most] = boundsOf(series)
  const within = Math.min(most, Math.max(least, value))
  return series.unit === '%'
    ? `${formatNumber(within, series, 0)}%`
    : formatNumber(within, series, digitsOf(series))
}
