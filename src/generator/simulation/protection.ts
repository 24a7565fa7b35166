import {
  ABUSE,
  CONFERENCE_DAYS_IN_TIME,
  CONFERENCE_DAYS_LATE,
  CONFERENCE_GIVEN_ENQUIRY,
  EARLIER_PLAN_BEFORE_OUR_TIME,
  PLAN_GIVEN_CONFERENCE,
  PLAN_MONTHS,
} from '../calibration/norchester-2015.ts'
import { DAYS_IN_MONTH, everyFewDays, type Council } from './course.ts'
import { monthNumberOf, nextWorking, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { ChildLog, Desk } from '../event-log.ts'
import type { Random } from '../random.ts'
import { recorded } from './recording.ts'

/** What an enquiry into significant harm led to, for a family. */
export interface ProtectionCourse {
  enquiryOn: DayNumber
  conferenceOn: DayNumber | null
  plan: { from: DayNumber; to: DayNumber } | null
}

/** A section 47 enquiry begun on a day, its conference and the plan: brothers and sisters share them. */
export function protectionCourse(
  council: Council,
  random: Random,
  enquiryOn: DayNumber,
  children: number,
): ProtectionCourse {
  if (!random.chance(CONFERENCE_GIVEN_ENQUIRY)) return { enquiryOn, conferenceOn: null, plan: null }
  const quarter = Math.floor(monthNumberOf(enquiryOn) / 2)
  const isInTime = council.even.conferenceInTime(
    quarter,
    council.plan.grip.conferenceInTime(enquiryOn),
    children,
  )
  const days = Math.floor(random.quantile(isInTime ? CONFERENCE_DAYS_IN_TIME : CONFERENCE_DAYS_LATE))
  const conferenceOn = workingDaysAfter(enquiryOn, days)
  if (!random.chance(PLAN_GIVEN_CONFERENCE)) return { enquiryOn, conferenceOn, plan: null }
  const length = Math.round(random.quantile(PLAN_MONTHS) * DAYS_IN_MONTH)
  return { enquiryOn, conferenceOn, plan: { from: conferenceOn, to: nextWorking(conferenceOn + length) } }
}

/** Writes the course into a child's log. A child who enters care comes off the plan within weeks. */
export function logProtection(
  council: Council,
  random: Random,
  child: ChildLog,
  course: ProtectionCourse,
  enteredCareOn: DayNumber | null,
  desk: Desk,
): void {
  const { enquiryOn, conferenceOn, plan } = course
  child.enquiries.push({
    started: recorded(random, enquiryOn),
    conference: conferenceOn === null ? null : recorded(random, conferenceOn),
    becamePlan: plan !== null,
    desk,
  })
  if (!plan) return
  const to =
    enteredCareOn === null ? plan.to : Math.min(plan.to, nextWorking(Math.max(plan.from, enteredCareOn) + 35))
  const category = random.weighted(ABUSE)
  const until = Math.min(to, council.horizon)
  const earlier = child.plans.length
  child.plans.push({
    started: recorded(random, plan.from),
    ended: recorded(random, to),
    firstCategory: category,
    latestCategory: random.chance(0.85) ? category : random.weighted(ABUSE),
    previousPlans:
      earlier > 0 ? earlier : random.chance(EARLIER_PLAN_BEFORE_OUR_TIME) ? random.between(1, 2) : 0,
    policeProtection: random.chance(0.06),
    // Every ten working days, and some weeks later than that.
    visits: everyFewDays(random, plan.from + 6, until, 14, 0.5),
    wasSeenAlone: random.chance(0.72),
    // Three months after the conference, then every six.
    reviews: everyFewDays(random, plan.from + 85, until, 170, 0.08),
    desk,
  })
}
