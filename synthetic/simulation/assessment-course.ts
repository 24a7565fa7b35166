import { REFERRAL_TO_START } from '../calibration/everywhere.ts'
import { DAYS_IN_MONTH, type Council, type FamilyContext } from './course.ts'
import { isWorking, monthNumberOf, nextWorking, workingDaysAfter, type DayNumber } from '../day-number.ts'
import { SET_POINTS, type ChildLog, type Position, type RecordedEvent } from '../event-log.ts'
import type { Random } from '../random.ts'
import { factorsFound } from './factors.ts'
import { recorded, signedOff } from './recording.ts'

/** How one assessment of a family went. */
interface AssessmentCourse {
  startedOn: DayNumber
  /** Null when it is never finished. */
  authorisedOn: DayNumber | null
  isStalled: boolean
}

const DAYS_ALLOWED = 45

/** The working day after a referral on which the assessment starts: most on the same day or the next. */
export const assessmentStart = (random: Random, referredOn: DayNumber): DayNumber =>
  nextWorking(workingDaysAfter(referredOn, Math.floor(random.quantile(REFERRAL_TO_START))))

/** Draws the course of an assessment of `children` children, which stands or falls for all of them together. */
export function assessmentCourse(
  { council, random }: FamilyContext,
  startedOn: DayNumber,
  team: string,
  children: number,
): AssessmentCourse {
  const { timeliness, profile } = council.plan
  const month = monthNumberOf(startedOn)
  const dueOn = workingDaysAfter(startedOn, DAYS_ALLOWED)
  if (council.even.stalled(Math.floor(month / 3), timeliness.stalled(startedOn, team), children)) {
    const takenUpOn = timeliness.takenUp(startedOn, random.next())
    const authorisedOn =
      takenUpOn === null ? null : atPosition(council, random, Math.max(takenUpOn, dueOn + 20))
    return { startedOn, authorisedOn, isStalled: true }
  }
  const isLate = council.even.late(`${month}`, timeliness.late(dueOn, team), children)
  const days = Math.floor(random.quantile(isLate ? profile.assessmentDaysLate : profile.assessmentDaysInTime))
  return {
    startedOn,
    authorisedOn: atPosition(council, random, workingDaysAfter(startedOn, days)),
    isStalled: false,
  }
}

/** The day on which a manager signs: when they are away, one of the first days after they come back. */
function atPosition(council: Council, random: Random, readyOn: DayNumber): DayNumber {
  let day = readyOn
  const isAtPosition = (on: DayNumber) => isWorking(on) && council.plan.timeliness.isSigningOff(on)
  if (isAtPosition(day)) return day
  while (!isAtPosition(day)) day += 1
  return day - readyOn > 4 ? workingDaysAfter(day, random.between(0, 5)) : day
}

/** Writes the assessment into a child's log. */
export function logAssessment(
  context: FamilyContext,
  child: ChildLog,
  course: AssessmentCourse,
  needsSupport: boolean,
  position: Position,
): void {
  const { council, random, detail } = context
  const { startedOn, authorisedOn, isStalled } = course
  const wasSeen = wasChildSeen(council, random, course)
  let authorised: RecordedEvent | null = null
  if (authorisedOn !== null) authorised = signedOff(random, authorisedOn)
  const until = authorisedOn ?? council.horizon
  child.assessments.push({
    referral: child.referrals.length,
    started: recorded(random, startedOn),
    authorised,
    wasSeen: isStalled && wasSeen === false && random.chance(0.3) ? null : wasSeen,
    seenOn: wasSeen ? Math.min(nextWorking(startedOn + seenAfter(detail)), until) : null,
    factors: authorisedOn === null ? [] : factorsFound(context, needsSupport),
    managerReviews: managerReviews(detail, startedOn, until, isStalled),
    needsSupport,
    position,
  })
}

/** Days from an assessment's start to the child's being seen: most within the first ten. */
const seenAfter = (detail: Random): number =>
  Math.floor(
    detail.quantile([
      [0, 0],
      [0.25, 2],
      [0.6, 6],
      [0.85, 12],
      [1, 35],
    ]),
  )

/** Looks at the set points, or a few days after; few at one that stalls. */
function managerReviews(
  detail: Random,
  startedOn: DayNumber,
  until: DayNumber,
  isStalled: boolean,
): DayNumber[] {
  const found: DayNumber[] = []
  for (const point of SET_POINTS) {
    const on = workingDaysAfter(startedOn, point + (detail.chance(0.7) ? 0 : detail.between(1, 6)))
    if (detail.chance(isStalled ? 0.3 : 0.74) && on < until) found.push(on)
  }
  return found
}

/** A fifth of stalled assessments are of children whom nobody has visited: 97 of 486 at the inspection. */
function wasChildSeen(
  council: Council,
  random: Random,
  { authorisedOn, isStalled }: AssessmentCourse,
): boolean | null {
  if (isStalled && authorisedOn === null) return random.chance(0.78)
  if (authorisedOn !== null && council.even.seen(monthNumberOf(authorisedOn), council.plan.timeliness.seen))
    return true
  return random.chance(0.12) ? null : false
}

/** An open case is assessed again once in a while; the day, or null. */
export function updateDay(
  { council, random }: FamilyContext,
  from: DayNumber,
  to: DayNumber,
): DayNumber | null {
  const earliest = from + 7 * DAYS_IN_MONTH
  if (to < earliest || !random.chance(council.plan.profile.updateAssessments)) return null
  return nextWorking(Math.floor(earliest + random.next() * Math.min(to - earliest, 12 * DAYS_IN_MONTH)))
}
