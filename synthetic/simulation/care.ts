import { DAYS_IN_MONTH, everyFewDays, type FamilyContext } from './course.ts'
import { ageAt, birthday, type DayNumber } from '../day-number.ts'
import { adoptionPath } from './adoption.ts'
import { personalEducationPlans } from './education.ts'
import type { Profile } from '../calibration/profile.ts'
import type { CarePeriod, ChildLog, Meeting, Position, Visit } from '../event-log.ts'
import { seededRandom, type Random } from '../random.ts'
import { yearlyHealth } from './health.ts'
import { CARE_REVIEWS, reviewsHeld } from './meetings.ts'
import { APART, LATEST_DAYS, missingEpisodes, SPREAD } from './missing.ts'
import { placementCourse } from './placements.ts'
import { recorded } from './recording.ts'
import { lookedAfter, visitsMade } from './visits.ts'

/** The days of a period of care. Whether it ends in adoption may be known from the start, or be left open. */
export interface CareCourse {
  from: DayNumber
  to: DayNumber
  isAdoption: boolean | null
}

/** The course of a period of care that begins on `from`: it ends at 18 at the latest. */
export function careCourse({ council, random }: FamilyContext, child: ChildLog, from: DayNumber): CareCourse {
  const { adoptionMonths, adoptedWhenYoung, careMonths } = council.plan.profile
  const isAdoption =
    adoptionMonths === null ? null : ageAt(child.bornOn, from) < 6 && random.chance(adoptedWhenYoung)
  const months = random.quantile(isAdoption ? adoptionMonths! : careMonths)
  const to = from + Math.max(1, Math.round(months * DAYS_IN_MONTH))
  return { from, to: Math.min(to, birthday(child.bornOn, 18)), isAdoption }
}

/** Writes a period of care, with the way it ended, into a child's log. */
export function logCare(
  context: FamilyContext,
  child: ChildLog,
  course: CareCourse,
  position: Position,
): void {
  const { from, to } = course
  const { council, random, detail } = context
  const { profile } = council.plan
  const isLong = to - from > 200
  const until = Math.min(to, council.horizon)
  const isAdoption =
    course.isAdoption ??
    (isLong && to - from > 420 && ageAt(child.bornOn, from) < 6 && random.chance(profile.adoptedWhenYoung))
  const statuses = legalCourse(context, child, from, to, isLong, isAdoption)
  const isSettled = detail.chance(0.62)
  const placements = placementCourse(context, child, {
    from,
    until,
    to,
    adoptiveFrom: isAdoption ? to - 240 : null,
    isSettled,
  })
  const runsAway = ageAt(child.bornOn, until) >= 12 && random.chance(profile.runsAway)
  const runs = runsAway ? everyFewDays(random, Math.max(from, until - LATEST_DAYS), until, APART, SPREAD) : []
  const isAsked = !random.chance(0.15) && random.chance(0.7)
  const period: CarePeriod = {
    referral: child.referrals.length,
    started: recorded(random, from),
    ended: recorded(random, to),
    endReason: isAdoption ? random.pick(['E11', 'E12']) : endReason(random, profile, child, to),
    needCode: child.isUnaccompanied ? 'N8' : random.weighted(profile.needCodes),
    statuses,
    placements,
    permanencePlan: isAdoption ? 'adoption' : permanencePlan(context, child, isLong, until),
    permanencePlannedOn: plannedOn(context, child, from, until),
    officer: context.workforce.chairOf(context.number),
    reviews: careReviews(context, child, from, until),
    visits: careVisits(context, from, isSettled, position.team, until),
    officerContacts: everyFewDays(random, from + 25, until, 150, 0.3),
    healthChecks: everyFewDays(random, from + 24, until, 340, 0.25),
    dentalChecks: everyFewDays(random, from + 60, until, 220, 0.4),
    yearlyHealth: yearlyHealth(context, child, from, until),
    educationPlans: personalEducationPlans(detail, child, from, until),
    missing: runsAway ? missingEpisodes(context, child, from, runs, until) : [],
    absent: runsAway && random.chance(0.5) ? runs.map((day) => day + 9).filter((day) => day <= until) : [],
    motherOf: motherOf(context, child, from, until),
    previousPermanence: previousPermanence(context, child, from),
    position,
  }
  if (isAsked) random.next()
  // One that begins later than is simulated is not known of.
  if (from <= council.horizon) child.care.push(period)
  if (!isAdoption) return
  child.adoption = adoptionPath(random, child, period, from, to)
  if (child.adoption.reversedOn !== null) stayInCare(context, child, period, to)
}

