import { NEED_PLAN_REVIEWS } from '../../src/standards/capture/templates/need-templates.ts'
import { knownDay } from '../extract-view.ts'
import { needPlanReviews } from '../need-plan-review.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'

/** Reviews of the plans of children in need, each up to the end of its plan or the closing of its case. */
export function needReviewPart({ folder, view, from, plan }: CaptureSetting): CapturePart {
  const file = openCaptureFile(folder, NEED_PLAN_REVIEWS)
  return {
    child(child) {
      for (const { started, closed, plans } of child.needs) {
        if (knownDay(view, started) === null) continue
        const closedOn = knownDay(view, closed) ?? view.asAt
        for (const { from: beganOn, to } of plans) {
          const until = Math.min(to ?? view.asAt, closedOn, view.asAt)
          for (const { on, agencies, decision } of needPlanReviews(plan.seed, child.id, beganOn, until)) {
            if (on < from) continue
            file.row({ child_id: child.id, plan_started_on: beganOn, held_on: on, agencies, decision })
          }
        }
      }
    },
    close: () => [file.close()],
  }
}
