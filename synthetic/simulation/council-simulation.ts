import { adoptersOf, enquirers } from './adoption.ts'
import { SEASON, WEEKDAY } from '../calibration/everywhere.ts'
import { contactOnly, contactsWhileKnown } from './contact-life.ts'
import type { CouncilPlan } from '../plans/council-plan.ts'
import { chanceOf, openCouncil, type FamilyContext } from './course.ts'
import {
  daysInMonth,
  firstOfMonth,
  monthNumberOf,
  monthOfYear,
  weekdayOf,
  type DayNumber,
} from '../day-number.ts'
import type { AdopterLog } from '../adopter-log.ts'
import type { FamilyLog } from '../event-log.ts'
import { newFamily } from './family.ts'
import { settle } from './home.ts'
import { evenly, seededRandom, type Random } from '../random.ts'
import { liveThrough } from './referral-life.ts'
import { unaccompaniedChild } from './unaccompanied.ts'
import { makeWorkforce, type Workforce } from './workforce.ts'

/** Years simulated before the first day that is written, so that long work is open when it begins. */
const YEARS_BEFORE = 9

/** Children in contacts about a family that is never referred, over the years. */
const CONTACTS_OF_A_FAMILY = 4.2

/**
 * Lives the council's families one after another, in the order in which they first came to notice, each to its end.
 * Nothing is kept of a family once it is handed on, so memory does not grow with the months; a family draws from its
 * own stream, so that one more draw in one changes no other.
 */
export function* simulateFamilies(plan: CouncilPlan, workforce: Workforce): Generator<FamilyLog> {
  const council = openCouncil(plan)
  const arrivals = seededRandom(plan.seed, 'arrivals')
  const newFamilies = arrivalCounter(evenly(seededRandom(plan.seed, 'new families')))
  const callers = arrivalCounter(evenly(seededRandom(plan.seed, 'families in contact alone')))
  const alone = arrivalCounter(evenly(seededRandom(plan.seed, 'unaccompanied children')))
  const last = monthNumberOf(council.asAt)
  const { profile } = plan
  const scale = plan.population / 10_000
  const localities = new Map(workforce.teams.map(({ name, locality }) => [name, locality]))
  const newLife = (number: number, team: string): FamilyContext => ({
    council,
    workforce,
    ...chanceOf(plan, number),
    team,
  })
  const alonePerReferral = profile.contactsPerReferral - 1 - profile.contactsWhileKnown.perReferral
  let number = 0
  for (let month = monthNumberOf(council.from) - YEARS_BEFORE * 12; month <= last; month += 1) {
    const demand = plan.timeliness.demand(firstOfMonth(month)) * SEASON[monthOfYear(month)]!
    const referrals = (profile.referralsPer10k / 12) * scale * demand
    const count = newFamilies(referrals / profile.referralsPerFamily)
    for (let arrival = 0; arrival < count; arrival += 1) {
      number += 1
      const context = newLife(number, workforce.localityOf())
      const on = arrivalDay(arrivals, month)
      const family = newFamily(profile, number, on, context.random)
      liveThrough(context, family, on)
      if (isOverBefore(family, council.from)) continue
      contactsWhileKnown(context, family)
      settle(context, family, localities.get(context.team) ?? null)
      yield family
    }
    // Unaccompanied children come into care on the day they are found: about 3% of those looked after.
    const found = alone((profile.unaccompaniedPer10k / 12) * scale)
    for (let arrival = 0; arrival < found; arrival += 1) {
      number += 1
      const context = newLife(number, workforce.teamOf('court and permanence', number)!)
      const family = unaccompaniedChild(context, number, arrivalDay(arrivals, month))
      if (isOverBefore(family, council.from)) continue
      settle(context, family, null)
      yield family
    }
    if (firstOfMonth(month + 1) <= council.from) continue
    const calls = callers((referrals * alonePerReferral) / CONTACTS_OF_A_FAMILY)
    for (let arrival = 0; arrival < calls; arrival += 1) {
      number += 1
      const context = newLife(number, '')
      const on = arrivalDay(arrivals, month)
      const family = newFamily(profile, number, on, context.random)
      contactOnly(context, family, on)
      settle(context, family, null)
      yield family
    }
  }
}

/** Nothing of the family reaches into the days that are written: it was only lived for what it took up. */
const isOverBefore = ({ children }: FamilyLog, from: DayNumber): boolean =>
  children.every(
    ({ referrals, needs, leaver }) =>
      referrals.every(({ received }) => received.on < from) &&
      needs.every(({ closed }) => closed !== null && closed.on < from) &&
      (leaver === null || leaver.until < from),
  )

/** Everyone who adopts or asks about it, for the families that a simulation handed on. */
export function* simulateAdopters(plan: CouncilPlan, families: Iterable<FamilyLog>): Generator<AdopterLog> {
  for (const family of families) yield* adoptersOfFamily(plan, family)
  yield* adoptersWithoutChild(plan)
}

/** Those who adopt a child of the family. */
export function* adoptersOfFamily(plan: CouncilPlan, { number, children }: FamilyLog): Generator<AdopterLog> {
  if (!children.some(({ adoption }) => adoption)) return
  const random = seededRandom(plan.seed, `adopters of family ${number}`)
  for (const { adoption } of children) if (adoption) yield* adoptersOf(plan.profile, random, adoption)
}

/** Those who ask about adopting and have not been matched with a child. */
export function* adoptersWithoutChild(plan: CouncilPlan): Generator<AdopterLog> {
  const council = openCouncil(plan)
  const random = seededRandom(plan.seed, 'enquiries about adoption')
  const count = Math.round((plan.population / 10_000) * 14)
  for (let number = 1; number <= count; number += 1) {
    const on = council.asAt - random.between(10, 400)
    yield* enquirers(plan.profile, random, number, on)
  }
}

export const workforceOf = (plan: CouncilPlan): Workforce =>
  makeWorkforce(plan, seededRandom(plan.seed, 'workforce'))

/** Whole arrivals for an expected number that is none, with what is left over carried to the next month. */
function arrivalCounter(even: ReturnType<typeof evenly>): (expected: number) => number {
  return (expected) => Math.floor(expected) + (even('all', expected % 1) ? 1 : 0)
}

function arrivalDay(random: Random, month: number): DayNumber {
  const first = firstOfMonth(month)
  for (;;) {
    const day = first + random.between(0, daysInMonth(month) - 1)
    const weekday = String(weekdayOf(day)) as keyof typeof WEEKDAY
    if (random.chance(WEEKDAY[weekday] / WEEKDAY['1'])) return day
  }
}
