import { AUTHORITIES } from './authority.ts'
import { cityCouncil } from './city-council.ts'
import type { CouncilPlan } from './council-plan.ts'
import { england } from './england.ts'
import { smallCouncil } from './small-council.ts'

export const COUNCIL_SIZES = ['small', 'city', 'england'] as const
export type CouncilSize = (typeof COUNCIL_SIZES)[number]

interface Councils {
  plans: Iterable<CouncilPlan>
  /** How many they are. */
  count: number
}

/**
 * The councils of a size, one after another. `months` are those shown; null for those usual to the size: 24 of the
 * small council, 72 of the others.
 */
export function councilsOf(size: CouncilSize, seed: number, months: number | null): Councils {
  const shown = months ?? undefined
  if (size === 'small') return { plans: [smallCouncil(seed, shown)], count: 1 }
  if (size === 'city') return { plans: [cityCouncil(seed, shown)], count: 1 }
  return { plans: england(seed, shown), count: AUTHORITIES }
}
