import { nextWorking, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { CoreGroup } from '../event-log.ts'
import type { FamilyContext } from './course.ts'

/** Within ten working days of the conference, then every six weeks: some days late, some never held. */
export function coreGroups(
  { council, detail }: FamilyContext,
  from: DayNumber,
  until: DayNumber,
): CoreGroup[] {
  const found: CoreGroup[] = []
  let dueOn = workingDaysAfter(from, 10)
  while (dueOn <= until) {
    const isHeld = detail.chance(council.plan.timeliness.coreGroupHeld(dueOn))
    const heldOn = detail.chance(0.7)
      ? nextWorking(dueOn - detail.between(0, 4))
      : nextWorking(dueOn + detail.between(1, 12))
    found.push({ dueOn, heldOn: isHeld && heldOn <= until ? heldOn : null })
    dueOn = nextWorking((isHeld ? heldOn : dueOn) + 42)
  }
  return found
}
