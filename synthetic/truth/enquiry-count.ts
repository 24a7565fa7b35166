import { birthday, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import type { KnownChild } from './known-child.ts'
import { openTally, type SeriesTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

type Enquiry = KnownChild['enquiries'][number]

const LIMIT = 15
const DAYS_TO_CONFERENCE = 60

/** Section 47 enquiries: how many begin, which lead to a conference, which stay open; and conferences that make a plan. */
export function countEnquiries(months: TruthMonths, view: ExtractView): AreaCount {
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
  const ratio = openTally(months, {
    id: 's47-to-icpc.ratio',
    kind: 'ratio',
    counts: 'conferences of the month over enquiries of the month',
  })
  const toPlan = (id: string, which: string): SeriesTally =>
    openTally(months, {
      id,
      kind: 'share',
      counts: `of conferences of the month about ${which}, those that made a plan`,
    })
  const all = toPlan('icpc-to-plan', 'any child')
  const lookedAfter = toPlan('icpc-to-plan.cla', 'a child looked after that day')
  const others = toPlan('icpc-to-plan.not_cla', 'a child not looked after that day')
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

  function countOpen({ plans }: KnownChild, { from, until, conferenceOn, event, position }: Enquiry): void {
    const overOn = event.conference === null ? until : conferenceOn
    const due = workingDaysAfter(from, LIMIT)
    for (const index of months.endsWithin(from, overOn)) {
      const last = months.lastDays[index]!
      if (plans.some((plan) => plan.from <= last && (plan.until === null || plan.until > last))) continue
      openAlways.add(index, position.team, last > due ? 1 : 0)
      if (last === view.asAt) openAsAt.add(index, position.team, last > due ? 1 : 0)
    }
  }

  return {
    child(child) {
      const conferences = new Map<DayNumber, Enquiry>()
      for (const enquiry of child.enquiries) {
        const { from, conferenceOn, position } = enquiry
        // A conference before its enquiry is an error, and a case system's own second form is no enquiry.
        if ((conferenceOn !== null && conferenceOn < from) || wasMadeBeside(child, enquiry)) continue
        const index = months.indexOf(from)
        started.add(index, position.team)
        ratio.add(index, position.team, 0)
        ledTo.add(
          index,
          position.team,
          conferenceOn !== null && conferenceOn - from <= DAYS_TO_CONFERENCE ? 1 : 0,
        )
        countOpen(child, enquiry)
        if (conferenceOn === null) continue
        const first = conferences.get(conferenceOn)
        if (!first || from < first.from) conferences.set(conferenceOn, enquiry)
      }
      for (const [on, { position, event }] of conferences) {
        const index = months.indexOf(on)
        ratio.add(index, position.team)
        const named = wasLookedAfter(child, on) ? lookedAfter : others
        for (const tally of [all, named]) tally.add(index, position.team, event.becamePlan ? 1 : 0)
      }
    },
    truths() {
      const last = months.names.length - 1
      const matured = months.wholeLastDays.findLastIndex((day) => view.asAt > day + DAYS_TO_CONFERENCE)
      return [
        started.truth(),
        ledTo.truth(0, matured),
        ratio.truth(),
        all.truth(),
        lookedAfter.truth(),
        others.truth(),
        openAsAt.truth(last),
        openAlways.truth(),
      ]
    },
  }
}

/** Begun with an assessment, and neither found anything to do. */
const wasMadeBeside = ({ assessments }: KnownChild, { from, until, event }: Enquiry): boolean =>
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
