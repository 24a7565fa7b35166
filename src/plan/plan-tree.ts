import { compareRefs, type Action } from './action.ts'
import { isBound, type Binding } from './binding.ts'
import { compareChanges } from '../records/index.ts'
import type { Evidence } from './evidence.ts'
import type { Milestone } from './milestone.ts'
import type { Change } from './plan-items.ts'
import { standing, type Rating, type Standing } from './rating.ts'
import type { Recommendation, Theme } from './recommendation.ts'

/** An action with all that hangs on it. */
export type ActionNode = Action & {
  milestones: readonly Milestone[]
  bindings: readonly Binding[]
  evidence: readonly Evidence[]
  /** Oldest first. */
  ratings: readonly Rating[]
  standing: Standing
  /** Of the action, its milestones, measures and evidence; oldest first. */
  changes: readonly Change[]
}

export type RecommendationNode = Recommendation & {
  theme: Theme
  /** Bound to the recommendation itself. */
  bindings: readonly Binding[]
  actions: readonly ActionNode[]
  changes: readonly Change[]
}

export type ThemeNode = Theme & {
  recommendations: readonly RecommendationNode[]
}

/** A council's whole plan, in its order. A plan is some hundreds of rows, so it is read whole. */
export interface PlanTree {
  themes: readonly ThemeNode[]
}

/** The rows of a plan, in any order. */
export interface PlanParts {
  themes: readonly Theme[]
  recommendations: readonly Recommendation[]
  actions: readonly Action[]
  milestones: readonly Milestone[]
  bindings: readonly Binding[]
  evidence: readonly Evidence[]
  ratings: readonly Rating[]
  changes: readonly Change[]
}

/** Measures that no longer count are left out; they stay in the history. */
export function buildPlanTree(parts: PlanParts): PlanTree {
  const byRef = (left: { ref: string }, right: { ref: string }) => compareRefs(left.ref, right.ref)
  const byPosition = (left: Theme | Recommendation, right: Theme | Recommendation) =>
    left.position - right.position || byRef(left, right)
  const measures = parts.bindings.filter(isBound).sort((a, b) => (a.seriesId < b.seriesId ? -1 : 1))

  const milestones = Map.groupBy(parts.milestones, (milestone) => milestone.actionId)
  const evidence = Map.groupBy(parts.evidence, (piece) => piece.actionId)
  const ratings = Map.groupBy(parts.ratings, (rating) => rating.actionId)
  const history = Map.groupBy([...parts.changes].sort(compareChanges), (change) => change.aboutId)
  const actionMeasures = Map.groupBy(measures, (binding) => binding.actionId)
  const ownMeasures = Map.groupBy(measures, (binding) => binding.recommendationId)

  const actionNode = (action: Action): ActionNode => {
    const given = ratings.get(action.id) ?? []
    return {
      ...action,
      milestones: [...(milestones.get(action.id) ?? [])].sort((a, b) =>
        a.dueOn === b.dueOn ? byRef(a, b) : a.dueOn < b.dueOn ? -1 : 1,
      ),
      bindings: actionMeasures.get(action.id) ?? [],
      evidence: [...(evidence.get(action.id) ?? [])].sort(byRef),
      ratings: given,
      standing: standing(given),
      changes: history.get(action.id) ?? [],
    }
  }
  const actions = Map.groupBy(parts.actions, (action) => action.recommendationId)
  const recommendations = Map.groupBy(parts.recommendations, (recommendation) => recommendation.themeId)
  return {
    themes: [...parts.themes].sort(byPosition).map((theme) => ({
      ...theme,
      recommendations: [...(recommendations.get(theme.id) ?? [])].sort(byPosition).map((recommendation) => ({
        ...recommendation,
        theme,
        bindings: ownMeasures.get(recommendation.id) ?? [],
        actions: [...(actions.get(recommendation.id) ?? [])].sort(byRef).map(actionNode),
        changes: history.get(recommendation.id) ?? [],
      })),
    })),
  }
}

export const recommendationsOf = (tree: PlanTree): readonly RecommendationNode[] =>
  tree.themes.flatMap((theme) => theme.recommendations)

export const actionsOf = (tree: PlanTree): readonly ActionNode[] =>
  recommendationsOf(tree).flatMap((recommendation) => recommendation.actions)

/** The measures of an action: its own, or its recommendation's when it has none. */
export const measuresFor = (action: ActionNode, recommendation: RecommendationNode): readonly Binding[] =>
  action.bindings.length > 0 ? action.bindings : recommendation.bindings

/** Every measure of a recommendation, its actions' included, each once. */
export function allMeasures(recommendation: RecommendationNode): readonly Binding[] {
  const all = [...recommendation.bindings, ...recommendation.actions.flatMap((action) => action.bindings)]
  return [...new Map(all.toReversed().map((binding) => [binding.seriesId, binding])).values()].reverse()
}
