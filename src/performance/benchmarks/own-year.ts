import { formatMonth, type Month } from '../../platform/day.ts'
import type { Point } from '../../measures/index.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { yearOf } from './published-period.ts'

/** The council's own figure of a published year, in the unit of what is published, and what it is of. */
interface OwnYear {
  value: number
  /** "the 10 months to January 2015", "January 2015" */
  when: string
  /** It runs up to the latest month. */
  isNow: boolean
}

const YEAR = 12
/** A year that has just begun is not held against a whole one. */
const MIN_MONTHS = 6

/**
 * What of ours can be held against the published figure of a year: of what happens in a month, the months of that same year
 * together; of a stock, its last month or the one that is published. Null where the units differ, the year is not ours to
 * the end or has hardly begun, or a month is withheld.
 */
export function ownYear({ series, points, per10k, compared }: TrackerRow, year: number): OwnYear | null {
  if (!compared) return null
  const { unit, at } = compared.published.item
  const latest = points.at(-1)
  if (!latest || latest.value === null) return null
  const isCurrent = yearOf(latest.period, at) === year
  const isTogether =
    series.timing === 'flow' && (series.kind === 'count' || series.kind === 'rate') && !series.noLimits
  const months = isTogether ? monthsOf(points, year, at) : monthAt(points, latest, year, at)
  const last = months?.at(-1)
  if (!months || !last) return null
  const end = formatMonth(last.period)
  const said = {
    when: months.length === 1 ? end : `the ${months.length} months to ${end}`,
    isNow: isCurrent && last === latest,
  }
  if (unit === 'per 10,000' && series.kind === 'count') {
    // The population that our count is by is known for the latest month alone.
    if (per10k === null || !isCurrent) return null
    if (latest.value === 0) return { value: per10k, ...said }
    const counts = months.flatMap(({ value }) => (value === null ? [] : [value]))
    return counts.length < months.length
      ? null
      : { value: (per10k / latest.value) * (sum(counts) / counts.length), ...said }
  }
  if (unit !== series.unit) return null
  if (!isTogether) return last.value === null ? null : { value: last.value, ...said }
  const [met, all] = (['numerator', 'denominator'] as const).map((part) => months.map((point) => point[part]))
  if (!met || !all || [...met, ...all].includes(null)) return null
  const cases = sum(all)
  return cases === 0 ? null : { value: (100 * sum(met)) / cases, ...said }
}

type PublishedAt = Parameters<typeof yearOf>[1]

/** The months of a year that we have; null where one between is missing, or there are too few. */
function monthsOf(points: readonly Point[], year: number, at: PublishedAt): readonly Point[] | null {
  const [first, end] =
    at === 'september' ? [`${year - 1}-10`, `${year}-09`] : [`${year - 1}-04`, `${year}-03`]
  const months = points.filter(({ period }) => period >= first && period <= end)
  const isUnbroken = months[0]?.period === first
  const isEnough = months.length === YEAR || (months.at(-1) === points.at(-1) && months.length >= MIN_MONTHS)
  return isUnbroken && isEnough ? months : null
}

/** The latest month where the year is its own; of an earlier year the month that is published. */
function monthAt(
  points: readonly Point[],
  latest: Point,
  year: number,
  at: PublishedAt,
): readonly Point[] | null {
  if (yearOf(latest.period, at) === year) return [latest]
  const wanted: Month = `${year}-${at === 'september' ? '09' : '03'}` as Month
  const found = points.find(({ period }) => period === wanted)
  return found ? [found] : null
}

const sum = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((total, number) => total + (number ?? 0), 0)
