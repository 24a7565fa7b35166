import { birthday, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import { countTogether, type AreaCount } from './area-count.ts'
import type { KnownChild } from './known-child.ts'
import { openTally, type SeriesTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

type Enquiry = KnownChild['enquiries'][number]

const LIMIT = 15
const DAYS_TO_CONFERENCE = 60

/** Section 47 enquiries: how many begin, which lead to a conference, which stay open; and conferences that make a plan. */
export function countEnquiries(months: TruthMonths, view: ExtractView): AreaCount {
  const ratio = openTally(months, {
    id: 's47-to-icpc.ratio',
    kind: 'ratio',
    counts: 'conferences of the month over enquiries of the month',
  })
  return countTogether([
    countStarted(months, view, ratio),
    countConferences(months, ratio),
    countOpen(months, view),
  ])
}

/** A conference before its enquiry is an error, and a case system's own second form is no enquiry. */
const enquiriesThatCount = (child: KnownChild): Enquiry[] =>
  child.enquiries.filter(
    (enquiry) =>
      (enquiry.conferenceOn === null || enquiry.conferenceOn >= enquiry.from) &&
      !wasMadeWithAssessment(child, enquiry),
  )

function countStarted(months: TruthMonths, view: ExtractView, ratio: SeriesTally): AreaCount {
  const started = openTally(months, {
    id: 's47-started',
    kind: 'count',
    counts: 'enquiries whose strategy discussion was in the month, one for each child',
  })
  const ledTo = openTally(months, {
    id: 's47-to-icpc',
    kind: 'share',
    counts: 'of enquiries of the month, those with a conference within 60 days',
    note: 'Months whose last day is more than 60 days ago.',
  })
  return {
    child(child) {
      for (const { from, conferenceOn, position } of enquiriesThatCount(child)) {
        const index = months.indexOf(from)
        started.add(index, position.team)
        ratio.add(index, position.team, 0)
        const hasLed = conferenceOn !== null && conferenceOn - from <= DAYS_TO_CONFERENCE
        ledTo.add(index, position.team, hasLed)
      }
    },
    truths() {
      const matured = months.wholeLastDays.findLastIndex((day) => view.asAt > day + DAYS_TO_CONFERENCE)
      return [started.truth(), ledTo.truth(0, matured)]
    },
  }
}

function countConferences(months: TruthMonths, ratio: SeriesTally): AreaCount {
  const toPlan = (id: string, which: string): SeriesTally =>
    openTally(months, {
      id,
      kind: 'share',
      counts: `of conferences of the month about ${which}, those that made a plan`,
    })
  const all = toPlan('icpc-to-plan', 'any child')
  const lookedAfter = toPlan('icpc-to-plan.cla', 'a child looked after that day')
  const others = toPlan('icpc-to-plan.not_cla', 'a child not looked after that day')
  return {
    child(child) {
      const conferences = new Map<DayNumber, Enquiry>()
      for (const enquiry of enquiriesThatCount(child)) {
        if (enquiry.conferenceOn === null) continue
        const first = conferences.get(enquiry.conferenceOn)
        if (!first || enquiry.from < first.from) conferences.set(enquiry.conferenceOn, enquiry)
      }
      for (const [on, { position, event }] of conferences) {
        const index = months.indexOf(on)
        ratio.add(index, position.team)
        const named = wasLookedAfter(child, on) ? lookedAfter : others
        for (const tally of [all, named]) tally.add(index, position.team, event.becamePlan)
      }
    },
    truths: () => [ratio, all, lookedAfter, others].map((tally) => tally.truth()),
  }
}

function countOpen(months: TruthMonths, view: ExtractView): AreaCount {
  const open = {
    id: 's47-open-15wd',
    kind: 'share',
    counts: 'of enquiries open at the month end, of a child without a plan, those open after working day 15',
  } as const
  const openAsAt = openTally(months, {
    ...open,
    note: 'An extract does not say when an enquiry was concluded: its own day alone.',
  })
  const openAlways = openTally(months, { ...open, sources: ['ssd'], councilAlone: true })
  return {
    child(child) {
      for (const { from, until, conferenceOn, event, position } of enquiriesThatCount(child)) {
        const overOn = event.conference === null ? until : conferenceOn
        const due = workingDaysAfter(from, LIMIT)
        for (const index of months.endsWithin(from, overOn)) {
          const last = months.lastDays[index]!
          if (child.plans.some((plan) => plan.from <= last && (plan.until === null || plan.until > last)))
            continue
          openAlways.add(index, position.team, last > due)
          if (last === view.asAt) openAsAt.add(index, position.team, last > due)
        }
      }
    },
    truths: () => [openAsAt.truth(months.names.length - 1), openAlways.truth()],
  }
}

/** An enquiry and an assessment that began on one day, and neither found anything to do. */
const wasMadeWithAssessment = ({ assessments }: KnownChild, { from, until, event }: Enquiry): boolean =>
  event.conference === null &&
  until !== null &&
  assessments.some(
    (assessment) => assessment.from === from && assessment.until !== null && !assessment.event.needsSupport,
  )

/** In care that day, as a child; one who left and was back on the next day was in care throughout. */
function wasLookedAfter({ care, log }: KnownChild, on: DayNumber): boolean {
  const adultOn = birthday(log.bornOn, 18)
  if (on >= adultOn) return false
  const periods = care.filter(({ from, until }) => from < adultOn && (until === null || until >= from))
  return periods.some(
    ({ from, until }) =>
      from <= on &&
      (until === null || until > on || (until === on && periods.some((next) => next.from === on + 1))),
  )
}
