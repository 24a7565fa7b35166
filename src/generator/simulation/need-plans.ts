import { nextWorking, type DayNumber } from '../day-number.ts'
import type { ChildLog, NeedEpisode } from '../event-log.ts'
import type { Life } from './course.ts'

/**
 * Child in need plans from the end of the assessment on, in the gaps that a child protection plan or care leave.
 * `until` is null when no need was found.
 */
export function needPlans(
  { detail }: Life,
  child: ChildLog,
  assessedOn: DayNumber | null,
  until: DayNumber | null,
): NeedEpisode['plans'] {
  if (assessedOn === null || until === null) return []
  const taken = [...child.plans, ...child.care]
    .map(({ started, ended }) => ({ from: started.on, to: ended?.on ?? Infinity }))
    .toSorted((one, other) => one.from - other.from)
  const found: NeedEpisode['plans'] = []
  let from = nextWorking(assessedOn + detail.between(1, 12))
  for (const { from: taken_, to } of [...taken, { from: Infinity, to: Infinity }]) {
    const end = Math.min(taken_, until)
    if (end - from > 14) found.push({ from, to: taken_ <= until ? taken_ : null })
    from = Math.max(from, to)
  }
  return found
}
