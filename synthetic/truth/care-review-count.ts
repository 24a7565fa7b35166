import {
  birthday,
  firstOfMonth,
  monthNumberOf,
  workingDaysAfter,
  workingDaysBefore,
  type DayNumber,
} from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import type { Workforce } from '../simulation/workforce.ts'
import { countTogether, type AreaCount } from './area-count.ts'
import { monthsAfter } from './in-need-count.ts'
import { dayKnown } from './known-child.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'
import { ADOPTIVE, staysKnown, wholePeriods, type Stay, type WholePeriod } from './whole-period.ts'

const FIRST_WORKING_DAYS = 20
const SECOND_MONTHS = 3
const LATER_MONTHS = 6
const ADOPTION_DAYS = 28
const REPORT_WORKING_DAYS = 3
const MONTHS_CAPTURED = 24

/** A review that fell due; `overOn` is the day from which it is no longer owed. */
interface Due {
  on: DayNumber
  heldOn: DayNumber | null
  overOn: DayNumber | null
}

/** Reviews of looked-after children: whether they are held in time, who comes, and whether a plan is made by the second. */
export const countCareReviews = (months: TruthMonths, view: ExtractView, workforce: Workforce): AreaCount =>
  countTogether([countTimeliness(months, view), countMeetings(months, view, workforce)])

function countTimeliness(months: TruthMonths, view: ExtractView): AreaCount {
  const share = (id: string, counts: string) =>
    openTally(months, { id, kind: 'share', counts, sources: ['ssd'], councilAlone: true })
  const children = share(
    'lac-reviews-timely.child',
    'of children in care past working day 20, those of whom no review was overdue in the 12 months',
  )
  const flow = share('lac-reviews-timely.flow', 'of reviews due in the month, those held by then')
  const planned = share(
    'lac-permanence',
    'of children whose second review fell due in the month, those with a plan for permanence by then',
  )
  return {
    child({ care, log }) {
      const stays = staysKnown(care, view.asAt)
      for (const whole of wholePeriods(care, birthday(log.bornOn, 18))) {
        const firstDueOn = workingDaysAfter(whole.from, FIRST_WORKING_DAYS)
        const secondDueOn = monthsAfter(firstDueOn, SECOND_MONTHS)
        if (secondDueOn <= view.asAt && whole.until > secondDueOn)
          planned.add(months.indexOf(secondDueOn), '', isPlannedBy(whole, secondDueOn))
        const dues = duesOf(whole, stays, firstDueOn, view)
        for (const { on, heldOn } of dues) flow.add(months.indexOf(on), '', heldOn !== null && heldOn <= on)
        const late = dues.filter(({ on, heldOn }) => heldOn === null || heldOn > on)
        for (const index of months.endsWithin(whole.from, whole.until)) {
          const day = months.lastDays[index]!
          if (day <= firstDueOn) continue
          const yearAgo = monthsAfter(day, -12)
          const wasLate = late.some(({ on, overOn }) => on < day && (overOn === null || overOn > yearAgo))
          children.add(index, '', !wasLate)
        }
      }
    },
    truths: () => [children, flow, planned].map((tally) => tally.truth()),
  }
}

function countMeetings(months: TruthMonths, view: ExtractView, workforce: Workforce): AreaCount {
  const { asAt } = view
  const share = (id: string, counts: string) =>
    openTally(months, { id: `lac-review-sw.${id}`, kind: 'share', counts, sources: ['capture'] })
  const attended = share('attended', 'of reviews held, those to which the child’s worker came')
  const report = share('report', 'of reviews held, those whose report was shared three working days before')
  const captureFrom = Math.max(view.from, firstOfMonth(monthNumberOf(asAt) - MONTHS_CAPTURED + 1))
  let firstCaptured = months.names.length
  return {
    child({ log }) {
      for (const { started, reviews, position } of log.care) {
        if (dayKnown(view, started) === null) continue
        for (const { on, didAllocatedWorkerAttend, reportSharedOn } of reviews) {
          if (on < captureFrom || on > asAt) continue
          const index = months.indexOf(on)
          if (index >= 0) firstCaptured = Math.min(firstCaptured, index)
          const hasWorker = workforce.workerAt(position, on) !== null
          attended.add(index, position.team, hasWorker && didAllocatedWorkerAttend)
          const isInTime =
            reportSharedOn !== null && reportSharedOn <= workingDaysBefore(on, REPORT_WORKING_DAYS)
          report.add(index, position.team, isInTime)
        }
      }
    },
    truths: () => [attended, report].map((tally) => tally.truth(firstCaptured)),
  }
}

const isPlannedBy = ({ parts }: WholePeriod, day: DayNumber): boolean =>
  parts.some(({ event: { permanencePlannedOn: on } }) => on !== null && on <= day)

/** Every review that had fallen due in a period of care, in the cycle of care and in that of a placement for adoption. */
function duesOf(whole: WholePeriod, stays: readonly Stay[], firstDueOn: DayNumber, view: ExtractView): Due[] {
  const { asAt } = view
  const held = whole.parts
    .flatMap(({ event }) => event.reviews)
    .map(({ on }) => on)
    .filter((on) => on >= view.from && on <= asAt && on <= whole.until)
  const adoptive = stays.filter(
    ({ from, placement }, index) =>
      ADOPTIVE.includes(placement.type) &&
      !ADOPTIVE.includes(stays[index - 1]?.placement.type ?? '') &&
      from >= whole.from &&
      from < whole.until,
  )
  const cycles = [
    { from: whole.from, isAdoption: false },
    ...adoptive.map(({ from }) => ({ from, isAdoption: true })),
  ]
  // Where care began before the first day written, the first reviews are not there.
  const isCutOff = firstDueOn < view.from
  return cycles.flatMap(({ from, isAdoption }, cycle) => {
    const next = cycles[cycle + 1]?.from ?? null
    const inCycle = held.filter((on) => on >= from && (next === null || on < next))
    const anchors = [from, ...inCycle]
    return anchors.flatMap((anchor, index): Due[] => {
      const on = dueAfter(anchor, index)
      if (on > asAt || on >= whole.until || (next !== null && on >= next)) return []
      const heldOn = inCycle[index] ?? null
      return [{ on, heldOn, overOn: heldOn ?? next }]
    })

    function dueAfter(anchor: DayNumber, index: number): DayNumber {
      if (index === 0 && isAdoption) return from + ADOPTION_DAYS
      if (index === 0 && isCutOff)
        return recordedDue(whole, inCycle[0]) ?? monthsAfter(view.from, LATER_MONTHS)
      if (index === 0) return firstDueOn
      return monthsAfter(anchor, index === 1 && (isAdoption || !isCutOff) ? SECOND_MONTHS : LATER_MONTHS)
    }
  })
}

/** When the case system records that a review was due: by the review before it. */
function recordedDue({ parts }: WholePeriod, heldOn: DayNumber | undefined): DayNumber | null {
  if (heldOn === undefined) return null
  for (const { event } of parts) {
    const index = event.reviews.findIndex(({ on }) => on === heldOn)
    if (index < 0) continue
    const before = event.reviews[index - 1]?.on
    if (before === undefined) return workingDaysAfter(event.started.on, FIRST_WORKING_DAYS)
    return monthsAfter(before, index === 1 ? SECOND_MONTHS : LATER_MONTHS)
  }
  return null
}
