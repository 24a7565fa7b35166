import { isWorking, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { Meeting } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'
import type { WriterSetting } from '../files/written-file.ts'
import type { AreaCount } from './area-count.ts'
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

/** What is done while a child is on a protection plan: visits, reviews, core groups and conferences; and short plans. */
export function countProtection(
  months: TruthMonths,
  view: ExtractView,
  workforce: WriterSetting['workforce'],
): AreaCount {
  const share = (id: string, source: TruthSource, counts: string): SeriesTally =>
    openTally(months, {
      id,
      kind: 'share',
      counts,
      sources: [source],
      ...(source === 'ssd' && { councilAlone: true }),
    })
  const onPlan = 'of children whose plan was open at the month end and had been for 10 working days'
  const visits = (['annex-a', 'ssd'] as const).map((source) => ({
    source,
    seen: share('cp-visits-timely.seen', source, `${onPlan}, those seen within 10`),
    alone: share('cp-visits-timely.alone', source, `${onPlan}, those seen alone when last seen`),
  }))
  const shortLived = share(
    'cp-ended-3m',
    'annex-a',
    'of plans that ended in the month, those within three months',
  )
  const year = openTally(months, {
    id: 'cp-repeat.rolling12',
    kind: 'share',
    counts:
      'of plans that started in the twelve months to the month end, those of a child with an earlier plan',
    note: 'By the case system’s own count of earlier plans.',
  })
  const again = share(
    'cp-repeat.24m',
    'ssd',
    'of plans that started, those within 24 months of the end of an earlier one',
  )
  const reviewed = share(
    'cp-reviews-timely.dfe',
    'ssd',
    'of children on a plan for three months, those with every review in time',
  )
  const reviews = share(
    'cp-reviews-timely.flow',
    'ssd',
    'of reviews that fell due in the month, those held in time',
  )
  const groups = share(
    'cp-core-groups',
    'capture',
    'of core groups due in the month, those held by their day',
  )
  const attended = {
    icpc: share(
      'cp-sw-attended.icpc',
      'capture',
      'of initial conferences, those that the child’s own worker came to',
    ),
    rcpc: share(
      'cp-sw-attended.rcpc',
      'capture',
      'of review conferences, those that the child’s own worker came to',
    ),
  }
  const shared = {
    icpc: share(
      'cp-report-shared.icpc',
      'capture',
      'of initial conferences, those with the report shared by working day 3 before',
    ),
    rcpc: share(
      'cp-report-shared.rcpc',
      'capture',
      'of review conferences, those with the report shared by working day 5 before',
    ),
  }
  const last = months.names.length - 1

  function countVisits(plan: Plan, index: number): void {
    const day = months.lastDays[index]!
    const { from, until, position, event } = plan
    if (day <= workingDaysAfter(from, VISIT_WITHIN - 1)) return
    for (const { source, seen, alone } of visits) {
      const isDataset = source === 'ssd'
      if (!isDataset && index !== last) continue
      const seenOn = event.visits.filter(
        ({ on, wasSeen }) =>
          wasSeen && on >= from && on <= Math.min(day, until ?? day) && (!isDataset || on >= view.from),
      )
      const latest = Math.max(...seenOn.map(({ on }) => on))
      const wasSeen = seenOn.length > 0
      seen.add(index, position.team, wasSeen && day <= workingDaysAfter(latest, VISIT_WITHIN) ? 1 : 0)
      const wasAlone = isDataset
        ? seenOn.some(({ on, wasSeenAlone }) => on === latest && wasSeenAlone === true)
        : wasSeen && event.wasSeenAlone
      alone.add(index, position.team, wasAlone ? 1 : 0)
    }
  }

  /** Each day by which a review was due, with the day it was held; null where none was by the day of the extract. */
  function reviewsDue({ from, until, event }: Plan): { dueOn: DayNumber; heldOn: DayNumber | null }[] {
    const held = event.reviews
      .map(({ on }) => on)
      .filter((on) => on > from && on >= view.from && on <= Math.min(view.asAt, until ?? view.asAt))
    return [from, ...held].flatMap((on, index) => {
      const dueOn = monthsAfter(on, index === 0 ? FIRST_REVIEW_MONTHS : LATER_REVIEW_MONTHS)
      return dueOn < view.from ? [] : [{ dueOn, heldOn: held[index] ?? null }]
    })
  }

  function countReviewsDue(plan: Plan): void {
    for (const { dueOn, heldOn } of reviewsDue(plan)) {
      const isInTime = heldOn !== null && heldOn <= dueOn
      if (!isInTime && plan.until !== null && plan.until <= dueOn) continue
      reviews.add(months.indexOf(dueOn), plan.position.team, isInTime ? 1 : 0)
    }
  }

  function countConference(
    kind: 'icpc' | 'rcpc',
    { on, didAllocatedWorkerAttend, reportSharedOn }: Meeting,
    position: Plan['position'],
  ): void {
    const index = months.indexOf(on)
    const came = didAllocatedWorkerAttend && workforce.workerAt(position, on) !== null
    attended[kind].add(index, position.team, came ? 1 : 0)
    const isInTime = reportSharedOn !== null && reportSharedOn <= workingDaysBefore(on, SHARED_BEFORE[kind])
    shared[kind].add(index, position.team, isInTime ? 1 : 0)
  }

  function countMeetings({ log, plans }: KnownChild): void {
    for (const { started, conference, meeting, position } of log.enquiries)
      if (meeting && dayKnown(view, started) !== null && dayKnown(view, conference) !== null)
        countConference('icpc', meeting, position)
    for (const { event, position, until } of plans) {
      for (const meeting of event.reviews)
        if (meeting.on <= view.asAt) countConference('rcpc', meeting, position)
      for (const { dueOn, heldOn } of event.coreGroups) {
        if (until !== null && until < dueOn) continue
        groups.add(
          months.indexOf(dueOn),
          position.team,
          heldOn !== null && heldOn <= Math.min(dueOn, view.asAt) ? 1 : 0,
        )
      }
    }
  }

  return {
    child(child) {
      const real = realPlans(child)
      for (const [index, plan] of latestBegun(months, real)) {
        countVisits(plan, index)
        const day = months.lastDays[index]!
        if (monthsAfter(plan.from, FIRST_REVIEW_MONTHS) > day) continue
        const isLate = reviewsDue(plan).some(
          ({ dueOn, heldOn }) => dueOn < day && (heldOn === null || heldOn > dueOn),
        )
        reviewed.add(index, plan.position.team, isLate ? 0 : 1)
      }
      for (const [index, plan] of real.entries()) {
        countReviewsDue(plan)
        if (plan.until !== null)
          shortLived.add(
            months.indexOf(plan.until),
            plan.position.team,
            plan.until <= monthsAfter(plan.from, 3) ? 1 : 0,
          )
        const earlier = Math.max(...real.slice(0, index).map(({ until }) => until ?? -Infinity))
        const isAgain = Number.isFinite(earlier) && plan.from <= monthsAfter(earlier, 24)
        again.add(months.indexOf(plan.from), plan.position.team, isAgain ? 1 : 0)
        for (const [end, firstDay] of months.firstDays.entries())
          if (plan.from >= monthsAfter(firstDay, -11) && plan.from <= months.lastDays[end]!)
            year.add(end, plan.position.team, plan.previousPlans >= 1 ? 1 : 0)
      }
      countMeetings(child)
    },
    truths() {
      const wholeYear = months.firstDays.findIndex((day) => monthsAfter(day, -11) >= view.from)
      return [
        ...visits.flatMap(({ source, seen, alone }) =>
          [seen, alone].map((tally) => (source === 'ssd' ? tally.truth() : tally.truth(last))),
        ),
        year.truth(wholeYear),
        ...[shortLived, again, reviewed, reviews, groups].map((tally) => tally.truth()),
        ...[attended.icpc, attended.rcpc, shared.icpc, shared.rcpc].map((tally) => tally.truth()),
      ]
    },
  }
}

/** The n-th working day before a day, which is itself day 0. */
function workingDaysBefore(day: DayNumber, n: number): DayNumber {
  let found = day
  for (let left = n; left > 0;) {
    found -= 1
    if (isWorking(found)) left -= 1
  }
  return found
}
