import { coreGroups } from './core-groups.ts'
import { DAYS_IN_MONTH, everyFewDays, type FamilyContext } from './course.ts'
import { birthday, monthNumberOf, nextWorking, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { ChildLog, Position, ProtectionPlan } from '../event-log.ts'
import { meetingOn, PLAN_REVIEWS, reviewsHeld } from './meetings.ts'
import { recorded } from './recording.ts'
import { ON_A_PLAN, visitsMade } from './visits.ts'

/** What an enquiry into significant harm led to, for a family. */
export interface ProtectionCourse {
  enquiryOn: DayNumber
  conferenceOn: DayNumber | null
  plan: { from: DayNumber; to: DayNumber } | null
}

/** A section 47 enquiry begun on a day, its conference and the plan: brothers and sisters share them. */
export function protectionCourse(
  { council, random }: FamilyContext,
  enquiryOn: DayNumber,
  children: number,
): ProtectionCourse {
  const { profile } = council.plan
  if (!random.chance(profile.conferenceGivenEnquiry)) return { enquiryOn, conferenceOn: null, plan: null }
  const quarter = Math.floor(monthNumberOf(enquiryOn) / 2)
  const isInTime = council.even.conferenceInTime(
    quarter,
    council.plan.timeliness.conferenceInTime(enquiryOn),
    children,
  )
  const days = Math.floor(
    random.quantile(isInTime ? profile.conferenceDaysInTime : profile.conferenceDaysLate),
  )
  const conferenceOn = workingDaysAfter(enquiryOn, days)
  if (!random.chance(profile.planGivenConference)) return { enquiryOn, conferenceOn, plan: null }
  const length = Math.round(random.quantile(profile.planMonths) * DAYS_IN_MONTH)
  return { enquiryOn, conferenceOn, plan: { from: conferenceOn, to: nextWorking(conferenceOn + length) } }
}

/** Writes the course into a child's log. A child who enters care comes off the plan within weeks. */
export function logProtection(
  context: FamilyContext,
  child: ChildLog,
  course: ProtectionCourse,
  enteredCareOn: DayNumber | null,
  position: Position,
): void {
  const { council, random, detail } = context
  const { abuse, earlierPlan } = council.plan.profile
  const { enquiryOn, conferenceOn, plan } = course
  const endedOn = nextWorking(enquiryOn + detail.between(3, 14))
  child.enquiries.push({
    referral: child.referrals.length,
    started: recorded(random, enquiryOn),
    ended: recorded(detail, Math.min(endedOn, conferenceOn ?? endedOn)),
    conference: conferenceOn === null ? null : recorded(random, conferenceOn),
    meeting: conferenceOn === null ? null : meetingOn(context, child, conferenceOn),
    becamePlan: plan !== null,
    position,
  })
  if (!plan) return
  const to =
    enteredCareOn === null ? plan.to : Math.min(plan.to, nextWorking(Math.max(plan.from, enteredCareOn) + 35))
  const category = random.weighted(abuse)
  const ends = Math.min(to, birthday(child.bornOn, 18))
  const until = Math.min(ends, council.horizon)
  // Drawn for the plan as it was meant, which nobody's eighteenth birthday cuts short.
  const meantUntil = Math.min(to, council.horizon)
  const earlier = child.plans.length
  const logged: ProtectionPlan = {
    referral: child.referrals.length,
    started: recorded(random, plan.from),
    ended: recorded(random, ends),
    firstCategory: category,
    latestCategory: random.chance(0.85) ? category : random.weighted(abuse),
    previousPlans: earlier > 0 ? earlier : random.chance(earlierPlan) ? random.between(1, 2) : 0,
    policeProtection: random.chance(0.06),
    visits: visitsMade(
      context,
      everyFewDays(random, plan.from + 6, meantUntil, 14, 0.5),
      ON_A_PLAN,
      position.team,
      until,
    ),
    wasSeenAlone: random.chance(0.72),
    reviews: reviewsHeld(
      context,
      child,
      plan.from,
      everyFewDays(random, plan.from + 85, meantUntil, 170, 0.08),
      PLAN_REVIEWS,
      until,
    ),
    coreGroups: coreGroups(context, plan.from, until),
    position,
  }
  if (ends > plan.from) child.plans.push(logged)
  else child.enquiries.at(-1)!.becamePlan = false
}
