import { bankHolidays } from '../src/platform/working-days.ts'
import type { Day } from '../src/platform/day.ts'

/**
 * Days as whole numbers, from 1 January 1980 as 0. A simulation adds, compares and counts millions of days; every
 * day becomes a `Day` again when it is written. England's working days are those of `platform/working-days.ts`.
 */
export type DayNumber = number

const FIRST_YEAR = 1980
/** Far enough for the twenty-first birthday of a child born in the last year that anyone simulates. */
const LAST_YEAR = 2060
const FIRST_YEAR_OF_HOLIDAYS = 1996

const days: Day[] = []
const months: number[] = []
const numbers = new Map<Day, DayNumber>()
/** Number of the first day of each month, from January 1980 on. */
const monthStarts: number[] = []

const two = (value: number) => String(value).padStart(2, '0')

for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  for (const [index, length] of lengths.entries()) {
    monthStarts.push(days.length)
    for (let dayOfMonth = 1; dayOfMonth <= length; dayOfMonth += 1) {
      const day = `${year}-${two(index + 1)}-${two(dayOfMonth)}` as Day
      numbers.set(day, days.length)
      months.push(monthStarts.length - 1)
      days.push(day)
    }
  }
}

/** 1 is Monday, 7 is Sunday; 1 January 1980 was a Tuesday. */
export const weekdayOf = (day: DayNumber): number => ((day + 1) % 7) + 1

const working = new Uint8Array(days.length)
for (let day = 0; day < working.length; day += 1) working[day] = weekdayOf(day) <= 5 ? 1 : 0
const holidaysKnown = new Set<number>()

/** Bank holidays are looked up for the years that a simulation visits. */
function knowHolidays(day: DayNumber): void {
  const year = FIRST_YEAR + Math.floor(months[day]! / 12)
  if (holidaysKnown.has(year)) return
  holidaysKnown.add(year)
  if (year >= FIRST_YEAR_OF_HOLIDAYS) for (const holiday of bankHolidays(year)) working[numberOf(holiday)] = 0
}

export const numberOf = (day: Day): DayNumber => {
  const number = numbers.get(day)
  if (number === undefined) throw new Error(`${day} is outside the simulation's calendar`)
  return number
}

export const dayOf = (day: DayNumber): Day => {
  const text = days[day]
  if (text === undefined) throw new Error(`Day ${day} is outside the simulation's calendar`)
  return text
}

/** The number by which a spreadsheet knows the day: it counts from 30 December 1899. */
export const serialOf = (day: DayNumber): number => day + 29_221

export function isWorking(day: DayNumber): boolean {
  // Who looks for the next working day would look for ever.
  if (!(day < days.length)) throw new Error(`Day ${day} is outside the simulation's calendar`)
  knowHolidays(day)
  return working[day] === 1
}

/** The working day on which the Nth falls after `start`; `start` itself for 0. */
export function workingDaysAfter(start: DayNumber, n: number): DayNumber {
  let day = start
  for (let left = n; left > 0;) if (isWorking((day += 1))) left -= 1
  return day
}

/** The n-th working day before a day, which is itself day 0. */
export function workingDaysBefore(day: DayNumber, n: number): DayNumber {
  let found = day
  for (let left = n; left > 0;) {
    found -= 1
    if (isWorking(found)) left -= 1
  }
  return found
}

/** `day`, or the first working day after it. */
export function nextWorking(day: DayNumber): DayNumber {
  let found = day
  while (!isWorking(found)) found += 1
  return found
}

/** Months counted from January 1980 as 0. */
export const monthNumberOf = (day: DayNumber): number => months[day]!
export const firstOfMonth = (month: number): DayNumber => monthStarts[month]!
export const daysInMonth = (month: number): number => monthStarts[month + 1]! - monthStarts[month]!
/** 0 is January. */
export const monthOfYear = (month: number): number => month % 12

/** Whole years at the last birthday; -1 before birth. */
export function ageAt(birth: DayNumber, on: DayNumber): number {
  if (on < birth) return -1
  const simulated = months[on]! - months[birth]!
  const years = Math.floor(simulated / 12)
  return simulated % 12 === 0 && dayOfMonth(on) < dayOfMonth(birth) ? years - 1 : years
}

/** The day `years` after, or 28 February for a 29th that is not there. */
export function birthday(birth: DayNumber, years: number): DayNumber {
  const month = months[birth]! + years * 12
  return firstOfMonth(month) + Math.min(dayOfMonth(birth), daysInMonth(month)) - 1
}

const dayOfMonth = (day: DayNumber): number => day - monthStarts[months[day]!]! + 1
