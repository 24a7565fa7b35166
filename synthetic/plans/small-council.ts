import { shownMonths, type CouncilPlan } from './council-plan.ts'
import { NORCHESTER_AS_AT, NORCHESTER_CITY_COUNCIL } from './norchester.ts'

/** Chosen so that the usual seed, 2015, draws months that tell the story clearly. Any number would do. */
const SALT = 0x834
/** A fifteenth of a city of 118,000 children. */
const POPULATION = 8000

/** The small demonstration council: 24 months to 31 January 2015, about 2,000 children known to social care. */
export const smallCouncil = (seed: number, months = 24): CouncilPlan => ({
  ...NORCHESTER_CITY_COUNCIL,
  seed: seed ^ SALT,
  askedSeed: seed,
  population: POPULATION,
  ...shownMonths(NORCHESTER_AS_AT, months),
})
