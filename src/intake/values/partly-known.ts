import { addDays, dayFrom, type Day } from '../../platform/day.ts'

/** A day of which the year is known, or the year and the month: it lies from `earliest` to `latest`, both ends in. */
export interface PartlyKnown {
  earliest: Day
  latest: Day
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g
const MONTH_NAME = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/gi
/** Years of which part was left open in words. */
const LOOSE = /\b(spring|summer|autumn|winter|early|mid|late|c|circa|about|approx\w*)\b/i

/**
 * What is known of a day that is only partly known, from the cell as it stood: `zz/05/2020` lies in May 2020,
 * `zz/zz/2016` in 2016, `early 2019` in 2019. Null when not even the year is known, or when two are named.
 */
export function partlyKnown(text: string): PartlyKnown | null {
  const years = text.match(YEAR) ?? []
  if (years.length !== 1) return null
  const year = Number(years[0])
  const month = LOOSE.test(text) ? null : monthIn(text, years[0])
  const earliest = dayFrom(year, month ?? 1, 1)
  const next = month === null || month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 1, 1)
  return earliest && next && { earliest, latest: addDays(next, -1) }
}

/** The month next to the year: by its name, or as the figure next to it. */
function monthIn(text: string, year: string): number | null {
  const named = [...text.matchAll(MONTH_NAME)].map(([, name]) => MONTHS.indexOf(name!.toLowerCase()) + 1)
  if (named.length === 1) return named[0]!
  const parts = text.trim().split(/[-/.\s]+/)
  const index = parts.indexOf(year)
  // Year last, the month is before it; year first, after it.
  const beside = Number(index === 0 ? parts[1] : parts[index - 1])
  return Number.isInteger(beside) && beside >= 1 && beside <= 12 ? beside : null
}
