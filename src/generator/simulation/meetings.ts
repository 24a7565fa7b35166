import { ageAt, type DayNumber } from '../day-number.ts'
import type { ChildLog, Meeting } from '../event-log.ts'
import type { Life } from './course.ts'

/** How a conference or review went: who came, whether the family had read the report, how the child took part. */
export function meetingOn(life: Life, child: ChildLog, on: DayNumber, chair: string): Meeting {
  const { detail } = life
  const { grip } = life.council.plan
  return {
    on,
    chair,
    didAllocatedWorkerAttend: detail.chance(grip.workerAttends(on)),
    reportSharedOn: detail.chance(grip.reportShared(on))
      ? on - detail.between(1, 7)
      : detail.chance(0.6)
        ? on
        : null,
    participation: participation(life, child, on),
  }
}

function participation({ detail }: Life, child: ChildLog, on: DayNumber): string {
  const age = ageAt(child.bornOn, on)
  if (age < 4) return 'PN0'
  return age < 10
    ? detail.weighted({ PN1: 18, PN2: 12, PN3: 10, PN4: 8, PN5: 16, PN6: 28, PN7: 8 })
    : detail.weighted({ PN1: 44, PN2: 8, PN3: 3, PN4: 5, PN5: 12, PN6: 21, PN7: 7 })
}
