/**
 * Calendar days and months. Waymark never uses instants for dates: a day is the text `YYYY-MM-DD`,
 * a month the text `YYYY-MM`, and both compare and sort as text.
 */
export type Day = `${number}-${number}-${number}`
export type Month = `${number}-${number}`

/** An instant as ISO text in UTC, only for who did what and when. */
export type Instant = string

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const plain = (day: Day) => Temporal.PlainDate.from(day)
const text = (date: Temporal.PlainDate) => date.toString() as Day

/** True for a real calendar day written `YYYY-MM-DD`: `2015-02-29` is not one. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() === value
  } catch {
    return false
  }
}

export function isMonth(value: unknown): value is Month {
  return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value)
}

/** Year, month 1 to 12, day of the month; null when there is no such day. */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day | null {
  try {
    return text(Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' }))
  } catch {
    return null
  }
}

export const addDays = (day: Day, days: number): Day => text(plain(day).add({ days }))

/** Same day number in the later month; the last day of that month where it has no such day. */
export const addMonths = (day: Day, months: number): Day => text(plain(day).add({ months }))

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  plain(from).until(plain(to), { largestUnit: 'day' }).days

export const monthOf = (day: Day): Month => day.slice(0, 7) as Month
export const firstOf = (month: Month): Day => `${month}-01` as Day
export const lastOf = (month: Month): Day => {
  const yearMonth = Temporal.PlainYearMonth.from(month)
  return text(yearMonth.toPlainDate({ day: yearMonth.daysInMonth }))
}
export function shiftMonth(month: Month, months: number): Month {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  const [year, monthNumber] = [Math.floor(number / 12), (number % 12) + 1]
  return `${String(year).padStart(4, '0')}-${String(monthNumber).padStart(2, '0')}` as Month
}

/** Every month from `from` to `to`, both in; none when `to` is earlier. */
export function monthsFrom(from: Month, to: Month): Month[] {
  const months: Month[] = []
  for (let month = from; month <= to; month = shiftMonth(month, 1)) months.push(month)
  return months
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayNumber = (day: Day): number => plain(day).dayOfWeek

/** Whole years at the last birthday, on `on`; -1 before birth. Someone born on 29 February has a birthday on 28 February in a common year. */
export function ageOn(birth: Day, on: Day): number {
  if (on < birth) return -1
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  const birthday = birth.slice(5)
  const isMoved = birthday === '02-29' && !plain(on).inLeapYear
  return on.slice(5) >= (isMoved ? '02-28' : birthday) ? years : years - 1
}

/** "31 January 2015" */
export const formatDay = (day: Day): string => {
  const date = plain(day)
  return `${date.day} ${MONTH_NAMES[date.month - 1]} ${date.year}`
}

/** "31 January" */
export const formatDayOfYear = (day: Day): string => {
  const date = plain(day)
  return `${date.day} ${MONTH_NAMES[date.month - 1]}`
}

/** "Thursday 5 February 2015" */
export const formatWeekday = (day: Day): string =>
  `${WEEKDAY_NAMES[weekdayNumber(day) - 1]} ${formatDay(day)}`

/** "January 2015" */
export const formatMonth = (month: Month): string => {
  const yearMonth = Temporal.PlainYearMonth.from(month)
  return `${MONTH_NAMES[yearMonth.month - 1]} ${yearMonth.year}`
}

/** "January" */
export const formatMonthName = (month: Month): string =>
  MONTH_NAMES[Temporal.PlainYearMonth.from(month).month - 1]!

/** The calendar day in England on which an instant fell. */
export const dayInEngland = (instant: Instant): Day =>
  text(Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate())

/** The only place that reads the machine's clock for a day. */
const todayInEngland = (): Day => text(Temporal.Now.plainDateISO('Europe/London'))

/** Passed to all code that needs the day or the instant, so that tests and the demonstration can choose theirs. */
export interface Clock {
  today(): Day
  now(): Instant
}

export const realClock: Clock = {
  today: todayInEngland,
  now: () => Temporal.Now.instant().round({ smallestUnit: 'millisecond' }).toString(),
}

/** For tests. The instant is noon UTC of the day. */
export const stoppedClock = (day: Day): Clock => ({ today: () => day, now: () => `${day}T12:00:00Z` })
