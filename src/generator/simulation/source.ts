import { CONTACT_SOURCES, REFERRAL_SOURCES, SCHOOL_SOURCES } from '../calibration/norchester-2015.ts'
import { monthNumberOf, monthOfYear, type DayNumber } from '../day-number.ts'
import type { Random } from '../random.ts'

/** Who made a referral on a day. Schools fall to a quarter in August, when others make up the number. */
export const referralSource = (random: Random, on: DayNumber): string =>
  sourceOn(random, on, REFERRAL_SOURCES)

export const contactSource = (random: Random, on: DayNumber): string => sourceOn(random, on, CONTACT_SOURCES)

function sourceOn<Source extends string>(
  random: Random,
  on: DayNumber,
  sources: Readonly<Record<Source, number>>,
): Source {
  const source = random.weighted(sources)
  const isAugust = monthOfYear(monthNumberOf(on)) === 7
  return isAugust && SCHOOL_SOURCES.includes(source) && random.chance(0.75)
    ? random.weighted(sources)
    : source
}
