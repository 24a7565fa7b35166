import { isFinished, isOverdue, movedWithoutReason } from './action.ts'
import { counted } from './count-words.ts'
import type { Day } from '../platform/day.ts'
import { inDate } from './evidence.ts'
import {
  actionsOf,
  measuresFor,
  recommendationsOf,
  type ActionNode,
  type PlanTree,
  type RecommendationNode,
} from './plan-tree.ts'

/** What a plan can find wrong with itself, in the order in which it says so. */
export const FAULTS = [
  'no_owner',
  'date_gone',
  'no_measure',
  'no_evidence',
  'stale_evidence',
  'not_covered',
  'moved_without_reason',
] as const
export type FaultKind = (typeof FAULTS)[number]

export interface Fault {
  kind: FaultKind
  /** "2 actions have no measure" */
  says: string
  /** The actions at fault; the recommendations, when they have no action. */
  refs: readonly string[]
}

type Check = (action: ActionNode, recommendation: RecommendationNode, today: Day) => boolean

/** Finished, or said to be well: it has to be shown. */
const needsEvidence = (action: ActionNode): boolean =>
  isFinished(action) || action.standing.shown === 'green' || action.standing.shown === 'blue'

const CHECKS: Record<Exclude<FaultKind, 'not_covered'>, { check: Check; says: (count: number) => string }> = {
  no_owner: {
    check: (action) => action.owner.trim() === '',
    says: (count) => (count === 1 ? '1 action has no owner' : `${count} actions have no owner`),
  },
  date_gone: {
    check: (action, _, today) => isOverdue(action, today),
    says: (count) => (count === 1 ? '1 due day has passed' : `${count} due days have passed`),
  },
  no_measure: {
    check: (action, recommendation) => measuresFor(action, recommendation).length === 0,
    says: (count) => (count === 1 ? '1 action has no measure' : `${count} actions have no measure`),
  },
  no_evidence: {
    check: (action) => needsEvidence(action) && action.evidence.length === 0,
    says: (count) => `${counted(count, 'action')} called green or delivered without evidence`,
  },
  stale_evidence: {
    check: (action, _, today) =>
      action.evidence.length > 0 && !action.evidence.some((piece) => inDate(piece, today)),
    says: (count) =>
      count === 1 ? '1 has evidence that has gone stale' : `${count} have evidence that has gone stale`,
  },
  moved_without_reason: {
    check: (action) => movedWithoutReason(action, action.changes),
    says: (count) => `${counted(count, 'due day')} moved without a reason`,
  },
}

/** The faults that the plan finds in itself on `today`; none is an empty list. */
export function selfCheck(tree: PlanTree, today: Day): Fault[] {
  const recommendations = recommendationsOf(tree)
  return FAULTS.flatMap((kind): Fault[] => {
    if (kind === 'not_covered') {
      const bare = recommendations.filter(({ actions }) => actions.length === 0)
      const says =
        bare.length === 1 ? '1 requirement is not covered' : `${bare.length} requirements are not covered`
      return bare.length > 0 ? [{ kind, says, refs: bare.map(({ ref }) => ref) }] : []
    }
    const { check, says } = CHECKS[kind]
    const refs = recommendations.flatMap((recommendation) =>
      recommendation.actions
        .filter((action) => check(action, recommendation, today))
        .map((action) => action.ref),
    )
    return refs.length > 0 ? [{ kind, says: says(refs.length), refs }] : []
  })
}

export const countFaults = (faults: readonly Fault[]): number =>
  faults.reduce((total, { refs }) => total + refs.length, 0)

/** Actions whose owner and clinic do not say the same. */
export const disagreements = (tree: PlanTree): ActionNode[] =>
  actionsOf(tree).filter((action) => action.standing.disagrees)
