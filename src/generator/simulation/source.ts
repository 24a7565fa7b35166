import { SCHOOL_SOURCES } from '../calibration/everywhere.ts'
import type { Profile, Weights } from '../calibration/profile.ts'
import { monthNumberOf, monthOfYear, type DayNumber } from '../day-number.ts'
import type { Random } from '../random.ts'

/** Who made a referral on a day. Schools fall to a quarter in August, when others make up the number. */
export const referralSource = (profile: Profile, random: Random, on: DayNumber): string =>
  sourceOn(random, on, profile.referralSources)

export const contactSource = (profile: Profile, random: Random, on: DayNumber): string =>
  sourceOn(random, on, profile.contactSources)

function sourceOn(random: Random, on: DayNumber, sources: Weights): string {
  const source = random.weighted(sources)
  const isAugust = monthOfYear(monthNumberOf(on)) === 7
  return isAugust && SCHOOL_SOURCES.includes(source) && random.chance(0.75)
    ? random.weighted(sources)
    : source
}
