import { BRAGS, type Brag } from './rating.ts'
import type { PlanTree } from './plan-tree.ts'
import { FAULTS, type Fault, type FaultKind } from './self-check.ts'

/** What the reader asked to see of the plan: everything, where nothing is said. Lives in the address. */
export interface PlanFilter {
  theme: string | null
  ratings: readonly Brag[]
  fault: FaultKind | null
  /** Owner and clinic differ. */
  disagreeing: boolean
}

export const WHOLE_PLAN: PlanFilter = { theme: null, ratings: [], fault: null, disagreeing: false }

const isOneOf = <Word extends string>(words: readonly Word[], text: string): text is Word =>
  (words as readonly string[]).includes(text)

export function readFilter(query: Readonly<Record<string, string>>): PlanFilter {
  const fault = query['fault'] ?? ''
  return {
    theme: query['theme'] ?? null,
    ratings: (query['rating'] ?? '').split(',').filter((word): word is Brag => isOneOf(BRAGS, word)),
    fault: isOneOf(FAULTS, fault) ? fault : null,
    disagreeing: fault === 'disagreeing',
  }
}

/** The address of the plan under a filter, changed in what `change` says. */
export function filterHref(filter: PlanFilter, change: Partial<PlanFilter>): string {
  const { theme, ratings, fault, disagreeing } = { ...filter, ...change }
  const query = new URLSearchParams()
  if (theme !== null) query.set('theme', theme)
  if (ratings.length > 0) query.set('rating', ratings.join(','))
  if (fault !== null || disagreeing) query.set('fault', fault ?? 'disagreeing')
  const text = query.toString().replaceAll('%2C', ',')
  return text ? `/plan?${text}` : '/plan'
}

/** The plan less what the filter leaves out; themes and recommendations with nothing left are gone, unless nothing was filtered. */
export function filterTree(tree: PlanTree, filter: PlanFilter, faults: readonly Fault[]): PlanTree {
  const refs = filter.fault ? (faults.find(({ kind }) => kind === filter.fault)?.refs ?? []) : null
  const byAction =
    filter.ratings.length > 0 || filter.disagreeing || (refs !== null && filter.fault !== 'not_covered')
  const themes = tree.themes
    .filter((theme) => filter.theme === null || theme.ref === filter.theme)
    .map((theme) => ({
      ...theme,
      recommendations: theme.recommendations
        .filter((recommendation) => filter.fault !== 'not_covered' || refs?.includes(recommendation.ref))
        .map((recommendation) => ({
          ...recommendation,
          actions: recommendation.actions.filter(
            (action) =>
              (filter.ratings.length === 0 ||
                (action.standing.shown !== null && filter.ratings.includes(action.standing.shown))) &&
              (!filter.disagreeing || action.standing.disagrees) &&
              (refs === null || filter.fault === 'not_covered' || refs.includes(action.ref)),
          ),
        }))
        .filter((recommendation) => !byAction || recommendation.actions.length > 0),
    }))
  return {
    themes: byAction || refs ? themes.filter(({ recommendations }) => recommendations.length > 0) : themes,
  }
}
