import type { Day } from '../platform/day.ts'

/** A meeting of the Improvement Board, named by its day: a Board has at most one a day. */
export interface Meeting {
  id: string
  heldOn: Day
  /** Null for the first meeting. */
  previousOn: Day | null
  title: string
}

/** The next meeting from `today` on, or else the latest; null when there is none. */
export const meetingInView = (meetings: readonly Meeting[], today: Day): Meeting | null =>
  meetings.findLast((meeting) => meeting.heldOn >= today) ?? meetings[0] ?? null
