import type { Month } from '../../platform/day.ts'

/** The number of a month in `case_row`: the year times 12, and the month. January 2015 is 24181. */
export const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))

/** The month of such a number. */
export const monthOfNumber = (number: number): Month =>
  `${Math.floor((number - 1) / 12)}-${String(((number - 1) % 12) + 1).padStart(2, '0')}` as Month