function careReviews(context: FamilyContext, child: ChildLog, from: DayNumber, until: DayNumber): Meeting[] {
  const later = everyFewDays(context.random, from + 285, until, 178, 0.06)
  return reviewsHeld(context, child, from, [from + 27, from + 110, ...later], CARE_REVIEWS, until, 0.3)
}

function careVisits(
  context: FamilyContext,
  from: DayNumber,
  isSettled: boolean,
  team: string,
  until: DayNumber,
): Visit[] {
  const days = everyFewDays(context.random, from + 5, until, 40, 0.4)
  return visitsMade(context, days, lookedAfter(from, isSettled), team, until)
}

/** The plan to adopt was given up: the child stayed with foster carers, and left care another way. */
function stayInCare(
  { council, detail }: FamilyContext,
  child: ChildLog,
  period: CarePeriod,
  to: DayNumber,
): void {
  period.endReason = endReason(detail, council.plan.profile, child, to)
  for (const placement of period.placements) if (placement.type === 'A6') placement.type = 'U6'
}

/** Where care began with parents' agreement or in an emergency, and the orders that followed. */
function legalCourse(
  { council, random, detail }: FamilyContext,
  { isUnaccompanied }: ChildLog,
  from: DayNumber,
  to: DayNumber,
  isLong: boolean,
  isAdoption: boolean,
) {
  const { firstStatuses, staysVoluntary } = council.plan.profile
  const drawn = random.weighted(firstStatuses)
  // Nobody is there to ask a court about: the council looks after them under section 20.
  const first = isUnaccompanied ? 'V2' : drawn
  const isVoluntary = isUnaccompanied || (first === 'V2' && !isAdoption && detail.chance(staysVoluntary))
  const statuses: CarePeriod['statuses'] = [{ from, status: first }]
  const add = (day: number, status: string) => {
    if (!isVoluntary && day < to && day > statuses.at(-1)!.from) statuses.push({ from: day, status })
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

/** One girl in a hundred or so of 15 and over has a baby while in care: the day of birth. */
function motherOf(
  { detail }: FamilyContext,
  child: ChildLog,
  from: DayNumber,
  until: DayNumber,
): DayNumber | null {
  const first = Math.max(from, birthday(child.bornOn, 15))
  if (child.sex !== 'F' || first >= until || !detail.chance(0.04)) return null
  return detail.between(first, until)
}

/** Some children come back into care after an adoption or another order that was to last. Our estimate. */
function previousPermanence(
  { council, detail }: FamilyContext,
  child: ChildLog,
  from: DayNumber,
): CarePeriod['previousPermanence'] {
  const option = detail.weighted({ Z1: 92, P1: 1.5, P2: 3, P3: 3, P4: 0.5 })
  // An order takes most of a first year to come, and a while to break down.
  const [first, last] = [child.bornOn + 270, from - 150]
  if (option === 'Z1' || first > last) return null
  const orderedOn = option === 'P4' ? null : detail.between(first, last)
  return { option, orderedOn, authority: detail.chance(0.8) ? council.plan.code : 'WAL' }
}

function endReason(random: Random, { careEnds }: Profile, child: ChildLog, to: DayNumber): string {
  if (to >= birthday(child.bornOn, 18)) return random.weighted(careEnds.at18)
  return random.weighted(ageAt(child.bornOn, to) >= 16 ? careEnds.from16 : careEnds.younger)
}

/**
 * Days from the start of care to the first plan for good. Most by the second review, at four months; our estimate. Its
 * stream is its own, so that nothing else is drawn otherwise for it.
 */
function plannedOn(
  { council }: FamilyContext,
  child: ChildLog,
  from: DayNumber,
  until: DayNumber,
): DayNumber | null {
  const random = seededRandom(council.plan.seed, `permanence ${child.id} ${from}`)
  const on =
    from +
    Math.round(
      random.quantile([
        [0, 10],
        [0.55, 70],
        [0.85, 118],
        [1, 280],
      ]),
    )
  return on <= until ? on : null
}

function permanencePlan({ random }: FamilyContext, child: ChildLog, isLong: boolean, on: DayNumber): string {
  if (!isLong)
    return random.weighted({ return_to_family: 60, sgo_cao: 15, long_term_fostering: 15, other: 10 })
  if (ageAt(child.bornOn, on) >= 16)
    return random.weighted({
      supported_living: 55,
      long_term_fostering: 30,
      long_term_residential: 10,
      other: 5,
    })
  return random.weighted({
    long_term_fostering: 56,
    sgo_cao: 16,
    return_to_family: 15,
    long_term_residential: 8,
    other: 5,
  })
}
