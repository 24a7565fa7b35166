import { dayOf } from '../../synthetic/day-number.ts'
import type { ChildLog, RecordedEvent } from '../../synthetic/event-log.ts'
import type { Day } from '../../src/platform/day.ts'

/** The year of the small council's census of 2014, and the day on which it was written. */
export const [FIRST, LAST, KNOWN_BY] = ['2013-04-01', '2014-03-31', '2015-02-03']

/** The day of what the census of 2014 can know of. */
const dayKnown = (event: RecordedEvent | null): Day | null => {
  if (event === null) return null
  const [on, recordedOn] = [dayOf(event.on), dayOf(event.recordedOn)]
  return on <= LAST && recordedOn <= KNOWN_BY ? on : null
}
const isDuring = (started: RecordedEvent, ended: RecordedEvent | null): boolean => {
  const end = dayKnown(ended)
  return dayKnown(started) !== null && (end === null || end >= FIRST)
}

/** Counted from the events alone, in days as text: what the census of 2014 has to agree with, by its elements. */
export function countOf(children: readonly ChildLog[]) {
  const count = {
    Child: 0,
    CINdetails: 0,
    NFA: 0,
    CINclosureDate: 0,
    Assessments: 0,
    AssessmentAuthorisationDate: 0,
    AssessmentFactors: 0,
    Section47: 0,
    conferences: 0,
    ChildProtectionPlans: 0,
    CPPendDate: 0,
    CPPreviewDate: 0,
    CINPlanDates: 0,
  }
  for (const child of children) {
    const referrals = child.referrals.filter(({ number, received }) => {
      const on = dayKnown(received)
      const need = child.needs.find(({ referral }) => referral === number)
      return on !== null && (on >= FIRST || (need !== undefined && isDuring(need.started, need.closed)))
    })
    if (referrals.length > 0) count.Child += 1
    for (const { number, isNfa } of referrals) {
      const of = <Event extends { referral: number }>(events: readonly Event[]) =>
        events.filter(({ referral }) => referral === number)
      count.CINdetails += 1
      count.NFA += Number(isNfa)
      for (const need of of(child.needs)) {
        if (dayKnown(need.started) === null) continue
        count.CINclosureDate += Number(dayKnown(need.closed) !== null)
        count.CINPlanDates += need.plans.filter(
          ({ from, to }) => dayOf(from) <= LAST && (to === null || dayOf(to) >= FIRST),
        ).length
      }
      for (const { started, authorised, factors } of of(child.assessments)) {
        if (!isDuring(started, authorised)) continue
        count.Assessments += 1
        if (dayKnown(authorised) === null) continue
        count.AssessmentAuthorisationDate += 1
        count.AssessmentFactors += factors.length
      }
      for (const { started, ended, conference } of of(child.enquiries)) {
        if (!isDuring(started, conference ?? ended)) continue
        count.Section47 += 1
        count.conferences += Number(dayKnown(conference) !== null)
      }
      for (const { started, ended, reviews } of of(child.plans)) {
        if (!isDuring(started, ended)) continue
        count.ChildProtectionPlans += 1
        count.CPPendDate += Number(dayKnown(ended) !== null)
        count.CPPreviewDate += reviews.filter(({ on }) => dayOf(on) >= FIRST && dayOf(on) <= LAST).length
      }
    }
  }
  return count
}
