import type { Pass } from '../access/index.ts'
import type { Records } from '../platform/records.ts'
import {
  buildPlanTree,
  recommendationsOf,
  type ActionNode,
  type PlanParts,
  type PlanTree,
} from './plan-tree.ts'
import { listRecords } from '../records/index.ts'
import { actionKind } from './action.ts'
import { bindingKind } from './binding.ts'
import { evidenceKind } from './evidence.ts'
import { milestoneKind } from './milestone.ts'
import { planChanges } from './plan-items.ts'
import { recommendationKind, themeKind } from './recommendation.ts'
import { ratings } from './rating-store.ts'

/** Every item of the council's plan. */
export async function planItems(
  records: Records,
  pass: Pass<'plan:read' | 'plan:write'>,
): Promise<Omit<PlanParts, 'ratings' | 'changes'>> {
  return {
    themes: await listRecords(records, pass, themeKind),
    recommendations: await listRecords(records, pass, recommendationKind),
    actions: await listRecords(records, pass, actionKind),
    milestones: await listRecords(records, pass, milestoneKind),
    bindings: await listRecords(records, pass, bindingKind),
    evidence: await listRecords(records, pass, evidenceKind),
  }
}

/** Every item, rating and change of the council's plan. */
export const planParts = async (
  records: Records,
  pass: Pass<'plan:read' | 'plan:write'>,
): Promise<PlanParts> => ({
  ...(await planItems(records, pass)),
  ratings: await ratings(records, pass),
  changes: await planChanges(records, pass),
})

/** The whole plan as it is now; no themes when there is none yet. */
export const planTree = async (records: Records, pass: Pass<'plan:read'>): Promise<PlanTree> =>
  buildPlanTree(await planParts(records, pass))

/** Where the plan uses a series, for the measure's own page. */
interface BindingPlace {
  recommendation: { id: string; ref: string; title: string }
  /** Null when the recommendation itself is bound. */
  action: { id: string; ref: string; title: string } | null
}

/** Every recommendation and action that a series is bound to; none when nobody has bound it. */
export async function bindingsOf(
  records: Records,
  pass: Pass<'plan:read'>,
  seriesId: string,
): Promise<BindingPlace[]> {
  const tree = await planTree(records, pass)
  const name = ({ id, ref, title }: { id: string; ref: string; title: string }) => ({ id, ref, title })
  const binds = ({ bindings }: Pick<ActionNode, 'bindings'>) =>
    bindings.some((binding) => binding.seriesId === seriesId)
  return recommendationsOf(tree).flatMap((recommendation) => [
    ...(binds(recommendation) ? [{ recommendation: name(recommendation), action: null }] : []),
    ...recommendation.actions
      .filter(binds)
      .map((action) => ({ recommendation: name(recommendation), action: name(action) })),
  ])
}
