import { addMonths, formatDay, type Day } from '../../platform/day.ts'
import { withinWorkingDays, workingDayAfter, workingDaysBetween } from '../../platform/working-days.ts'
import type { EventState } from './event.ts'

/** Working days from the start to the authorised assessment. Working Together to Safeguard Children, chapter 3. */
export const ASSESSMENT_DAYS = 45
/** Working days from the strategy discussion to the initial conference. Working Together, chapter 3. */
export const CONFERENCE_DAYS = 15
/** Working days from coming into care to the first review. Care Planning Regulations 2010, regulation 33. */
const FIRST_CARE_REVIEW_DAYS = 20

/** A state and a note, by a statutory clock. */
export interface TimedNote {
  state: EventState | null
  note: string
}

const days = (count: number) => `${count} working ${count === 1 ? 'day' : 'days'}`

/** Work that ended: whether within `limit` working days of its start. */
export function timeEnded(start: Day, end: Day, limit: number): TimedNote {
  if (end < start) return { state: 'error', note: `Dated before it began, on ${formatDay(start)}` }
  const day = `Working day ${workingDaysBetween(start, end)}`
  if (withinWorkingDays(start, end, limit)) return { state: null, note: `${day}; the limit is ${limit}` }
  const over = workingDaysBetween(workingDayAfter(start, limit), end)
  // An end at the weekend after the last day is late, although no working day has passed.
  const late = over > 0 ? `${days(over)} late` : 'late: the limit was a working day before'
  return { state: 'late', note: `${day}, ${late}; the limit is ${limit}` }
}

/** Work that has not ended: how far it is from the day it is due, on `asAt`. */
export function timeDue(dueOn: Day, asAt: Day): TimedNote {
  return asAt > dueOn
    ? { state: 'overdue', note: `${days(workingDaysBetween(dueOn, asAt))} over when the data end` }
    : { state: 'due', note: `Within ${days(workingDaysBetween(asAt, dueOn))} of the end of the data` }
}

/** When the next review conference is due: three months after the initial one, then every six. Working Together, chapter 3. */
export const reviewConferenceDueOn = (planStart: Day, latestReview: Day | null): Day =>
  latestReview ? addMonths(latestReview, 6) : addMonths(planStart, 3)

/** When the next review of a child in care is due: 20 working days, three months later, then every six. Regulation 33. */
export function careReviewDueOn(start: Day, latestReview: Day | null): Day {
  const first = workingDayAfter(start, FIRST_CARE_REVIEW_DAYS)
  if (!latestReview) return first
  return addMonths(latestReview, latestReview <= first ? 3 : 6)
}
