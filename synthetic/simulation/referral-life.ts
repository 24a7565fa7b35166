import type { TimesByAge } from '../calibration/profile.ts'
import { assessmentCourse, assessmentStart, logAssessment, updateDay } from './assessment-course.ts'
import { careCourse, logCare, type CareCourse } from './care.ts'
import { careLeaver } from './care-leaver.ts'
import { decisionOn } from './contact-life.ts'
import { DAYS_IN_MONTH, everyFewDays, type FamilyContext } from './course.ts'
import { dayReceived, referralSource } from './source.ts'
import {
  ageAt,
  birthday,
  monthNumberOf,
  nextWorking,
  workingDaysAfter,
  type DayNumber,
} from '../day-number.ts'
import type { ChildLog, Position, FamilyLog } from '../event-log.ts'
import { isChildOn } from './family.ts'
import { logProtection, protectionCourse, type ProtectionCourse } from './protection.ts'
import { needPlans } from './need-plans.ts'
import { recorded } from './recording.ts'
import { IN_NEED, visitsMade } from './visits.ts'

/** One family's dealings with the council from its first referral on: what came of each, and whether they came back. */
export function liveThrough(context: FamilyContext, family: FamilyLog, firstReferredOn: DayNumber): void {
  const { council, random } = context
  let on: DayNumber | null = firstReferredOn
  while (on !== null && on <= council.asAt) {
    const members = family.children.filter((child) => isChildOn(child, on!) && !isOpen(child, on!))
    const referred = members.filter(() => random.chance(0.93))
    if (members.length === 0) return
    on = refer(context, referred.length > 0 ? referred : members, on)
  }
}

const isOpen = ({ needs }: ChildLog, on: DayNumber): boolean =>
  needs.some(({ closed }) => closed === null || closed.on > on)

/** Refers children who are not open, and answers the day the family is referred again; null when it is not. */
function refer(context: FamilyContext, children: ChildLog[], on: DayNumber): DayNumber | null {
  const { council, random, detail, workforce } = context
  const { profile } = council.plan
  const isFirst = children.every(({ referrals }) => referrals.length === 0)
  const team = teamFor(context, children)
  const month = monthNumberOf(on)
  const source = referralSource(profile, random, on)
  const isNfa = council.even.nfa(month, profile.referralNfa, children.length)
  const course = isNfa ? null : assessmentCourse(context, assessmentStart(random, on), team, children.length)
  const needsHelp =
    course !== null &&
    !council.even.notInNeed(month, profile.referralNotInNeed / (1 - profile.referralNfa), children.length)
  const plan = course && needsHelp ? needCourse(context, children, on, course.authorisedOn) : null
  const closesOn = plan
    ? plan.closesOn
    : course
      ? course.authorisedOn && workingDaysAfter(course.authorisedOn, random.between(0, 3))
      : on

  const stillOpen = children.filter((child) => {
    const until = plan?.care.get(child)?.to ?? closesOn
    return !isNfa && (until === null || until > council.asAt) && !(plan?.care.get(child)?.isOpenNow ?? false)
  }).length
  const position = workforce.allocate(team, stillOpen)

  // Not before the day on which the case was closed, nor after a child is grown.
  const closedOn = Math.max(0, ...children.flatMap(({ needs }) => needs.at(-1)?.closed?.on ?? []))
  const lastOn = Math.min(...children.map(({ bornOn }) => birthday(bornOn, 18) - 1))
  const receivedOn = Math.max(closedOn, Math.min(lastOn, dayReceived(detail, on, !isFirst, plan === null)))
  const decision = decisionOn(context, 'referral')
  for (const child of children) {
    child.contacts.push({ received: recorded(random, receivedOn), source, ...decision })
    child.referrals.push({
      number: child.referrals.length + 1,
      received: recorded(random, receivedOn),
      source,
      isNfa,
      position,
    })
    if (!course) continue
    logAssessment(context, child, course, needsHelp, position)
    logNeed(context, child, { on, receivedOn }, course.authorisedOn, closesOn, plan, position)
  }
  return returnDay(context, isNfa ? 'nfa' : needsHelp ? 'inNeed' : 'notInNeed', closesOn)
}

/** A disabled child referred alone goes to the team for disabled children, where the council has one. */
function teamFor(
  { number, team, workforce }: FamilyContext,
  [child, ...others]: readonly ChildLog[],
): string {
  const isTheirs = child!.isDisabled && others.length === 0
  return (isTheirs && workforce.teamOf('disability', number)) || team
}

interface CareGiven extends CareCourse {
  isOpenNow: boolean
}

/** What a family in need is given. */
interface NeedCourse {
  protection: ProtectionCourse | null
  care: ReadonlyMap<ChildLog, CareGiven>
  updateOn: DayNumber | null
  /** The day the case closes for those who are not in care. */
  closesOn: DayNumber
}

