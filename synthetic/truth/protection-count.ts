import { workingDaysAfter, workingDaysBefore, type DayNumber } from '../day-number.ts'
import type { Meeting } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'
import type { WriterSetting } from '../files/written-file.ts'
import { countTogether, type AreaCount } from './area-count.ts'
import { realPlans } from './child-cohort.ts'
import { monthsAfter } from './in-need-count.ts'
import { dayKnown, type KnownChild } from './known-child.ts'
import { latestBegun } from './latest-begun.ts'
import { openTally, type SeriesTally, type TruthSource } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

const VISIT_WITHIN = 10
const FIRST_REVIEW_MONTHS = 3
const LATER_REVIEW_MONTHS = 6
/** Working days before a conference by which the family should have the report. */
const SHARED_BEFORE = { icpc: 3, rcpc: 5 } as const

type Plan = KnownChild['plans'][number]
type Conference = keyof typeof SHARED_BEFORE

/** What is done while a child is on a protection plan: visits, reviews, core groups and conferences; and short plans. */
export const countProtection = (
  months: TruthMonths,
  view: ExtractView,
  workforce: WriterSetting['workforce'],
): AreaCount =>
  countTogether([
    countVisits('annex-a', months, view),
    countVisits('ssd', months, view),
    countRepeats(months, view),
    countReviews(months, view),
    countCoreGroups(months, view),
    countConferences(months, view, workforce),
  ])

const openShare = (months: TruthMonths, id: string, source: TruthSource, counts: string): SeriesTally =>
  openTally(months, {
    id,
    kind: 'share',
    counts,
    sources: [source],
    ...(source === 'ssd' && { councilAlone: true }),
  })

/** Annex A has the latest visit alone, and so its own day alone. */
function countVisits(source: 'annex-a' | 'ssd', months: TruthMonths, view: ExtractView): AreaCount {
  const onPlan = 'of children whose plan was open at the month end and had been for 10 working days'
  const seen = openShare(months, 'cp-visits-timely.seen', source, `${onPlan}, those seen within 10`)
  const alone = openShare(
    months,
    'cp-visits-timely.alone',
    source,
    `${onPlan}, those seen alone when last seen`,
  )
  const isDataset = source === 'ssd'
  const last = months.names.length - 1
  return {
    child(child) {
      for (const [index, { from, until, position, event }] of latestBegun(months, realPlans(child))) {
        const day = months.lastDays[index]!
        if (day < workingDaysAfter(from, VISIT_WITHIN) || (!isDataset && index !== last)) continue
        const seenOn = event.visits.filter(
          ({ on, wasSeen }) =>
            wasSeen && on >= from && on <= Math.min(day, until ?? day) && (!isDataset || on >= view.from),
        )
        const latest = Math.max(...seenOn.map(({ on }) => on))
        const wasSeen = seenOn.length > 0
        seen.add(index, position.team, wasSeen && day <= workingDaysAfter(latest, VISIT_WITHIN))
        const wasAlone = isDataset
          ? seenOn.some(({ on, wasSeenAlone }) => on === latest && wasSeenAlone === true)
          : wasSeen && event.wasSeenAlone
        alone.add(index, position.team, wasAlone)
      }
    },
    truths: () => [seen, alone].map((tally) => tally.truth(isDataset ? 0 : last)),
  }
}

/** Plans of a child who had one before, and plans that were soon over. */
function countRepeats(months: TruthMonths, view: ExtractView): AreaCount {
  const year = openTally(months, {
    id: 'cp-repeat.rolling12',
    kind: 'share',
    counts:
      'of plans that started in the twelve months to the month end, those of a child with an earlier plan',
    note: 'By the case system’s own count of earlier plans.',
  })
  const shortLived = openShare(
    months,
    'cp-ended-3m',
    'annex-a',
    'of plans that ended in the month, those within three months',
  )
  const again = openShare(
    months,
    'cp-repeat.24m',
    'ssd',
    'of plans that started, those within 24 months of the end of an earlier one',
  )
  return {
    child(child) {
      const plans = realPlans(child)
      for (const [nth, { from, until, position, previousPlans }] of plans.entries()) {
        if (until !== null)
          shortLived.add(months.indexOf(until), position.team, until <= monthsAfter(from, 3))
        const earlier = Math.max(...plans.slice(0, nth).map((plan) => plan.until ?? -Infinity))
        const isAgain = Number.isFinite(earlier) && from <= monthsAfter(earlier, 24)
        again.add(months.indexOf(from), position.team, isAgain)
        for (const [index, firstDay] of months.firstDays.entries())
          if (from >= monthsAfter(firstDay, -11) && from <= months.lastDays[index]!)
            year.add(index, position.team, previousPlans >= 1)
      }
    },
    truths() {
      const wholeYear = months.firstDays.findIndex((day) => monthsAfter(day, -11) >= view.from)
      return [year.truth(wholeYear), shortLived.truth(), again.truth()]
    },
  }
}

