import type { DayNumber } from '../day-number.ts'
import type { AdopterLog } from '../adopter-log.ts'
import type { AdoptionPath, CarePeriod, ChildLog } from '../event-log.ts'
import type { Profile } from '../calibration/profile.ts'
import type { Random } from '../random.ts'

/** From entering care to the order, counted back from the day care ends with it. */
export function adoptionPath(
  random: Random,
  child: ChildLog,
  period: CarePeriod,
  from: DayNumber,
  to: DayNumber,
): AdoptionPath {
  const orderedOn = period.statuses.find(({ status }) => status === 'E1')?.from ?? null
  const placedOn = to - 240
  const isReversed = random.chance(0.08)
  const decidedOn = from + random.between(120, 165)
  const happens = (day: DayNumber) => (isReversed ? null : day)
  const fostersFirst = random.chance(0.06)
  return {
    enteredCareOn: from,
    decidedOn,
    orderedOn,
    matchedOn: happens(placedOn - random.between(12, 30)),
    placedOn: happens(placedOn),
    adoptedOn: happens(to),
    reversedOn: isReversed ? Math.max(decidedOn + 60, placedOn - 20) : null,
    reversedReason: random.pick(['RD1', 'RD2', 'RD3', 'RD4']),
    fosteredForAdoptionOn: fostersFirst ? from + 14 : null,
    adoptiveFamily: `AF-${child.id}`,
  }
}

/** The adopters of a child who is matched: a couple, or one on their own. */
export function adoptersOf(profile: Profile, random: Random, path: AdoptionPath): AdopterLog[] {
  const { matchedOn } = path
  if (matchedOn === null) return []
  const enquiredOn = matchedOn - random.between(300, 620)
  const approvedOn = Math.min(enquiredOn + random.between(190, 260), matchedOn - 30)
  return couple(profile, random, path.adoptiveFamily, {
    ...courseFrom(random, enquiredOn, approvedOn),
    isFosteringForAdoption: path.fosteredForAdoptionOn !== null,
    matchedOn,
    placedOn: path.placedOn,
    adoptedOn: path.adoptedOn,
    leftOn: null,
    leftReason: '',
    childrenPlaced: 1,
  })
}

/** People who ask about adopting on a day: some are approved, many leave on the way. */
export function enquirers(
  profile: Profile,
  random: Random,
  number: number,
  enquiredOn: DayNumber,
): AdopterLog[] {
  const leaves = random.chance(0.45)
  const leftOn = leaves ? enquiredOn + random.between(20, 170) : null
  return couple(profile, random, `AE-${number}`, {
    ...courseFrom(random, enquiredOn, enquiredOn + random.between(190, 300)),
    isFosteringForAdoption: random.chance(0.08),
    matchedOn: null,
    placedOn: null,
    adoptedOn: null,
    leftOn,
    leftReason: leaves ? random.pick(['1', '1', '2', '3']) : '',
    childrenPlaced: 0,
  })
}

function courseFrom(random: Random, enquiredOn: DayNumber, approvedOn: DayNumber) {
  const stage1 = enquiredOn + random.between(8, 25)
  const stage1End = stage1 + Math.floor((approvedOn - stage1) * 0.35)
  return {
    enquiredOn,
    approvedOn,
    stage1: { from: stage1, to: stage1End },
    stage2: { from: stage1End + 3, to: approvedOn },
  }
}

function couple(
  profile: Profile,
  random: Random,
  family: string,
  course: Omit<AdopterLog, 'id' | 'family' | 'sex' | 'ethnicity'>,
): AdopterLog[] {
  const ethnicity = random.weighted(profile.ethnicity)
  const sexes = random.chance(0.12)
    ? [random.pick(['F', 'F', 'M'] as const)]
    : (['F', random.chance(0.9) ? 'M' : 'F'] as const)
  return sexes.map((sex, index) => ({ ...course, id: `${family}-${index + 1}`, family, sex, ethnicity }))
}
