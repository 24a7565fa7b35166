import { workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import { cohortSpells, realPlans } from './child-cohort.ts'
import { lastSeen, monthsAfter, NO_CASE } from './in-need-count.ts'
import type { KnownChild } from './known-child.ts'
import { latestBegun } from './latest-begun.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

const UNSEEN_FOR = 30
const REVIEW_OVER_BY = 20
const ASSESSMENT_DAYS = 45

/** The drift list as Annex A has it, on the day of the extract: without plans of need, of which it has none. */
export function countDrift(months: TruthMonths, view: ExtractView): AreaCount {
  const asked = 'children in assessment, in need with a plan, or on a protection plan'
  const list = openTally(months, {
    id: 'cin-drift-list',
    kind: 'share',
    counts: `of ${asked}, those for whom a rule holds`,
  })
  const count = (key: string, counts: string) =>
    openTally(months, { id: `cin-drift-list.${key}`, kind: 'count', counts: `${asked}, ${counts}` })
  const unseen = count('unseen', 'not seen for 30 working days')
  const overdue = count('review', 'whose review has been overdue for 20 working days')
  const long = count('assessment', 'with an assessment open after working day 45')
  const index = months.names.length - 1
  const { asAt } = view

  const isReviewOverdue = (plan: KnownChild['plans'][number] | undefined): boolean => {
    if (!plan) return false
    // Annex A has the latest review alone.
    const latest = plan.event.reviews.findLast(({ on }) => on > plan.from && on <= asAt)?.on
    const dueOn = latest === undefined ? monthsAfter(plan.from, 3) : monthsAfter(latest, 6)
    return dueOn >= view.from && asAt > workingDaysAfter(dueOn, REVIEW_OVER_BY - 1)
  }

  return {
    child(child) {
      const now = cohortSpells(child, view, 'annex-a').find(({ until }) => until === null)
      if (!now || now.cohort === 'looked after') return
      const need = latestBegun(months, child.needs).get(index)
      const open = child.assessments.filter(({ from, until }) => from <= asAt && until === null)
      const plan = latestBegun(months, realPlans(child)).get(index)
      const team =
        (need ?? plan)?.position.team ??
        open
          .map(({ position }) => position.team)
          .sort()
          .at(-1) ??
        NO_CASE
      const seenOn: DayNumber[] = [
        ...lastSeen(child, view),
        ...child.assessments.flatMap(({ from, event }) => (event.wasSeen === true ? [from] : [])),
      ]
      const since = seenOn.length > 0 ? Math.max(...seenOn) : (need?.from ?? now.from)
      const rules = [
        [unseen, asAt > workingDaysAfter(since, UNSEEN_FOR - 1)],
        [overdue, isReviewOverdue(plan)],
        [long, open.some(({ from }) => asAt > workingDaysAfter(from, ASSESSMENT_DAYS))],
      ] as const
      list.add(
        index,
        team,
        rules.some(([, holds]) => holds),
      )
      for (const [tally, holds] of rules) if (holds) tally.add(index, team)
    },
    truths: () => [list, unseen, overdue, long].map((tally) => tally.truth(index)),
  }
}
