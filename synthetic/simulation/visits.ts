import { nextWorking, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { Visit } from '../event-log.ts'
import type { Random } from '../random.ts'
import type { FamilyContext } from './course.ts'

/** How often a child is to be seen, and what the diary of a worker who does not look ahead makes of it. */
interface Rhythm {
  /** The last day on which the next visit is in time. */
  dueAfter: (visit: DayNumber) => DayNumber
  /** Of visits as the diary has them, those in time. */
  inTimeByDiary: number
}

/** A child on a plan: every ten working days. */
export const ON_A_PLAN: Rhythm = { dueAfter: (visit) => workingDaysAfter(visit, 10), inTimeByDiary: 0.55 }
/** A child in need: every four weeks or so, six at most. */
export const IN_NEED: Rhythm = { dueAfter: (visit) => visit + 42, inTimeByDiary: 0.73 }

const WEEKS_6 = 42
const WEEKS_13 = 91

/**
 * A looked-after child: within a week of coming into care, every six weeks in the first year, and every three months
 * where the child is settled to stay.
 */
export const lookedAfter = (from: DayNumber, isSettled: boolean): Rhythm => ({
  dueAfter: (visit) => visit + (isSettled && visit > from + 365 ? WEEKS_13 : WEEKS_6),
  inTimeByDiary: 0.58,
})

/**
 * The visits made: those of the diary, and those put in between by a team that keeps count of days, or left out by one
 * that does not, so that as many are in time as the council's timeliness says. Working days alone.
 */
export function visitsMade(
  { council, detail }: Pick<FamilyContext, 'council' | 'detail'>,
  diary: readonly DayNumber[],
  { dueAfter, inTimeByDiary: diaryShare }: Rhythm,
  team: string,
  until: DayNumber,
): Visit[] {
  const days: DayNumber[] = []
  for (const planned of diary) {
    const on = nextWorking(planned)
    const before = days.at(-1)
    if (on > until || on === before) continue
    const wanted = council.plan.timeliness.visitInTime(on, team)
    if (before !== undefined && on > dueAfter(before)) {
      // With d of the diary's gaps in time, and a share p of the others cut in two, w = (d + 2(1 − d)p) / (1 + (1 − d)p).
      const cut = (wanted - diaryShare) / ((1 - diaryShare) * (2 - wanted))
      if (detail.chance(cut)) days.push(nextWorking(before + Math.floor((on - before) / 2)))
    } else if (
      before !== undefined &&
      wanted < diaryShare &&
      detail.chance((diaryShare - wanted) / diaryShare)
    ) {
      continue
    }
    days.push(on)
  }
  return days.map((on) => visitOn(detail, on))
}

/** Now and then nobody is at home, and not everything is written down. */
export function visitOn(detail: Random, on: DayNumber): Visit {
  const wasSeen = detail.chance(0.96)
  return { on, wasSeen, wasSeenAlone: wasSeen && detail.chance(0.9) ? detail.chance(0.8) : null }
}
