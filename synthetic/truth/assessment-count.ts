import { workingDaysAfter } from '../day-number.ts'
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
  const cohort = openTally(months, {
    id: 'as-cohort-45wd',
    kind: 'share',
    counts: 'of assessments started in the month, those authorised by working day 45 after their start',
    note: 'Months whose last day is past working day 45.',
  })
  const seen = openTally(months, {
    id: 'as-child-seen.seen',
    kind: 'share',
    counts: 'of assessments of born children, authorised in the month, those with the child seen',
    note: 'The flag alone, as an extract has it; a blank is not seen.',
  })
  const fromReferral = countFromReferral(months, view)
  const open = countOpen(months)
  return {
    child(child) {
      for (const { from, until, position, event } of child.assessments.filter(isInOrder)) {
        const isInTime = until !== null && until <= workingDaysAfter(from, LIMIT)
        cohort.add(months.indexOf(from), position.team, isInTime)
        if (until === null) continue
        const index = months.indexOf(until)
        fromStart.add(index, position.team, isInTime)
        if (child.log.bornOn <= until) seen.add(index, position.team, event.wasSeen === true)
      }
      fromReferral.child(child)
      open.child(child)
    },
    truths() {
      const matured = months.wholeLastDays.findLastIndex((day) => view.asAt > workingDaysAfter(day, LIMIT))
      return [
        fromStart.truth(),
        ...fromReferral.truths(),
        cohort.truth(0, matured),
        ...open.truths(),
        seen.truth(),
      ]
    },
  }
}

/** Authorised before it started is an error, and counts nowhere. */
const isInOrder = ({ from, until }: Assessment): boolean => until === null || until >= from

function countOpen(months: TruthMonths): AreaCount {
  const open = REVIEW_POINTS.map((point) => ({
    point,
    tally: openTally(months, {
      id: `as-open-review-points.gt${point}`,
      kind: 'share',
      counts: `of assessments open at the month end, those open after working day ${point}`,
    }),
  }))
  return {
    child({ assessments }) {
      for (const { from, until, position } of assessments.filter(isInOrder)) {
        const ends = [...months.endsWithin(from, until)]
        if (ends.length === 0) continue
        for (const { point, tally } of open) {
          const due = workingDaysAfter(from, point)
          for (const index of ends) tally.add(index, position.team, months.lastDays[index]! > due)
        }
      }
    },
    truths: () => open.map(({ tally }) => tally.truth()),
  }
}

function countFromReferral(months: TruthMonths, view: ExtractView): AreaCount {
  const fromReferral = openTally(months, {
    id: 'as-completed-45wd.from_referral',
    kind: 'share',
    counts:
      'of first assessments after a referral, authorised in the month, those by working day 45 after it',
    note: 'An extract does not link the two: an assessment follows the latest referral of the child before it.',
  })
  return {
    child({ assessments, referrals }) {
      // Referrals before the first day of an extract are not in it.
      const written = referrals.filter(({ on }) => on >= view.from)
      for (const [{ on }, { from, until, position }] of firstAfterEach(written, assessments)) {
        if (until === null || until < from) continue
        fromReferral.add(months.indexOf(until), position.team, until <= workingDaysAfter(on, LIMIT))
      }
    },
    truths: () => [fromReferral.truth()],
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
