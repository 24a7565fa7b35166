import { nextWorking, workingDaysAfter, type DayNumber } from '../../day-number.ts'
import type { Random } from '../../random.ts'
import type { Absence } from './worker.ts'

/** Working days a year for which a full-time worker is asked. */
const DAYS_A_YEAR = 253
/** Of days lost, those of long sickness: a few workers, for months. */
const LONG_SHARE = 0.55
const LONG_DAYS = 45
const SHORT_DAYS = 2.5

/** Sickness and leave of one worker between two days; `share` is of working days lost to sickness. */
export function absencesOf(
  random: Random,
  from: DayNumber,
  to: DayNumber,
  share: number,
  isAgency: boolean,
): Absence[] {
  const lost = DAYS_A_YEAR * share
  const longs = (lost * LONG_SHARE) / LONG_DAYS
  const shorts = (lost * (1 - LONG_SHARE)) / SHORT_DAYS
  const found: Absence[] = []
  let free = from
  for (;;) {
    const days = -Math.log(1 - random.next()) * (365 / (longs + shorts + 0.025))
    free = nextWorking(free + Math.ceil(days))
    if (free >= to) return found
    const kind = random.weighted({ short: shorts, long: longs, leave: isAgency ? 0 : 0.025 })
    const last =
      kind === 'leave'
        ? free + random.between(120, 300)
        : workingDaysAfter(free, (kind === 'long' ? random.between(20, 70) : random.between(1, 4)) - 1)
    found.push({
      from: free,
      to: Math.min(last, to - 1),
      reason: kind === 'leave' ? (random.chance(0.75) ? 'maternity' : 'other leave') : 'sickness',
    })
    free = last + 1
  }
}
