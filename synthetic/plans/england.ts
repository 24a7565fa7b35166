import { dayOf, type DayNumber } from '../day-number.ts'
import { ENGLAND_2025 } from '../calibration/england-2025.ts'
import type { Profile } from '../calibration/profile.ts'
import { authorities, type Authority } from './authority.ts'
import { shownMonths, type CouncilPlan, type Timeliness } from './council-plan.ts'
import { NOTHING_IN_PARTICULAR } from './staffing.ts'

const AS_AT = '2025-03-31'
const MONTHS = 72

/** England as a whole, and so an authority in the middle of it. */
const AVERAGE: Authority = {
  name: 'Authority 500',
  code: '500',
  population: 62_600,
  referrals: ENGLAND_2025.referralsPer10k,
  plansOpen: 40.6,
  lookedAfter: 67,
  referredAgain: 0.226,
  assessmentsInTime: 0.857,
  conferencesInTime: 0.814,
  vacancy: 0.142,
  agency: 0.13,
  turnover: 0.118,
  caseload: 15.2,
}

/** The 153 authorities, one after another; `scale` makes them all smaller, so that a test can live them in seconds. */
export function* england(seed: number, months = MONTHS, scale = 1): Generator<CouncilPlan> {
  for (const [index, authority] of authorities(seed).entries()) {
    const population = Math.max(100, Math.round(authority.population * scale))
    yield planOf({ ...authority, population }, seed, index + 1, months)
  }
}

/** An authority of middling size to which nothing in particular happens. */
export const averageAuthority = (
  seed: number,
  months = MONTHS,
  population = AVERAGE.population,
): CouncilPlan => planOf({ ...AVERAGE, population }, seed, 0, months)

/** Seeds of one England share nothing with those of the next. */
const seedOf = (seed: number, number: number): number => (Math.imul(seed, 1009) + number) >>> 0

function planOf(authority: Authority, seed: number, number: number, months: number): CouncilPlan {
  return {
    seed: seedOf(seed, number),
    askedSeed: seed,
    name: authority.name,
    code: authority.code,
    likeness: 'england-2025',
    population: authority.population,
    asAt: AS_AT,
    ...shownMonths(AS_AT, months),
    profile: profileOf(authority),
    timeliness: timelinessOf(authority),
    staffing: NOTHING_IN_PARTICULAR,
  }
}

/** The profile of England, with the authority's own rates. More plans for as many referrals come of more enquiries. */
function profileOf(authority: Authority): Profile {
  const { referrals, plansOpen, lookedAfter, referredAgain } = authority
  const volume = referrals / AVERAGE.referrals
  const protection = plansOpen / AVERAGE.plansOpen / volume
  const care = lookedAfter / AVERAGE.lookedAfter / volume
  const again = referredAgain / AVERAGE.referredAgain
  const { returns, staff } = ENGLAND_2025
  const inCare = (staff.openPer10k.care * lookedAfter) / AVERAGE.lookedAfter
  const all =
    (staff.openPer10k.locality + staff.openPer10k.care) * (openCases(authority) / openCases(AVERAGE))
  return {
    ...ENGLAND_2025,
    referralsPer10k: referrals,
    referralsPerFamily: ENGLAND_2025.referralsPerFamily * timesReferred(again),
    enquiryGivenNeed: Math.min(0.95, ENGLAND_2025.enquiryGivenNeed * protection ** 0.7),
    conferenceGivenEnquiry: Math.min(0.9, ENGLAND_2025.conferenceGivenEnquiry * protection ** 0.3),
    careGivenNeed: ENGLAND_2025.careGivenNeed * care,
    unaccompaniedPer10k: ENGLAND_2025.unaccompaniedPer10k * Math.sqrt(volume * care),
    returns: {
      nfa: returns.nfa * again,
      notInNeed: returns.notInNeed * again,
      inNeed: returns.inNeed * again,
      laterThanAYear: returns.laterThanAYear,
    },
    staff: {
      ...staff,
      openPer10k: {
        locality: Math.max(50, all - inCare),
        care: inCare,
        leavingCare: (staff.openPer10k.leavingCare * lookedAfter) / AVERAGE.lookedAfter,
      },
      usualCaseload:
        (staff.usualCaseload * authority.caseload * covered(authority)) /
        (AVERAGE.caseload * covered(AVERAGE)),
      turnover: authority.turnover,
      vacancy: authority.vacancy,
      agencyCover: agencyCover(authority),
    },
  }
}

/** Families who come back more often make up the same volume among fewer: referrals are a geometric series of returns. */
function timesReferred(again: number): number {
  const { nfa, notInNeed, inNeed, laterThanAYear } = ENGLAND_2025.returns
  const { referralNfa, referralNotInNeed } = ENGLAND_2025
  const withinAYear =
    nfa * referralNfa + notInNeed * referralNotInNeed + inNeed * (1 - referralNfa - referralNotInNeed)
  return (1 - withinAYear - laterThanAYear) / (1 - withinAYear * again - laterThanAYear)
}

/** Cases open on a day per 10,000, near enough to staff teams for. */
const openCases = ({ referrals, plansOpen, lookedAfter }: Authority): number =>
  0.47 * referrals + 0.7 * plansOpen + 0.87 * lookedAfter

/** Of posts, those in which somebody sits: the children of the others are held by their colleagues. */
const covered = (authority: Authority): number => 1 - authority.vacancy * (1 - agencyCover(authority))

/** Agency workers are a share of all at work: `a` of vacant posts covered makes a share `a·v / (a·v + 1 − v)`. */
const agencyCover = ({ agency, vacancy }: Authority): number =>
  Math.min(1, (agency * (1 - vacancy)) / (vacancy * (1 - agency)))

/** Months in which work that began before a leave season comes to its end: fewer in time. */
const PRESSED_MONTHS = ['01', '02', '09']

function timelinessOf({ assessmentsInTime, conferencesInTime }: Authority): Timeliness {
  const late = 1 - assessmentsInTime
  const orderly = assessmentsInTime
  return {
    demand: () => 1,
    stalled: () => late * 0.05,
    late: (dueOn) => late * (PRESSED_MONTHS.includes(dayOf(dueOn).slice(5, 7)) ? 1.2 : 0.93),
    isSigningOff: (day) => !isChristmas(day),
    takenUp: (startedOn, nudge) => startedOn + 100 + Math.floor(nudge * 250),
    seen: 0.965,
    conferenceInTime: () => conferencesInTime,
    reviewInTime: () => 0.9 + orderly * 0.08,
    workerAttends: () => 0.9,
    reportShared: () => 0.75,
    visitInTime: () => 0.68 + orderly * 0.2,
    coreGroupHeld: () => 0.9,
    interviewRecorded: () => 0.9,
  }
}

/** From Christmas Eve to New Year's Day, by day and month. */
function isChristmas(day: DayNumber): boolean {
  const monthAndDay = dayOf(day).slice(5)
  return monthAndDay >= '12-24' || monthAndDay === '01-01'
}
