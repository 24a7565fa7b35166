import type { Point, SeriesDefinition } from './figure.ts'

/** Cached: a formatter is slow to make, and a page may show a thousand figures. */
const formats = new Map<string, Intl.NumberFormat>()

/** A number with commas between thousands. */
export function formatted(value: number, minDecimals: number, maxDecimals: number): string {
  const key = `${minDecimals} ${maxDecimals}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: minDecimals,
      maximumFractionDigits: maxDecimals,
    })
    formats.set(key, format)
  }
  return format.format(value)
}

const grouped = (value: number, digits: number): string => formatted(value, digits, digits)

/** Money is in pounds: `£`, `£ per week`. */
const isMoney = ({ unit }: SeriesDefinition): boolean => unit === '£' || unit.startsWith('£ ')

/** Decimals of a series: one for shares and averages, none for counts and pounds, two for a ratio of pounds. */
function digitsOf(series: SeriesDefinition): number {
  if (isMoney(series)) return series.kind === 'ratio' ? 2 : 0
  return ['count', 'difference', 'maximum'].includes(series.kind) ? 0 : 1
}

/** Whole sums of hours or days have no decimals. */
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

/** A figure as text; a dash where there is none, and `c` where it is hidden from the reader. Only shares and money show a unit; elsewhere it is in the heading. */
export const formatFigure = (point: Point | null, series: SeriesDefinition): string =>
  point?.hidden ? 'c' : point === null || point.value === null ? '–' : formatValue(point.value, series)

/** Units that are not the singular and an "s". */
const SINGULARS: Readonly<Record<string, string>> = { children: 'child', enquiries: 'enquiry' }

/** The unit after a number as it is printed: "1 child", "1 working day", "1 child per full-time worker", "0 children". */
export function unitAfter(shown: string, unit: string): string {
  if (shown !== '1' && shown !== '+1' && shown !== '−1') return unit
  const [, noun = '', rest = ''] = /^(.*?)( (?:per|for each|a) .*)?$/.exec(unit) ?? []
  const words = noun.split(' ')
  const last = words.pop() ?? ''
  return [...words, SINGULARS[last] ?? last.replace(/s$/, '')].join(' ') + rest
}

/** A figure with its unit, for a sentence: "903 children", "1 child", "£5,312 per week"; without one where it is hidden or there is none. */
export function formatWithUnit(point: Point, series: SeriesDefinition): string {
  const shown = formatFigure(point, series)
  if (point.hidden || point.value === null || series.unit === '%') return shown
  return isMoney(series) ? `${shown}${series.unit.slice(1)}` : `${shown} ${unitAfter(shown, series.unit)}`
}

/**
 * Whether the numerator is a part of the denominator, so that it is "10 of 20"; "against" where it is held against a plan
 * or against others. Null for a mean or a time, whose numerator is a sum: 380 children are not "of" 20 workers.
 */
export function partsJoin({
  kind,
  unit,
  over,
}: Pick<SeriesDefinition, 'kind' | 'unit' | 'over'>): 'of' | 'against' | null {
  if (kind === 'rate') return 'of'
  if (kind !== 'ratio') return null
  return unit === '%' && over !== 'rest' ? 'of' : 'against'
}

/** A target or a limit: no finer than it was set, "90%" and not "90.0%". */
export function formatLimit(value: number, series: SeriesDefinition): string {
  const digits = series.kind === 'count' ? 0 : isMoney(series) ? digitsOf(series) : 1
  const text = formatted(Math.abs(value), 0, digits)
  const signed = `${value < 0 ? '−' : ''}${isMoney(series) ? '£' : ''}${text}`
  return series.unit === '%' ? `${signed}%` : signed
}

/**
 * The least and greatest possible values: a share of all is from 0 to 100; a count and a time are not below 0. A difference,
 * a sum of money and a ratio to a plan may be outside both.
 */
export function boundsOf(series: SeriesDefinition): [number, number] {
  const { kind, unit, over } = series
  const min = kind === 'difference' || (isMoney(series) && kind !== 'mean') ? -Infinity : 0
  return [min, unit === '%' && over !== 'rest' ? 100 : Infinity]
}

/** An end of the usual range, limited to possible values. */
export function formatRangeEnd(value: number, series: SeriesDefinition): string {
  const [min, max] = boundsOf(series)
  const within = Math.min(max, Math.max(min, value))
  return series.unit === '%'
    ? `${formatNumber(within, series, 0)}%`
    : formatNumber(within, series, digitsOf(series))
}
