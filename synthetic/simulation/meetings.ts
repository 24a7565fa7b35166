import { ageAt, nextWorking, type DayNumber } from '../day-number.ts'
import type { ChildLog, Meeting } from '../event-log.ts'
import type { FamilyContext } from './course.ts'

/** How a conference or review went: who came, whether the family had read the report, how the child took part. */
export function meetingOn(context: FamilyContext, child: ChildLog, on: DayNumber): Meeting {
  const { detail } = context
  const { timeliness } = context.council.plan
  return {
    on,
    chair: context.workforce.chairOf(context.number),
    didAllocatedWorkerAttend: detail.chance(timeliness.workerAttends(on)),
    reportSharedOn: detail.chance(timeliness.reportShared(on))
      ? on - detail.between(1, 7)
      : detail.chance(0.6)
        ? on
        : null,
    participation: participation(context, child, on),
  }
}

/** Days that statute allows to the first review, to the second, and so on; the last is for all that follow. */
export const PLAN_REVIEWS = [91, 183] as const
export const CARE_REVIEWS = [28, 91, 183] as const

/**
 * The reviews held of those planned: as a rule within the days allowed, one in some late. `late` is what a delay is
 * worth next to the council's timeliness: a looked-after child has many reviews, and one late makes the child's record late.
 */
export function reviewsHeld(
  context: FamilyContext,
  child: ChildLog,
  from: DayNumber,
  planned: readonly DayNumber[],
  allowed: readonly number[],
  until: DayNumber,
  late = 1,
): Meeting[] {
  const { detail } = context
  const held: Meeting[] = []
  let before = from
  for (const [index, day] of planned.entries()) {
    const dueOn = before + allowed[Math.min(index, allowed.length - 1)]!
    const isLate = detail.chance((1 - context.council.plan.timeliness.reviewInTime(day)) * late)
    const on = isLate ? nextWorking(dueOn + detail.between(2, 40)) : workingBy(Math.min(day, dueOn))
    if (on > until) break
    if (on > before) held.push(meetingOn(context, child, on))
    before = on
  }
  return held
}

/** The day, or the working day before it. */
function workingBy(day: DayNumber): DayNumber {
  let found = day
  while (nextWorking(found) !== found) found -= 1
  return found
}

function participation({ detail }: FamilyContext, child: ChildLog, on: DayNumber): string {
  const age = ageAt(child.bornOn, on)
  if (age < 4) return 'PN0'
  return age < 10
    ? detail.weighted({ PN1: 18, PN2: 12, PN3: 10, PN4: 8, PN5: 16, PN6: 28, PN7: 8 })
    : detail.weighted({ PN1: 44, PN2: 8, PN3: 3, PN4: 5, PN5: 12, PN6: 21, PN7: 7 })
}