function needCourse(
  context: FamilyContext,
  children: readonly ChildLog[],
  referredOn: DayNumber,
  authorisedOn: DayNumber | null,
): NeedCourse {
  const { council, random, detail } = context
  const { profile } = council.plan
  const assessedOn = authorisedOn ?? referredOn + 120
  const quarter = Math.floor(monthNumberOf(referredOn) / 3)
  const enquiryTimes = children.reduce(
    (sum, child) => sum + timesFor(profile.timesByAge.enquiry, child, referredOn) / children.length,
    0,
  )
  const enquiries = profile.enquiryGivenNeed * enquiryTimes
  const hasEnquiry = council.even.enquiry(quarter, Math.min(1, enquiries), children.length)
  const enquiryOn = Math.min(referredOn + random.between(0, 14), assessedOn)
  const protection = hasEnquiry ? protectionCourse(context, enquiryOn, children.length) : null
  const afterPlan = protection?.plan && protection.plan.to + random.between(20, 150)
  const closesOn = nextWorking(
    Math.max(
      afterPlan ?? referredOn + Math.round(random.quantile(profile.needMonths) * DAYS_IN_MONTH),
      assessedOn + random.between(...profile.daysAfterAssessment),
    ),
  )
  const care = new Map<ChildLog, CareGiven>()
  // As likely as for the child most likely to; the others come with that one as their own ages make it.
  const careTimes = children.map((child) => timesFor(profile.timesByAge.care, child, referredOn))
  const mostTimes = Math.max(...careTimes)
  if (random.chance(profile.careGivenNeed * 1.5 * mostTimes)) {
    const isAtOnce = random.chance(0.35)
    const from = isAtOnce
      ? referredOn + random.between(0, 12)
      : referredOn + Math.floor((closesOn - referredOn) * (0.2 + random.next() * 0.6))
    for (const [index, child] of children.entries()) {
      if (random.chance(0.16) || child.bornOn > from || from >= birthday(child.bornOn, 18)) continue
      if (careTimes[index]! < mostTimes && !detail.chance(careTimes[index]! / mostTimes)) continue
      const course = careCourse(context, child, from)
      care.set(child, { ...course, isOpenNow: from <= council.asAt && course.to > council.asAt })
    }
  }
  return { protection, care, updateOn: updateDay(context, referredOn, closesOn), closesOn }
}

/** How many times as likely something is at the age of a child. */
function timesFor(times: TimesByAge, { bornOn }: ChildLog, on: DayNumber): number {
  const age = ageAt(bornOn, on)
  if (age < 1) return times.underOne
  if (age < 5) return times.underFive
  if (age < 10) return times.underTen
  return age < 16 ? times.underSixteen : times.older
}

function logNeed(
  context: FamilyContext,
  child: ChildLog,
  referred: { on: DayNumber; receivedOn: DayNumber },
  assessedOn: DayNumber | null,
  familyClosesOn: DayNumber | null,
  plan: NeedCourse | null,
  position: Position,
): void {
  const { council, random, workforce } = context
  const care = plan?.care.get(child) ?? null
  const carePosition = care
    ? workforce.allocate(workforce.teamOf('court and permanence', context.number)!, care.isOpenNow ? 1 : 0)
    : null
  if (plan?.protection) logProtection(context, child, plan.protection, care?.from ?? null, position)
  if (care) {
    logCare(context, child, care, carePosition!)
    leaveCare(context, child, care.from, care.to)
  }
  if (plan?.updateOn && !care) {
    const course = assessmentCourse(context, plan.updateOn, position.team, 1)
    const ends = course.authorisedOn
    if (ends !== null && ends <= plan.closesOn) logAssessment(context, child, course, true, position)
  }
  const adult = birthday(child.bornOn, 18)
  // Work with a child who comes home goes on for a while; nobody's goes on past 18.
  const closesOn = care ? Math.max(care.to + random.between(0, 70), familyClosesOn ?? 0) : familyClosesOn
  const closed = closesOn === null ? null : Math.max(referred.receivedOn, Math.min(closesOn, adult))
  const wasVisited = child.assessments.at(-1)?.wasSeen !== false
  const from = wasVisited ? referred.on + 6 : (assessedOn ?? council.horizon) + 10
  const until = Math.min(closed ?? council.horizon, council.horizon)
  child.needs.push({
    referral: child.referrals.length,
    started: recorded(random, referred.receivedOn),
    closed: closed === null ? null : recorded(random, closed),
    closeReason: closeReason(context, child, plan !== null, care, closed === adult),
    needCode: child.isDisabled && random.chance(0.4) ? 'N2' : random.weighted(council.plan.profile.needCodes),
    assessedOn,
    visits: visitsMade(context, everyFewDays(random, from, until, 33, 0.6), IN_NEED, position.team, until),
    plans: plan === null ? [] : needPlans(context, child, assessedOn, closed),
    position: care?.isOpenNow ? carePosition! : position,
  })
}

const closeReason = (
  { random, detail }: FamilyContext,
  child: ChildLog,
  wasInNeed: boolean,
  care: CareGiven | null,
  isAdultNow: boolean,
): string => {
  if (child.adoption?.adoptedOn != null) {
    if (care) return 'RC1'
    return wasInNeed ? 'RC7' : detail.weighted({ RC8: 86, RC9: 14 })
  }
  if (!wasInNeed) return random.chance(0.86) ? 'RC8' : 'RC9'
  if (care && isAdultNow) return 'RC6'
  return random.weighted({ RC7: 88, RC5: 6, RC4: 3, RC3: 3 })
}

/** Someone who leaves care at 16 or later after a while in it is owed help until 21. */
export function leaveCare(context: FamilyContext, child: ChildLog, from: DayNumber, to: DayNumber): void {
  const { council, workforce } = context
  if (ageAt(child.bornOn, to) < 16 || to - from < 91) return
  const isKnownNow = to <= council.asAt && birthday(child.bornOn, 21) > council.asAt
  const position = workforce.allocate(workforce.teamOf('leaving care', context.number)!, isKnownNow ? 1 : 0)
  child.leaver = careLeaver(context, child, to, position, workforce.adviser())
}

function returnDay(
  { council, random }: FamilyContext,
  how: 'nfa' | 'notInNeed' | 'inNeed',
  closedOn: DayNumber | null,
): DayNumber | null {
  if (closedOn === null) return null
  const { returns, daysToReturn } = council.plan.profile
  const nudge = random.next()
  if (nudge < returns[how]) return closedOn + Math.floor(random.quantile(daysToReturn))
  if (nudge < returns[how] + returns.laterThanAYear) return closedOn + random.between(300, 900)
  return null
}
