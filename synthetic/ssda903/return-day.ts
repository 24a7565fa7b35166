import { dayOf, type DayNumber } from '../day-number.ts'

/** DD/MM/YYYY, as the return has days in CSV and in XML. */
export function returnDay(number: DayNumber): string {
  const day = dayOf(number)
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/** A day in text, of which no part is known when it is null. */
export const partKnownDay = (number: DayNumber | null): string =>
  number === null ? 'zz/zz/zzzz' : returnDay(number)
