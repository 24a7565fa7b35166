import { workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import type { KnownChild } from './known-child.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

const LIMIT = 45
const REVIEW_POINTS = [10, 20, 35, 45] as const

/** Assessments: finished in time, in time of those started, past their review points, and with the child seen. */
export function countAssessments(months: TruthMonths, view: ExtractView): AreaCount {
  const fromStart = openTally(months, {
    id: 'as-completed-45wd.from_start',
    kind: 'share',
    counts: 'of assessments authorised in the month, those authorised by working day 45 after their start',
  })
  const fromReferral = openTally(months, {
    id: 'as-completed-45wd.from_referral',
    kind: 'share',
    counts:
      'of first assessments after a referral, authorised in the month, those by working day 45 after it',
    note: 'An extract does not link the two: an assessment follows the latest referral of the child before it.',
  })
  const cohort = openTally(months, {
    id: 'as-cohort-45wd',
    kind: 'share',
    counts: 'of assessments started in the month, those authorised by working day 45 after their start',
    note: 'Months whose last day is past working day 45.',
  })
  const open = REVIEW_POINTS.map((point) => ({
    point,
    tally: openTally(months, {
      id: `as-open-review-points.gt${point}`,
      kind: 'share',
      counts: `of assessments open at the month end, those open after working day ${point}`,
    }),
  }))
  const seen = openTally(months, {
    id: 'as-child-seen.seen',
    kind: 'share',
    counts: 'of assessments of born children, authorised in the month, those with the child seen',
    note: 'The flag alone, as an extract has it; a blank is not seen.',
  })

  function countOne({ from, until, position: { team }, event }: Assessment, bornOn: DayNumber): void {
    // Authorised before it started is an error, and counts nowhere.
    if (until !== null && until < from) return
    const limit = workingDaysAfter(from, LIMIT)
    const isInTime = until !== null && until <= limit
    cohort.add(months.indexOf(from), team, isInTime ? 1 : 0)
    if (until !== null) {
      const index = months.indexOf(until)
      fromStart.add(index, team, isInTime ? 1 : 0)
      if (bornOn <= until) seen.add(index, team, event.wasSeen === true ? 1 : 0)
    }
    const ends = [...months.endsWithin(from, until)]
    if (ends.length === 0) return
    for (const { point, tally } of open) {
      const due = point === LIMIT ? limit : workingDaysAfter(from, point)
      for (const index of ends) tally.add(index, team, months.lastDays[index]! > due ? 1 : 0)
    }
  }

  return {
    child({ assessments, referrals, log }) {
      for (const assessment of assessments) countOne(assessment, log.bornOn)
      // Referrals before the first day of an extract are not in it.
      const written = referrals.filter(({ on }) => on >= view.from)
      for (const [{ on }, { from, until, position }] of firstAfterEach(written, assessments)) {
        if (until === null || until < from) continue
        fromReferral.add(months.indexOf(until), position.team, until <= workingDaysAfter(on, LIMIT) ? 1 : 0)
      }
    },
    truths() {
      const matured = months.wholeLastDays.findLastIndex((day) => view.asAt > workingDaysAfter(day, LIMIT))
      return [
        fromStart.truth(),
        fromReferral.truth(),
        cohort.truth(0, matured),
        ...open.map(({ tally }) => tally.truth()),
        seen.truth(),
      ]
    },
  }
}

type Assessment = KnownChild['assessments'][number]
type Referral = KnownChild['referrals'][number]

/** The first assessment that followed each referral: the one that started first, and of those of one day was finished first. */
function firstAfterEach(
  referrals: readonly Referral[],
  assessments: readonly Assessment[],
): Map<Referral, Assessment> {
  const firsts = new Map<Referral, Assessment>()
  for (const assessment of assessments) {
    const referral = referrals.findLast(({ on }) => on <= assessment.from)
    if (!referral) continue
    const first = firsts.get(referral)
    if (!first || isBefore(assessment, first)) firsts.set(referral, assessment)
  }
  return firsts
}

const isBefore = (left: Assessment, right: Assessment): boolean =>
  left.from < right.from || (left.from === right.from && (left.until ?? Infinity) < (right.until ?? Infinity))
