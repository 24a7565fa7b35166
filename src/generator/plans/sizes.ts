import { cityCouncil } from './city-council.ts'
import type { CouncilPlan } from './council-plan.ts'
import { AUTHORITIES } from './authority.ts'
import { england } from './england.ts'
import { smallCouncil } from './small-council.ts'

export const COUNCIL_SIZES = ['small', 'city', 'england'] as const
export type CouncilSize = (typeof COUNCIL_SIZES)[number]

/**
 * The councils of a size, one after another, and how many they are. `months` are those shown; null for those usual to
 * the size: 24 of the small council, 72 of the others.
 */
export function councilsOf(
  size: CouncilSize,
  seed: number,
  months: number | null,
): { plans: Iterable<CouncilPlan>; count: number } {
  switch (size) {
    case 'small':
      return { plans: [smallCouncil(seed, months ?? undefined)], count: 1 }
    case 'city':
      return { plans: [cityCouncil(seed, months ?? undefined)], count: 1 }
    case 'england':
      return { plans: england(seed, months ?? undefined), count: AUTHORITIES }
  }
}
