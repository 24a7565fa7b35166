import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import { addDays, weekdayNumber, type Day } from './day.ts'

/**
 * Working days in England. The day after a start is day 1; a start on a weekend or bank holiday is day 0 all the
 * same, and day 1 is the next working day. "Within N" means on or before the Nth working day, so an end on a
 * Saturday after day N is late although N working days have passed.
 * Source: our convention for the clocks of Working Together to Safeguard Children, which counts working days from
 * the referral or the strategy discussion without saying how; rules Q1 and B1 of the measures handbook.
 */

/** Moved and one-off days that the library leaves out. The years from 2013 on were checked day by day against the published dates. */
const CORRECTIONS: Readonly<Record<number, { not: readonly Day[]; also: readonly Day[] }>> = {
  1995: { not: ['1995-05-01'], also: ['1995-05-08'] }, // fifty years since the war ended in Europe
  1999: { not: [], also: ['1999-12-31'] }, // the turn of the millennium
  2002: { not: ['2002-05-27'], also: ['2002-06-03', '2002-06-04'] }, // Golden Jubilee
  2011: { not: [], also: ['2011-04-29'] }, // royal wedding
  2012: { not: ['2012-05-28'], also: ['2012-06-04', '2012-06-05'] }, // Diamond Jubilee
}

/** The library knows the whole world's holidays and takes a while to read, so it is read when a year is first asked for. */
let england: Holidays | null = null
function calendarOfEngland(): Holidays {
  const library = createRequire(import.meta.url)('date-holidays') as typeof Holidays
  return (england ??= new library('GB', 'ENG', { types: ['public', 'bank'] }))
}

const yearsKnown = new Map<number, ReadonlySet<Day>>()

const isWeekend = (day: Day): boolean => weekdayNumber(day) > 5

/** England's bank holidays of a year that fall on weekdays, in order. Known from 1995 on. */
export function bankHolidays(year: number): readonly Day[] {
  return [...holidaysOf(year)].sort()
}

function holidaysOf(year: number): ReadonlySet<Day> {
  const known = yearsKnown.get(year)
  if (known) return known
  const { not, also } = CORRECTIONS[year] ?? { not: [], also: [] }
  const days = calendarOfEngland()
    .getHolidays(year)
    .map((holiday) => holiday.date.slice(0, 10) as Day)
  const set = new Set([...days.filter((day) => !isWeekend(day) && !not.includes(day)), ...also])
  yearsKnown.set(year, set)
  return set
}

export const isWorkingDay = (day: Day): boolean =>
  !isWeekend(day) && !holidaysOf(Number(day.slice(0, 4))).has(day)

/** The day on which the Nth working day after `start` falls; `start` itself for n = 0. */
export function workingDayAfter(start: Day, n: number): Day {
  let day = start
  for (let left = n; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** The day on which the Nth working day before `end` falls. */
export function workingDayBefore(end: Day, n: number): Day {
  let day = end
  for (let left = n; left > 0;) {
    day = addDays(day, -1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** Days since 1970-01-01. */
const dayNumber = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / 86_400_000

/** Mondays to Fridays up to a day, that day included, from the Monday before 1970. */
function weekdaysUpTo(day: Day): number {
  const sinceMonday = dayNumber(day) + 3
  const weeks = Math.floor(sinceMonday / 7)
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5)
}

/** Bank holidays after `from` up to `to`. */
function holidaysBetween(from: Day, to: Day): number {
  let count = 0
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    for (const day of holidaysOf(year)) if (day > from && day <= to) count += 1
  return count
}

/** Working days after `from` up to `to`, that day included; 0 when `to` is not later. Counted by weeks: lists ask it of every row. */
export const workingDaysBetween = (from: Day, to: Day): number =>
  to <= from ? 0 : weekdaysUpTo(to) - weekdaysUpTo(from) - holidaysBetween(from, to)

/** True when `end` is on or before the Nth working day after `start`. An end before its start is an error and never within. */
export const withinWorkingDays = (start: Day, end: Day, n: number): boolean =>
  end >= start && end <= workingDayAfter(start, n)
