import type { Day } from '../platform/day.ts'

/** A meeting of the Improvement Board. It is named by its day: a council's Board meets once a day at most. */
export interface Meeting {
  id: string
  heldOn: Day
  /** The Board's meeting before it; null for the first. */
  previousOn: Day | null
  title: string
}

/** The next meeting from `today` on, or else the latest; null before the first is put in. */
export const meetingInView = (meetings: readonly Meeting[], today: Day): Meeting | null =>
  meetings.findLast((meeting) => meeting.heldOn >= today) ?? meetings[0] ?? null
