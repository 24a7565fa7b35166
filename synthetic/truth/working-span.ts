import { isWorking, type DayNumber } from '../day-number.ts'

/**
 * The working day on which an end falls, counted from a start: the day after the start is day 1. An end on a weekend or
 * holiday falls on the next working day; one on the day of the start is 0.
 */
export function workingDaysBetween(from: DayNumber, until: DayNumber): number {
  if (until === from) return 0
  let count = isWorking(until) ? 0 : 1
  for (let day = from + 1; day <= until; day += 1) if (isWorking(day)) count += 1
  return count
}
