import type { NeedsAction, Point, SeriesDefinition } from '../../measures/index.ts'
import { formatNumber } from '../../platform/words.ts'
import type { CaseQuestion } from './case-link.tsx'

/** How many cases a figure counts on each side; null where it is not known or not shown. */
export interface CaseCounts {
  yes: number | null
  no: number | null
  all: number | null
}

export function countsOf(series: SeriesDefinition, point: Point | null | undefined): CaseCounts {
  if (!point || point.hidden) return { yes: null, no: null, all: null }
  const { numerator, denominator, value } = point
  if (series.kind === 'rate')
    return {
      yes: numerator,
      all: denominator,
      no: numerator === null || denominator === null ? null : denominator - numerator,
    }
  if (series.kind === 'count') return { yes: value, all: value, no: 0 }
  const isCountOfCases = series.kind !== 'ratio' && series.over === 'cases'
  return { yes: null, no: null, all: isCountOfCases ? denominator : null }
}

/** "20 past day 45"; null where nothing needs action. */
export const describeAction = (action: NeedsAction | null, counts: CaseCounts): string | null => {
  const count = action && counts[action.met]
  return action && count ? `${formatNumber(count)} ${action.words}` : null
}

/** The sides of a share with their counts, those that need action first: "20 past day 45", "the other 81", "all 101". */
export function describeSides(
  series: SeriesDefinition,
  action: NeedsAction | null,
  counts: CaseCounts,
): { met: CaseQuestion['met']; words: string }[] {
  if (series.kind !== 'rate') return []
  const count = (side: CaseQuestion['met']) => (counts[side] === null ? '' : ` ${formatNumber(counts[side])}`)
  const first = action && action.met !== 'all' ? action : null
  if (!first)
    return [
      { met: 'all', words: `All${count('all')}` },
      { met: 'yes', words: `Met${count('yes')}` },
      { met: 'no', words: `Not met${count('no')}` },
    ]
  const other = first.met === 'yes' ? 'no' : 'yes'
  return [
    { met: first.met, words: `${formatNumber(counts[first.met] ?? 0)} ${first.words}` },
    { met: other, words: `The other${count(other)}` },
    { met: 'all', words: `All${count('all')}` },
  ]
}
