import { nextWorking, type DayNumber } from '../day-number.ts'
import type { ChildLog, NeedEpisode } from '../event-log.ts'
import type { FamilyContext } from './course.ts'

/** A plan shorter than this is not worth the paper. */
const MIN_DAYS = 14

/**
 * Child in need plans from the end of the assessment on, in the gaps that child protection plans and care leave, to
 * the day the case closes; null for one that goes on past the days simulated.
 */
export function needPlans(
  { council, detail }: FamilyContext,
  child: ChildLog,
  assessedOn: DayNumber | null,
  closedOn: DayNumber | null,
): NeedEpisode['plans'] {
  if (assessedOn === null) return []
  const taken = [...child.plans, ...child.care]
    .map(({ started, ended }) => ({ from: started.on, to: ended?.on ?? Infinity }))
    .toSorted((left, right) => left.from - right.from)
  const found: NeedEpisode['plans'] = []
  let from = nextWorking(assessedOn + detail.between(1, 12))
  for (const next of [...taken, { from: Infinity, to: Infinity }]) {
    const to = Math.min(next.from, closedOn ?? Infinity)
    if (Math.min(to, council.horizon) - from > MIN_DAYS)
      found.push({ from, to: Number.isFinite(to) ? to : null })
    from = Math.max(from, next.to)
  }
  return found
}
