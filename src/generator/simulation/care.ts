import { CARE_MONTHS, NEED_CODES, PLACEMENT_MONTHS } from '../calibration/norchester-2015.ts'
import { DAYS_IN_MONTH, everyFewDays, type Council } from './course.ts'
import { ageAt, birthday, type DayNumber } from '../day-number.ts'
import { adoptionPath } from './adoption.ts'
import type { CarePeriod, ChildLog, Desk, Placement } from '../event-log.ts'
import type { Random } from '../random.ts'
import { recorded } from './recording.ts'

/** The day a period of care that begins on `from` ends: at 18 at the latest. */
export function careEnd(random: Random, child: ChildLog, from: DayNumber): DayNumber {
  const length = Math.max(1, Math.round(random.quantile(CARE_MONTHS) * DAYS_IN_MONTH))
  return Math.min(from + length, birthday(child.bornOn, 18))
}

/** Writes a period of care, with the way it ended, into a child's log. */
export function logCare(
  council: Council,
  random: Random,
  child: ChildLog,
  from: DayNumber,
  to: DayNumber,
  desk: Desk,
): void {
  const isLong = to - from > 200
  const until = Math.min(to, council.horizon)
  const isAdoption = isLong && to - from > 420 && ageAt(child.bornOn, from) < 6 && random.chance(0.55)
  const statuses = legalCourse(random, from, to, isLong, isAdoption)
  const placements = placementCourse(random, child, from, until, isAdoption ? to - 240 : null)
  const runsAway = ageAt(child.bornOn, until) >= 12 && random.chance(0.22)
  const missing = runsAway ? everyFewDays(random, Math.max(from, until - 700), until, 75, 0.8) : []
  const wasOffered = random.chance(0.15) ? null : random.chance(0.7)
  const period: CarePeriod = {
    started: recorded(random, from),
    ended: recorded(random, to),
    endReason: isAdoption ? random.pick(['E11', 'E12']) : endReason(random, child, to),
    needCode: child.isUnaccompanied ? 'N8' : random.weighted(NEED_CODES),
    statuses,
    placements,
    permanencePlan: isAdoption ? 'b' : permanencePlan(random, child, isLong, until),
    // Within 20 working days, then three months, then every six.
    reviews: [from + 27, from + 110, ...everyFewDays(random, from + 285, until, 178, 0.06)].filter(
      (day) => day <= until,
    ),
    visits: everyFewDays(random, from + 5, until, 40, 0.4),
    officerContacts: everyFewDays(random, from + 25, until, 150, 0.3),
    healthChecks: everyFewDays(random, from + 24, until, 340, 0.25),
    dentalChecks: everyFewDays(random, from + 60, until, 220, 0.4),
    missing,
    absent: runsAway && random.chance(0.5) ? missing.map((day) => day + 9).filter((day) => day <= until) : [],
    interview: { wasOffered, wasAccepted: wasOffered ? random.chance(0.55) : null },
    desk,
  }
  child.care.push(period)
  if (isAdoption) child.adoption = adoptionPath(random, child, period, from, to)
}

/** Where care began with parents' agreement or in an emergency, and the orders that followed. */
function legalCourse(random: Random, from: DayNumber, to: DayNumber, isLong: boolean, isAdoption: boolean) {
  const first = random.weighted({ V2: 62, C1: 25, L1: 8, L2: 5 })
  const statuses: CarePeriod['statuses'] = [{ from, status: first }]
  const add = (day: number, status: string) => {
    if (day < to && day > statuses.at(-1)!.from) statuses.push({ from: day, status })
  }
  if (first === 'L1') add(from + 3, random.pick(['C1', 'V2']))
  if (first === 'L2') add(from + 8, 'C1')
  if (isLong && (isAdoption || random.chance(0.85))) {
    if (statuses.at(-1)!.status === 'V2') add(from + random.between(30, 90), 'C1')
    add(from + random.between(170, 260), 'C2')
    if (isAdoption) add(from + random.between(265, 330), 'E1')
  }
  return statuses
}

/** Letters that a postcode may end with. */
const LETTERS = 'A B D E F G H J L N P Q R S T U W X Y Z'.split(' ')

/** Postcodes of an area that does not exist: no postcode district is called ZZ. */
function postcode(random: Random): string {
  const ends = random.pick(LETTERS) + random.pick(LETTERS)
  return `ZZ${random.between(1, 40)} ${random.between(1, 9)}${ends}`
}

function placementCourse(
  random: Random,
  child: ChildLog,
  from: DayNumber,
  until: DayNumber,
  adoptiveFrom: DayNumber | null,
): Placement[] {
  const placements: Placement[] = []
  const last = adoptiveFrom === null ? until : Math.min(until, adoptiveFrom - 1)
  for (let day = from; day <= last;) {
    placements.push(placement(random, child, day))
    day += Math.max(2, Math.round(random.quantile(PLACEMENT_MONTHS) * DAYS_IN_MONTH))
  }
  if (adoptiveFrom !== null && adoptiveFrom <= until) {
    placements.push({ ...placement(random, child, adoptiveFrom), type: 'A6', provider: 'PR1' })
  }
  return placements
}

function placement(random: Random, child: ChildLog, from: DayNumber): Placement {
  const age = ageAt(child.bornOn, from)
  const type: string =
    age >= 16
      ? random.weighted({ U6: 34, U4: 10, H5: 26, K2: 18, P2: 12 })
      : age >= 11
        ? random.weighted({ U6: 42, U4: 20, U1: 5, U3: 6, K2: 19, P1: 6, R1: 2 })
        : random.weighted({ U6: 54, U4: 17, U1: 7, U3: 13, P1: 7, R3: 2 })
  const isHome = type === 'P1'
  const isOutside = !isHome && random.chance(0.34)
  const provider = isHome ? 'PR0' : random.weighted({ PR1: 52, PR4: 38, PR5: 6, PR2: 4 })
  return {
    from,
    type,
    provider,
    postcode: postcode(random),
    // Homes and agencies are registered; our own carers and families are not. 999 numbers are nobody's.
    urn: provider === 'PR4' ? `SC999${random.between(100, 999)}` : '',
    isOutside,
    authority: isOutside
      ? random.pick(['Eastmere', 'Holtham', 'Wexborough', 'North Valeshire'])
      : 'Norchester',
  }
}

function endReason(random: Random, child: ChildLog, to: DayNumber): string {
  if (to >= birthday(child.bornOn, 18)) return random.weighted({ E5: 45, E6: 15, E7: 6, E17: 12, E8: 22 })
  if (ageAt(child.bornOn, to) >= 16)
    return random.weighted({ E4A: 25, E4B: 20, E5: 30, E6: 8, E9: 5, E8: 12 })
  return random.weighted({ E4A: 46, E4B: 12, E45: 12, E46: 3, E41: 5, E13: 8, E3: 3, E8: 11 })
}

function permanencePlan(random: Random, child: ChildLog, isLong: boolean, on: DayNumber): string {
  if (!isLong) return random.weighted({ a: 60, c: 15, f: 15, g: 10 })
  if (ageAt(child.bornOn, on) >= 16) return random.weighted({ d: 55, f: 30, e: 10, g: 5 })
  return random.weighted({ f: 56, c: 16, a: 15, e: 8, g: 5 })
}
