import { lastOf, monthOf, addDays, type Day, type Instant, type Month } from '../../platform/day.ts'
import { type Point, type Reported, type SeriesDefinition, formatValue } from '../../measures/index.ts'

/** What a month's figure is: the parts of a point that are kept when it is reported. */
export type Figure = Pick<Point, 'value' | 'numerator' | 'denominator'>

/** One report: a snapshot that was put in use, and so all its figures. Reports of a council count from 1. */
export interface FigureReport {
  place: number
  snapshot: string
  asAt: Day
  reportedAt: Instant
}

/** What a report gave for one month of a series: the first time, or something else than before. */
export interface ReportedFigure extends Figure {
  series: string
  period: Month
  version: string
  place: number
}

/** Whether a snapshot as at that day reports the month: a month that is not over has no figure to report. */
export const isReportOf = (period: Month, asAt: Day): boolean => lastOf(period) <= asAt

/** How many whole months after the month's end a snapshot is as at: 0 from its last day on; less while it is not over. */
export function monthsAfter(period: Month, asAt: Day): number {
  const [year, month] = nextDayParts(asAt)
  const [its, monthOfIts] = parts(period)
  return (year - its) * 12 + month - monthOfIts - 1
}

/** The month of the day after; remembered, because every point of a figure asks for that of the same few days. */
const nextDays = new Map<Day, readonly [year: number, month: number]>()

function nextDayParts(day: Day): readonly [year: number, month: number] {
  const found = nextDays.get(day) ?? parts(monthOf(addDays(day, 1)))
  nextDays.set(day, found)
  return found
}

const parts = (month: Month): [year: number, month: number] => [
  Number(month.slice(0, 4)),
  Number(month.slice(5, 7)),
]

export const isSameFigure = (a: Figure, b: Figure): boolean =>
  a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator

/** How many cases a figure rests on, or what it counts; null where it is neither, as a difference is. */
export const basisOf = ({ kind }: Pick<SeriesDefinition, 'kind'>, figure: Figure): number | null =>
  kind === 'difference' ? null : kind === 'count' || kind === 'total' ? figure.value : figure.denominator

/** How many cases were recorded of the month since it was first reported: fewer than none when some were taken out. */
export function recordedSince(series: SeriesDefinition, first: Figure, now: Figure): number | null {
  if (series.kind === 'ratio' || series.kind === 'total') return null
  const [then, since] = [basisOf(series, first), basisOf(series, now)]
  return then === null || since === null ? null : since - then
}

/** "Restated: first 83.4%, now 84.0%; 26 recorded late." Null when nothing was restated. */
export function describeRestated(
  series: SeriesDefinition,
  { reported, ...now }: Figure & { reported?: Reported | null },
): string | null {
  if (!reported || isSameFigure(reported, now)) return null
  const say = (value: number | null) => (value === null ? 'no figure' : formatValue(value, series))
  const values = `Restated: first ${say(reported.value)}, now ${say(now.value)}`
  if (reported.version !== series.version)
    return `${values}; the definition changed, from version ${reported.version} to ${series.version}.`
  const since = recordedSince(series, reported, now)
  const many = (count: number) => Math.abs(count).toLocaleString('en-GB')
  if (since === null || since === 0) return `${values}; what had been recorded was changed.`
  return since > 0 ? `${values}; ${many(since)} recorded late.` : `${values}; ${many(since)} taken out since.`
}
