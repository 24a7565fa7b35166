import { allow, may } from '../access/index.ts'
import { actionsOf, recommendationsOf } from './plan-tree.ts'
import type { Answers, Services } from '../platform/room.ts'
import { actionHref, recommendationHref } from '../ui/links.ts'
import { bindingsOf, planTree } from './tree-store.ts'

/** What measures ask of the plan. */
export const planAnswers = ({ records }: Services): Answers => ({
  /** The recommendations and actions bound to a measure. */
  async usesOfMeasure(person, series) {
    if (!may(person, 'plan:read')) return []
    const places = await bindingsOf(records, allow(person, 'plan:read'), series.id)
    return places.map(({ recommendation, action }) =>
      action
        ? { text: `Action ${action.ref}`, href: actionHref(action.id), note: action.title }
        : {
            text: `Recommendation ${recommendation.ref}`,
            href: recommendationHref(recommendation.id),
            note: recommendation.title,
          },
    )
  },
  /** Whatever has the reference: what another room says that it serves. */
  async planItemsNamed(person, ref) {
    if (!may(person, 'plan:read')) return []
    const tree = await planTree(records, allow(person, 'plan:read'))
    const isNamed = (item: { ref: string }) => item.ref.toLowerCase() === ref.trim().toLowerCase()
    return [
      ...recommendationsOf(tree)
        .filter(isNamed)
        .map(({ id, ref, title }) => ({
          text: `Recommendation ${ref}`,
          href: recommendationHref(id),
          note: title,
        })),
      ...actionsOf(tree)
        .filter(isNamed)
        .map(({ id, ref, title }) => ({ text: `Action ${ref}`, href: actionHref(id), note: title })),
    ]
  },
})
