import { lastOf, firstOf, type Day, type Month } from '../../platform/day.ts'
import { workingDayAfter, workingDaysBetween } from '../../platform/working-days.ts'
import { heldOn, ownWorkerCame, type ChildAtMeeting, type Meeting } from './meeting.ts'

/** A manager has so many working days to give a reason; then the head of service is asked. */
const ANSWER_WITHIN = 5

/** One conference that children's own workers did not attend, with those children. Child-level. */
export interface Missing {
  meeting: Meeting
  heldOn: Day
  children: readonly ChildAtMeeting[]
  askedOn: Day
  answerDueOn: Day
  /** Null while there is no reason. */
  reason: {
    missed: string
    words: string
    answeredOn: Day | null
    answeredBy: string
    days: number | null
  } | null
  /** Nobody answered in time: the head of service is asked. */
  isPassedOn: boolean
}

export interface NotAttended {
  month: Month
  unanswered: readonly Missing[]
  answered: readonly Missing[]
  counts: AttendanceCounts
}

/** Names no child. */
export interface AttendanceCounts {
  children: number
  meetings: number
  came: number
  someoneElse: number
  nobody: number
  /** Nobody wrote down who came: it counts as not attended. */
  blank: number
  missedMeetings: number
  /** By reason, with those who have none among them. */
  reasons: readonly { words: string; children: number; isAnswer: boolean }[]
}

export const windowOfMonth = (month: Month): { from: Day; to: Day } => ({
  from: firstOf(month),
  to: lastOf(month),
})

/** Conferences and reviews held in a month, child by child: who came, and why the child's own worker did not. */
export function notAttended(meetings: readonly Meeting[], month: Month, today: Day): NotAttended {
  const { from, to } = windowOfMonth(month)
  const held = meetings.filter((meeting) => {
    const on = heldOn(meeting)
    return on !== null && on >= from && on <= to
  })
  const missing = held
    .flatMap((meeting) => missingIn(meeting, today))
    .toSorted((left, right) => (left.heldOn > right.heldOn ? -1 : left.heldOn < right.heldOn ? 1 : 0))
  return {
    month,
    unanswered: missing.filter(({ reason }) => reason === null),
    answered: missing.filter(({ reason }) => reason !== null),
    counts: countsOf(held, missing),
  }
}

/** Children of a meeting with one reason are one line; those without any are another. */
function missingIn(meeting: Meeting, today: Day): Missing[] {
  const on = heldOn(meeting)!
  const without = meeting.children.filter((child) => child.heldOn !== null && !ownWorkerCame(child))
  const askedOn = workingDayAfter(on, 1)
  const answerDueOn = workingDayAfter(askedOn, ANSWER_WITHIN)
  return [
    ...Map.groupBy(without, ({ missed, missedWords }) => JSON.stringify([missed, missedWords])).values(),
  ].map((children) => {
    const { missed, missedWords: words, answeredOn, answeredBy } = children[0]!
    const days = answeredOn === null ? null : workingDaysBetween(askedOn, answeredOn)
    const reason = missed === null ? null : { missed, words, answeredOn, answeredBy, days }
    return {
      meeting,
      heldOn: on,
      children,
      askedOn,
      answerDueOn,
      reason,
      isPassedOn: reason === null && answerDueOn < today,
    }
  })
}

function countsOf(held: readonly Meeting[], missing: readonly Missing[]): AttendanceCounts {
  const children = held.flatMap((meeting) => meeting.children).filter((child) => child.heldOn !== null)
  const without = children.filter((child) => !ownWorkerCame(child))
  const nobody = without.filter(({ came }) => came === 'nobody').length
  const blank = without.filter(({ came }) => came === null).length
  const reasons = [...Map.groupBy(without, ({ missed }) => missed)]
    .flatMap(([words, of]) => (words === null ? [] : [{ words, children: of.length, isAnswer: true }]))
    .toSorted((left, right) => right.children - left.children || (left.words < right.words ? -1 : 1))
  const unanswered = without.filter(({ missed }) => missed === null).length
  return {
    children: children.length,
    meetings: held.length,
    came: children.length - without.length,
    someoneElse: without.length - nobody - blank,
    nobody,
    blank,
    missedMeetings: new Set(missing.map(({ meeting }) => meeting.ref)).size,
    reasons: [
      ...reasons,
      ...(unanswered > 0 ? [{ words: 'No answer', children: unanswered, isAnswer: false }] : []),
    ],
  }
}
