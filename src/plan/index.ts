export { planMigrations } from './migrations.ts'

export { bindingsOf, planTree, type BindingPlace } from './tree-store.ts'
export {
  actionsOf,
  allMeasures,
  measuresFor,
  recommendationsOf,
  type ActionNode,
  type PlanTree,
  type RecommendationNode,
  type ThemeNode,
} from './plan-tree.ts'
export {
  daysLate,
  daysSlid,
  isFinished,
  isOverdue,
  PROGRESS_WORDS,
  reopenedAt,
  type Action,
  type Progress,
} from './action.ts'
export { hasHeld, type Binding } from './binding.ts'
export { PLAN_KINDS, type Change, type Subject } from './plan-items.ts'
export { inDate, isStale, nextToGoStale, type Evidence } from './evidence.ts'
export { isMissed, type Milestone } from './milestone.ts'
export { BRAG_WORDS, BRAGS, standing, type Brag, type Rating, type Standing } from './rating.ts'
export { SOURCE_WORDS, SOURCES, type Recommendation, type Source, type Theme } from './recommendation.ts'

export { countFaults, disagreements, selfCheck, type Fault, type FaultKind } from './self-check.ts'
export { bragCounts, planSentence } from './plan-sentence.ts'
export { stuckIn, type Stuck } from './recommendation-sentence.ts'

export { exportPlan, importPlan } from './plan-csv.ts'
export { installPlan, type PlanOutcome } from './plan-install.ts'
export type * from './plan-document.ts'
