import { isWorking, type DayNumber } from '../day-number.ts'

/** Working days after `from`, up to and with `to`; 0 when `to` is no later. For spans of weeks, not of years. */
export function workingDaysBetween(from: DayNumber, to: DayNumber): number {
  let count = 0
  for (let day = from + 1; day <= to; day += 1) if (isWorking(day)) count += 1
  return count
}

/** `day`, or the working day before it that is nearest. */
export function lastWorking(day: DayNumber): DayNumber {
  let found = day
  while (!isWorking(found)) found -= 1
  return found
}
