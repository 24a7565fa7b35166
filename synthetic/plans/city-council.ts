import { NORCHESTER_CITY_2015 } from '../calibration/norchester-city-2015.ts'
import { shownMonths, type CouncilPlan } from './council-plan.ts'
import { NORCHESTER_AS_AT, NORCHESTER_CITY_COUNCIL } from './norchester.ts'

/** Norchester itself: 118,000 children, 12,000 to 13,000 referrals a year, 72 months to 31 January 2015. */
export const cityCouncil = (seed: number, months = 72): CouncilPlan => ({
  ...NORCHESTER_CITY_COUNCIL,
  profile: NORCHESTER_CITY_2015,
  seed,
  askedSeed: seed,
  population: 118_000,
  ...shownMonths(NORCHESTER_AS_AT, months),
})
