import type { Month } from '../../platform/day.ts'
import type { PublishedAt } from '../../measures/index.ts'

const isBeforeApril = (month: Month): boolean => month.slice(5) <= '03'

/** The published year that a month belongs to: the year to 31 March, or for what is taken on 30 September the nearest. */
export const yearOf = (month: Month, takenAt: PublishedAt): number =>
  Number(month.slice(0, 4)) +
  (takenAt === 'september' ? (isBeforeApril(month) ? -1 : 0) : isBeforeApril(month) ? 0 : 1)

/**
 * The year that figures of a month are held against: the month's own, or where it is not published yet the last before it.
 * Never a later one: a figure of 2015 is not compared with 2016. Null when there is none.
 */
export function comparedYear(years: readonly number[], month: Month, takenAt: PublishedAt): number | null {
  const own = yearOf(month, takenAt)
  const until = years.filter((year) => year <= own)
  return until.length === 0 ? null : Math.max(...until)
}

/** "2014-15" for the year to March 2015 and for 31 March 2015; "2015" for 30 September 2015. */
export const periodOf = (year: number, takenAt: PublishedAt): string =>
  takenAt === 'september' ? String(year) : `${year - 1}-${String(year % 100).padStart(2, '0')}`

/** As a sentence says it: "in the year to March 2015", "on 31 March 2015". */
export const formatPeriod = (year: number, takenAt: PublishedAt): string =>
  ({
    year: `in the year to March ${year}`,
    march: `on 31 March ${year}`,
    september: `on 30 September ${year}`,
  })[takenAt]
