import { addDays, type Day } from '../../platform/day.ts'
import type { Meeting, MeetingKind } from './meeting.ts'

/** A meeting in a calendar: when, of which kind, and the meeting's name in addresses. Names no child, worker or place. */
export interface CalendarEntry {
  ref: string
  kind: MeetingKind
  on: Day
  /** `14:30`, by the clock in England; null for a whole day. */
  startsAt: string | null
}

/** An entry with its number and whether the meeting was cancelled. */
export interface NumberedEntry extends CalendarEntry {
  uid: string
  sequence: number
  changedAt: string
  isCancelled: boolean
}

/** Days before and after today that a calendar holds. */
const [BEHIND, AHEAD] = [28, 182]

export const calendarWindow = (today: Day): { from: Day; to: Day } => ({
  from: addDays(today, -BEHIND),
  to: addDays(today, AHEAD),
})

export const entriesOf = (meetings: readonly Meeting[]): CalendarEntry[] =>
  meetings
    .map(({ ref, kind, bookedOn, startsAt }) => ({ ref, kind, on: bookedOn, startsAt }))
    .toSorted((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1))

const orderOf = ({ on, startsAt, ref }: CalendarEntry): string => JSON.stringify([on, startsAt ?? '', ref])

/** The same meeting in another council is another. */
export const uidOf = (council: string, { ref }: CalendarEntry): string => `${ref}@${council}.waymark`
