import { capturedFrom } from '../capture/capture-setting.ts'
import type { ExtractView } from '../extract-view.ts'
import { isReview, needPlanReviews } from '../need-plan-review.ts'
import type { AreaCount } from './area-count.ts'
import { caseOf, needPlansKnown, needSpells } from './child-cohort.ts'
import { NO_CASE } from './in-need-count.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

const FIRST_WITHIN = 42
const LATER_WITHIN = 84
/** Plans of children in need at each month end, and whether a review of theirs is overdue. */
export function countNeedReviews(months: TruthMonths, view: ExtractView, seed: number): AreaCount {
  const from = capturedFrom(view)
  /** The first review that is captured: before twelve weeks after it a review may have been held that no file has. */
  let firstOn = Infinity
  const reviewed = openTally(months, {
    id: 'cin-reviews-timely',
    kind: 'share',
    counts: 'of children on a child in need plan of six weeks or more, those of whom no review is overdue',
    sources: ['capture'],
    councilAlone: true,
  })
  return {
    child(child) {
      if (child.needs.length === 0) return
      const plans = needPlansKnown(child, view)
      for (const plan of plans) {
        const all = needPlanReviews(seed, child.log.id, plan.from, plan.until ?? view.asAt)
        firstOn = Math.min(firstOn, ...all.filter(({ on }) => on >= from).map(({ on }) => on))
      }
      for (const spell of needSpells(child, view, 'ssd')) {
        const team = caseOf(child, spell.from)?.position.team ?? NO_CASE
        for (const index of months.endsWithin(spell.from, spell.until)) {
          const day = months.lastDays[index]!
          const begun = plans.filter(({ from, until }) => from <= day && (until === null || until > day))
          const beganOn = Math.max(...begun.map((plan) => plan.from))
          if (begun.length === 0 || day < beganOn + FIRST_WITHIN) continue
          const held = needPlanReviews(seed, child.log.id, beganOn, day).filter((review) => isReview(review))
          const latest = held.at(-1)
          reviewed.add(index, team, day <= (latest ? latest.on + LATER_WITHIN : beganOn + FIRST_WITHIN))
        }
      }
    },
    truths() {
      const first = months.lastDays.findIndex((day) => day >= firstOn + LATER_WITHIN)
      return first < 0 ? [] : [reviewed.truth(first)]
    },
  }
}
