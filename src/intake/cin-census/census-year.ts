import type { Day } from '../../platform/day.ts'

/** The 31 March on or after a day: the reference date of the census that it falls in. */
export function censusYearEnd(day: Day): Day {
  const year = Number(day.slice(0, 4))
  const end = `${year}-03-31` as Day
  return day <= end ? end : (`${year + 1}-03-31` as Day)
}
