import { daysBetween, type Day } from '../platform/day.ts'

/** How many rows hold each day. */
export type DayCounts = ReadonlyMap<Day, number>

/** A gap this long is never far, in days: a council may send last month's lists late. */
const MIN_GAP = 31
const MIN_GAP_BEFORE = 366
/** How many times the usual gap before it a gap is that is far. */
const TIMES_USUAL = 5
/** Over how many different days the usual gap is taken. */
const DAYS_LOOKED_AT = 20
/** No more of all days than this lie after a far gap, or they are many enough to be believed. */
const MAX_SHARE = 0.01
const MAX_ROWS_ALWAYS = 2
/** Of each day that is set aside there are this many others, or nothing is known to be usual. */
const OTHERS_OF_EACH = 10

/**
 * The latest day that is not far from all others: a few days after a long gap are mistyped, and decide nothing. Null when
 * there is no day.
 */
export const latestNearDay = (counts: DayCounts): Day | null =>
  firstNear(counts, [...counts.keys()].sort((a, b) => (a < b ? 1 : -1)), MIN_GAP) // prettier-ignore

/** The same at the other end, where old cases that are still open are few as well: only a gap of over a year is far. */
export const earliestNearDay = (counts: DayCounts): Day | null =>
  firstNear(counts, [...counts.keys()].sort(), MIN_GAP_BEFORE)

function firstNear(counts: DayCounts, days: readonly Day[], minGap: number): Day | null {
  const total = rowsIn(counts.values())
  let found = days[0] ?? null
  let setAside = 0
  for (const [index, day] of days.entries()) {
    setAside += counts.get(day)!
    const next = days[index + 1]
    if (next === undefined || setAside > Math.max(MAX_ROWS_ALWAYS, total * MAX_SHARE)) break
    if (total - setAside < setAside * OTHERS_OF_EACH) break
    const gap = Math.abs(daysBetween(next, day))
    if (gap > Math.max(minGap, TIMES_USUAL * usualGap(days.slice(index + 1, index + 1 + DAYS_LOOKED_AT))))
      found = next
  }
  return found
}

/** Between the first few of different days in order, in days; without end for one day. */
function usualGap(days: readonly Day[]): number {
  const looked = days.slice(0, DAYS_LOOKED_AT)
  return looked.length < 2
    ? Infinity
    : Math.abs(daysBetween(looked.at(-1)!, looked[0]!)) / (looked.length - 1)
}

/** Fewer days than this say nothing of the day that their files are as at. */
const ENOUGH_DAYS = 20
/** Lists of a quarter may be sent at its end. */
const MAX_DAYS_AFTER_LATEST = 92
/** More of the days after it than this cannot be mistyped. */
const MAX_SHARE_AFTER = 0.05

/** Whether files with these days are not as at the day: it is long after the latest of them, or too many are after it. */
export function isFarFromDays(counts: DayCounts, day: Day): boolean {
  const total = rowsIn(counts.values())
  const latest = latestNearDay(counts)
  if (latest === null || total < ENOUGH_DAYS) return false
  const days = [...counts.keys()].filter((known) => known <= latest).sort((a, b) => (a < b ? 1 : -1))
  if (daysBetween(latest, day) > Math.max(MAX_DAYS_AFTER_LATEST, TIMES_USUAL * usualGap(days))) return true
  const after = rowsIn([...counts].filter(([known]) => known > day).map(([, count]) => count))
  return after > Math.max(ENOUGH_DAYS / 2, total * MAX_SHARE_AFTER)
}

const rowsIn = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0)