function countReviews(months: TruthMonths, view: ExtractView): AreaCount {
  const reviewed = openShare(
    months,
    'cp-reviews-timely.dfe',
    'ssd',
    'of children on a plan for three months, those with every review in time',
  )
  const reviews = openShare(
    months,
    'cp-reviews-timely.flow',
    'ssd',
    'of reviews that fell due in the month, those held in time',
  )
  return {
    child(child) {
      const plans = realPlans(child)
      for (const [index, plan] of latestBegun(months, plans)) {
        const day = months.lastDays[index]!
        if (monthsAfter(plan.from, FIRST_REVIEW_MONTHS) > day) continue
        const isLate = reviewsDue(plan, view).some(
          ({ dueOn, heldOn }) => dueOn < day && (heldOn === null || heldOn > dueOn),
        )
        reviewed.add(index, plan.position.team, !isLate)
      }
      for (const plan of plans)
        for (const { dueOn, heldOn } of reviewsDue(plan, view)) {
          const isInTime = heldOn !== null && heldOn <= dueOn
          if (!isInTime && plan.until !== null && plan.until <= dueOn) continue
          reviews.add(months.indexOf(dueOn), plan.position.team, isInTime)
        }
    },
    truths: () => [reviewed.truth(), reviews.truth()],
  }
}

/** Each day by which a review was due, with the day it was held; null where none was by the day of the extract. */
function reviewsDue(
  { from, until, event }: Plan,
  view: ExtractView,
): { dueOn: DayNumber; heldOn: DayNumber | null }[] {
  const held = event.reviews
    .map(({ on }) => on)
    .filter((on) => on > from && on >= view.from && on <= Math.min(view.asAt, until ?? view.asAt))
  return [from, ...held].flatMap((on, nth) => {
    const dueOn = monthsAfter(on, nth === 0 ? FIRST_REVIEW_MONTHS : LATER_REVIEW_MONTHS)
    return dueOn < view.from ? [] : [{ dueOn, heldOn: held[nth] ?? null }]
  })
}

function countCoreGroups(months: TruthMonths, view: ExtractView): AreaCount {
  const groups = openShare(
    months,
    'cp-core-groups',
    'capture',
    'of core groups due in the month, those held by their day',
  )
  return {
    child({ plans }) {
      for (const { event, position, until } of plans)
        for (const { dueOn, heldOn } of event.coreGroups) {
          if (until !== null && until < dueOn) continue
          const isHeld = heldOn !== null && heldOn <= Math.min(dueOn, view.asAt)
          groups.add(months.indexOf(dueOn), position.team, isHeld)
        }
    },
    truths: () => [groups.truth()],
  }
}

/** Who comes to a conference, and when the family has the report. */
function countConferences(
  months: TruthMonths,
  view: ExtractView,
  workforce: WriterSetting['workforce'],
): AreaCount {
  const opened = (id: string, counts: (conferences: string, days: number) => string) => ({
    icpc: openShare(months, `${id}.icpc`, 'capture', counts('initial conferences', SHARED_BEFORE.icpc)),
    rcpc: openShare(months, `${id}.rcpc`, 'capture', counts('review conferences', SHARED_BEFORE.rcpc)),
  })
  const attended = opened(
    'cp-sw-attended',
    (conferences) => `of ${conferences}, those that the child’s own worker came to`,
  )
  const shared = opened(
    'cp-report-shared',
    (conferences, days) => `of ${conferences}, those with the report shared by working day ${days} before`,
  )
  function count(kind: Conference, meeting: Meeting, position: Plan['position']): void {
    const { on, didAllocatedWorkerAttend, reportSharedOn } = meeting
    const index = months.indexOf(on)
    const came = didAllocatedWorkerAttend && workforce.workerAt(position, on) !== null
    attended[kind].add(index, position.team, came)
    const isInTime = reportSharedOn !== null && reportSharedOn <= workingDaysBefore(on, SHARED_BEFORE[kind])
    shared[kind].add(index, position.team, isInTime)
  }
  return {
    child({ log, plans }) {
      for (const { started, conference, meeting, position } of log.enquiries)
        if (meeting && dayKnown(view, started) !== null && dayKnown(view, conference) !== null)
          count('icpc', meeting, position)
      for (const { event, position } of plans)
        for (const meeting of event.reviews) if (meeting.on <= view.asAt) count('rcpc', meeting, position)
    },
    truths: () => [attended.icpc, attended.rcpc, shared.icpc, shared.rcpc].map((tally) => tally.truth()),
  }
}
