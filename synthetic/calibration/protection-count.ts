import { ageAt, type DayNumber } from '../day-number.ts'
import type { ChildLog, EnquiryEvent, Meeting, ProtectionPlan } from '../event-log.ts'
import {
  CONFERENCE_DAYS,
  CONFERENCE_DAYS_AS_FOUND,
  noteBand,
  PLAN_AGE,
  PLAN_ENDED,
  PLAN_OPEN,
} from './band.ts'
import { happenedIn, isOpenOn, monthsOf, workingDaysTaken, yearsBefore, type Period } from './period.ts'
import { add, happened, note, sort, spread, type Tally } from './tally.ts'

const IN_TIME = 15
export const CATEGORIES: Readonly<Record<string, string>> = {
  NEG: 'neglect',
  EMO: 'emotional abuse',
  PHY: 'physical abuse',
  SAB: 'sexual abuse',
  MUL: 'more than one',
}
const CATEGORY_NAMES = Object.values(CATEGORIES)

/** The first review within three months, the others within six, as Working Together has it; in days. */
const FIRST_REVIEW = 91
const LATER_REVIEW = 183

export function countProtection(tally: Tally, period: Period, child: ChildLog): void {
  for (const enquiry of child.enquiries) countEnquiry(tally, period, enquiry)
  for (const plan of child.plans) {
    if (happenedIn(period, plan.started)) countBegun(tally, child, plan)
    if (happenedIn(period, plan.ended)) countEnded(tally, plan, plan.ended.on)
    if (isOpenOn(plan.started, plan.ended, period.to)) countOpen(tally, period, plan)
    countVisits(tally, period, plan)
  }
}

function countEnquiry(
  tally: Tally,
  period: Period,
  { started, conference, meeting, becamePlan }: EnquiryEvent,
): void {
  if (happenedIn(period, started)) {
    happened(tally, 'enquiries')
    add(tally, 'enquiries-per-100-referrals', 1, 0)
    note(tally, 'conferences-per-100-enquiries', conference !== null)
  }
  if (!happenedIn(period, conference)) return
  happened(tally, 'conferences')
  add(tally, 'conferences-per-100-referrals', 1, 0)
  note(tally, 'plans-per-100-conferences', becamePlan)
  const days = workingDaysTaken(started.on, conference.on)
  note(tally, 'conference-in-15', days <= IN_TIME)
  noteBand(tally, CONFERENCE_DAYS, days)
  spread(tally, 'conference-days', days)
  if (conference.on < yearsBefore(period.to, period.years - 1)) {
    note(tally, 'conference-in-15-as-found', days <= IN_TIME)
    noteBand(tally, CONFERENCE_DAYS_AS_FOUND, days)
  }
  if (!meeting) return
  note(tally, 'worker-at-conference', meeting.didAllocatedWorkerAttend)
  note(
    tally,
    'report-shared-before',
    meeting.reportSharedOn !== null && meeting.reportSharedOn < conference.on,
  )
}

function countBegun(tally: Tally, child: ChildLog, plan: ProtectionPlan): void {
  happened(tally, 'plans-begun')
  add(tally, 'plans-per-100-referrals', 1, 0)
  note(tally, 'second-plan', plan.previousPlans > 0)
  sort(tally, 'plan-category', CATEGORY_NAMES, CATEGORIES[plan.firstCategory] ?? '')
  noteBand(tally, PLAN_AGE, ageAt(child.bornOn, plan.started.on))
}

function countEnded(tally: Tally, { started }: ProtectionPlan, endedOn: DayNumber): void {
  happened(tally, 'plans-ended')
  noteBand(tally, PLAN_ENDED, monthsOf(endedOn - started.on))
  spread(tally, 'plan-ended-days', endedOn - started.on)
}

function countOpen(tally: Tally, { to }: Period, plan: ProtectionPlan): void {
  happened(tally, 'plans-open')
  const days = to - plan.started.on
  noteBand(tally, PLAN_OPEN, monthsOf(days))
  spread(tally, 'plan-open-days', days)
  if (days >= FIRST_REVIEW)
    note(tally, 'plan-reviews-in-time', wereReviewsInTime(plan.started.on, plan.reviews, to))
}

function wereReviewsInTime(startedOn: DayNumber, reviews: readonly Meeting[], to: DayNumber): boolean {
  let dueOn = startedOn + FIRST_REVIEW
  for (const { on } of reviews) {
    if (on > to) break
    if (on > dueOn) return false
    dueOn = on + LATER_REVIEW
  }
  return dueOn >= to
}

/** How long a child on a plan had waited at each visit, and how core groups went. */
function countVisits(tally: Tally, period: Period, { visits, coreGroups }: ProtectionPlan): void {
  for (const [index, { on, wasSeen, wasSeenAlone }] of visits.entries()) {
    if (on < period.from || on > period.to) continue
    const before = visits[index - 1]
    if (before) note(tally, 'plan-visit-in-10', workingDaysTaken(before.on, on) <= 10)
    note(tally, 'plan-visit-seen', wasSeen)
    if (wasSeen && wasSeenAlone !== null) note(tally, 'plan-visit-alone', wasSeenAlone)
  }
  for (const { dueOn, heldOn } of coreGroups)
    if (dueOn >= period.from && dueOn <= period.to) note(tally, 'core-group-held', heldOn !== null)
}
