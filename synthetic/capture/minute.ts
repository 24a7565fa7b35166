import { dayOf, firstOfMonth, monthNumberOf, monthOfYear, weekdayOf, type DayNumber } from '../day-number.ts'

/** A moment as whole minutes since 1 January 1980 began in Greenwich, so that hours between two are elapsed hours. */
export type Minute = number

const MINUTES_A_DAY = 24 * 60
const SPRING_MONTH = 2
const AUTUMN_MONTH = 9

/** The moment at which the clocks in England show this many minutes past midnight. */
export function minuteAt(day: DayNumber, minutesPastMidnight: number): Minute {
  const winter = day * MINUTES_A_DAY + minutesPastMidnight
  return isSummerTime(winter - 60) ? winter - 60 : winter
}

/** The day on which it falls in England. */
export const dayOfMinute = (minute: Minute): DayNumber => Math.floor(onTheClock(minute) / MINUTES_A_DAY)

/** As the clocks in England showed it: `2015-01-09T14:20`. */
export function formatMinute(minute: Minute): string {
  const shown = onTheClock(minute)
  const past = ((shown % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY
  return `${dayOf(Math.floor(shown / MINUTES_A_DAY))}T${two(Math.floor(past / 60))}:${two(past % 60)}`
}

const two = (value: number) => String(value).padStart(2, '0')

const onTheClock = (minute: Minute): number => (isSummerTime(minute) ? minute + 60 : minute)

/** Summer Time Order 2002: from 01:00 Greenwich on the last Sunday of March to that of October. */
function isSummerTime(minute: Minute): boolean {
  const month = monthNumberOf(Math.floor(minute / MINUTES_A_DAY))
  const inYear = monthOfYear(month)
  if (inYear < SPRING_MONTH || inYear > AUTUMN_MONTH) return false
  if (inYear > SPRING_MONTH && inYear < AUTUMN_MONTH) return true
  const change = lastSundayOf(month) * MINUTES_A_DAY + 60
  return inYear === SPRING_MONTH ? minute >= change : minute < change
}

function lastSundayOf(month: number): DayNumber {
  const last = firstOfMonth(month + 1) - 1
  return last - (weekdayOf(last) % 7)
}
