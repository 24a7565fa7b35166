import { SCHOOL_SOURCES } from '../calibration/everywhere.ts'
import type { Profile, Weights } from '../calibration/profile.ts'
import { isWorking, monthNumberOf, monthOfYear, weekdayOf, type DayNumber } from '../day-number.ts'
import type { Random } from '../random.ts'

/** Who made a referral on a day. Schools fall to a quarter in August, when others make up the number. */
export const referralSource = (profile: Profile, random: Random, on: DayNumber): string =>
  sourceOn(random, on, profile.referralSources)

export const contactSource = (profile: Profile, random: Random, on: DayNumber): string =>
  sourceOn(random, on, profile.contactSources)

/**
 * The day on which a referral that was made on a day comes in. Of those who come back some call at the weekend, when
 * the emergency duty service answers; most calls wait for Monday, or were made on Friday. A family that is given help
 * at once has nothing wait until Monday.
 */
export function dayReceived(detail: Random, on: DayNumber, isReturn: boolean, mayWait: boolean): DayNumber {
  const weekday = weekdayOf(on)
  if (!isReturn || weekday < 6 || detail.chance(0.3)) return on
  return mayWait && detail.chance(0.55) && isWorking(on + 8 - weekday)
    ? on + 8 - weekday
    : on - (weekday - 5) - detail.between(0, 1)
}

function sourceOn(random: Random, on: DayNumber, sources: Weights): string {
  const source = random.weighted(sources)
  const isAugust = monthOfYear(monthNumberOf(on)) === 7
  return isAugust && SCHOOL_SOURCES.includes(source) && random.chance(0.75)
    ? random.weighted(sources)
    : source
}
