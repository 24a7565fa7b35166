import { daysInMonth, firstOfMonth, monthNumberOf, workingDaysAfter, type DayNumber } from '../day-number.ts'

/** Working Together: the first review conference within three months of the initial one, others within six. */
const FIRST_MONTHS = 3
const LATER_MONTHS = 6
/** Care planning regulations 2010, regulation 33: within 20 working days, then three months, then six. */
const FIRST_WORKING_DAYS = 20

/** The day by which a review conference was due, `before` being the one before it, or null for the first. */
export const conferenceDue = (planFrom: DayNumber, before: DayNumber | null): DayNumber =>
  before === null ? monthsAfter(planFrom, FIRST_MONTHS) : monthsAfter(before, LATER_MONTHS)

/** The day by which the review of a child looked after was due; `held` are those before it. */
export function careReviewDue(careFrom: DayNumber, held: readonly DayNumber[]): DayNumber {
  const before = held.at(-1)
  if (before === undefined) return workingDaysAfter(careFrom, FIRST_WORKING_DAYS)
  return monthsAfter(before, held.length === 1 ? FIRST_MONTHS : LATER_MONTHS)
}

/** The same day of a later month, or that month's last. */
function monthsAfter(day: DayNumber, months: number): DayNumber {
  const from = monthNumberOf(day)
  const month = from + months
  return firstOfMonth(month) + Math.min(day - firstOfMonth(from), daysInMonth(month) - 1)
}
