import { everyFewDays, type FamilyContext } from './course.ts'
import { birthday, type DayNumber } from '../day-number.ts'
import type { CareLeaver, ChildLog, Position } from '../event-log.ts'

/** A young person who leaves care at 16 or later, and is kept in touch with until 21. */
export function careLeaver(
  { council, random }: FamilyContext,
  child: ChildLog,
  leftOn: DayNumber,
  position: Position,
  adviser: string,
): CareLeaver {
  const until = birthday(child.bornOn, 21)
  const last = Math.min(until, council.horizon)
  const { leaver } = council.plan.profile
  const accommodation = random.weighted(leaver.accommodation)
  return {
    from: leftOn,
    until,
    adviser,
    inTouch: random.weighted(leaver.inTouch),
    contacts: everyFewDays(random, leftOn + 10, last, 56, 0.5),
    pathwayReviews: everyFewDays(random, leftOn + 90, last, 185, 0.2),
    accommodation,
    isSuitable: !['X', 'R', 'S', 'W', 'V'].includes(accommodation),
    activity: random.weighted(leaver.activity),
    position,
  }
}
