import type { Pass } from '../access/index.ts'
import type { Records } from '../platform/records.ts'
import { growTree, recommendationsOf, type ActionBranch, type PlanParts, type PlanTree } from './plan-tree.ts'
import { ratings } from './rating-store.ts'
import { changes, everyThing } from './thing-store.ts'

/** Every row of the council's plan. */
export async function planParts(
  records: Records,
  pass: Pass<'plan:read' | 'plan:write'>,
): Promise<PlanParts> {
  return {
    themes: await everyThing(records, pass, 'theme'),
    recommendations: await everyThing(records, pass, 'recommendation'),
    actions: await everyThing(records, pass, 'action'),
    milestones: await everyThing(records, pass, 'milestone'),
    bindings: await everyThing(records, pass, 'measure'),
    evidence: await everyThing(records, pass, 'evidence'),
    ratings: await ratings(records, pass),
    changes: await changes(records, pass),
  }
}

/** The whole plan as it stands; no themes when there is none yet. */
export const planTree = async (records: Records, pass: Pass<'plan:read'>): Promise<PlanTree> =>
  growTree(await planParts(records, pass))

/** Where the plan uses a series, for the measure's own page. */
export interface BindingPlace {
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
  const binds = ({ bindings }: Pick<ActionBranch, 'bindings'>) =>
    bindings.some((binding) => binding.seriesId === seriesId)
  return recommendationsOf(tree).flatMap((recommendation) => [
    ...(binds(recommendation) ? [{ recommendation: name(recommendation), action: null }] : []),
    ...recommendation.actions
      .filter(binds)
      .map((action) => ({ recommendation: name(recommendation), action: name(action) })),
  ])
}
