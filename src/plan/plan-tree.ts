import { compareRefs, type Action } from './action.ts'
import { isBound, type Binding } from './binding.ts'
import { compareChanges, type Change } from './change.ts'
import type { Evidence } from './evidence.ts'
import type { Milestone } from './milestone.ts'
import { standing, type Rating, type Standing } from './rating.ts'
import type { Recommendation, Theme } from './recommendation.ts'

/** An action with all that hangs on it. */
export interface ActionBranch extends Action {
  milestones: readonly Milestone[]
  bindings: readonly Binding[]
  evidence: readonly Evidence[]
  /** Oldest first. */
  ratings: readonly Rating[]
  standing: Standing
  /** Of the action, its milestones, measures and evidence; oldest first. */
  changes: readonly Change[]
}

export interface RecommendationBranch extends Recommendation {
  theme: Theme
  /** Bound to the recommendation itself. */
  bindings: readonly Binding[]
  actions: readonly ActionBranch[]
  changes: readonly Change[]
}

export interface ThemeBranch extends Theme {
  recommendations: readonly RecommendationBranch[]
}

/** A council's whole plan, in its order. A plan is some hundreds of rows, so it is read whole. */
export interface PlanTree {
  themes: readonly ThemeBranch[]
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
export function growTree(parts: PlanParts): PlanTree {
  const byRef = (one: { ref: string }, other: { ref: string }) => compareRefs(one.ref, other.ref)
  const byPosition = (one: Theme | Recommendation, other: Theme | Recommendation) =>
    one.position - other.position || byRef(one, other)
  const measures = parts.bindings
    .filter(isBound)
    .sort((one, other) => (one.seriesId < other.seriesId ? -1 : 1))

  const of = <Part>(all: readonly Part[], key: (part: Part) => string | null) =>
    Map.groupBy(all, key) as ReadonlyMap<string | null, readonly Part[]>
  const milestones = of(parts.milestones, (milestone) => milestone.actionId)
  const evidence = of(parts.evidence, (piece) => piece.actionId)
  const ratings = of(parts.ratings, (rating) => rating.actionId)
  const history = of([...parts.changes].sort(compareChanges), (change) => change.aboutId)
  const actionMeasures = of(measures, (binding) => binding.actionId)
  const ownMeasures = of(measures, (binding) => binding.recommendationId)

  const actionBranch = (action: Action): ActionBranch => {
    const given = ratings.get(action.id) ?? []
    return {
      ...action,
      milestones: [...(milestones.get(action.id) ?? [])].sort((one, other) =>
        one.dueOn === other.dueOn ? byRef(one, other) : one.dueOn < other.dueOn ? -1 : 1,
      ),
      bindings: actionMeasures.get(action.id) ?? [],
      evidence: [...(evidence.get(action.id) ?? [])].sort(byRef),
      ratings: given,
      standing: standing(given),
      changes: history.get(action.id) ?? [],
    }
  }
  const actions = of(parts.actions, (action) => action.recommendationId)
  const recommendations = of(parts.recommendations, (recommendation) => recommendation.themeId)
  return {
    themes: [...parts.themes].sort(byPosition).map((theme) => ({
      ...theme,
      recommendations: [...(recommendations.get(theme.id) ?? [])].sort(byPosition).map((recommendation) => ({
        ...recommendation,
        theme,
        bindings: ownMeasures.get(recommendation.id) ?? [],
        actions: [...(actions.get(recommendation.id) ?? [])].sort(byRef).map(actionBranch),
        changes: history.get(recommendation.id) ?? [],
      })),
    })),
  }
}

export const recommendationsOf = (tree: PlanTree): readonly RecommendationBranch[] =>
  tree.themes.flatMap((theme) => theme.recommendations)

export const actionsOf = (tree: PlanTree): readonly ActionBranch[] =>
  recommendationsOf(tree).flatMap((recommendation) => recommendation.actions)

/** The measures that speak for an action: its own, or its recommendation's when it has none. */
export const measuresFor = (
  action: ActionBranch,
  recommendation: RecommendationBranch,
): readonly Binding[] => (action.bindings.length > 0 ? action.bindings : recommendation.bindings)

/** Every measure of a recommendation, its actions' included, each once. */
export function allMeasures(recommendation: RecommendationBranch): readonly Binding[] {
  const all = [...recommendation.bindings, ...recommendation.actions.flatMap((action) => action.bindings)]
  return [...new Map(all.toReversed().map((binding) => [binding.seriesId, binding])).values()].reverse()
}
