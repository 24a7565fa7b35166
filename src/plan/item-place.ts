import { NotFound } from '../platform/errors.ts'
import { actionCrumbs } from './action-page.tsx'
import {
  actionsOf,
  recommendationsOf,
  type ActionNode,
  type PlanTree,
  type RecommendationNode,
} from './plan-tree.ts'

/** Where in the plan a form is, for its way back. */
export interface Place {
  crumbs: readonly { text: string; href: string }[]
  href: string
  caption: string
}

export function themePlace(tree: PlanTree, id: string): Place {
  const theme = tree.themes.find((found) => found.id === id)
  if (!theme) throw new NotFound(`There is no theme ${id}`)
  const href = `/plan?theme=${encodeURIComponent(theme.ref)}`
  return {
    crumbs: [
      { text: 'Plan', href: '/plan' },
      { text: theme.title, href },
    ],
    href,
    caption: theme.title,
  }
}

export function recommendationPlace(
  tree: PlanTree,
  id: string,
): Place & { recommendation: RecommendationNode } {
  const recommendation = recommendationsOf(tree).find((found) => found.id === id)
  if (!recommendation) throw new NotFound(`There is no recommendation ${id}`)
  return {
    recommendation,
    crumbs: actionCrumbs(recommendation),
    href: `/plan/recommendations/${id}`,
    caption: recommendation.ref,
  }
}

export function actionPlace(tree: PlanTree, id: string): Place & { action: ActionNode } {
  for (const recommendation of recommendationsOf(tree)) {
    const action = recommendation.actions.find((found) => found.id === id)
    const href = `/plan/actions/${id}`
    if (action) {
      const crumbs = [...actionCrumbs(recommendation), { text: `Action ${action.ref}`, href }]
      return { action, crumbs, href, caption: `${recommendation.ref} · action ${action.ref}` }
    }
  }
  throw new NotFound(`There is no action ${id}`)
}

/** A measure belongs to an action or a recommendation. */
export const eitherPlace = (tree: PlanTree, id: string): Place =>
  actionsOf(tree).some((action) => action.id === id) ? actionPlace(tree, id) : recommendationPlace(tree, id)

/** `3.2 M3`: one more than the highest number that the action has used. */
export function nextRef(action: ActionNode, items: readonly { ref: string }[], letter: string): string {
  const numbers = items.map(({ ref }) => Number(ref.match(/(\d+)$/)?.[1] ?? 0))
  return `${action.ref} ${letter}${Math.max(0, ...numbers) + 1}`
}
