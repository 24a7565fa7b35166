import type { Person } from '../../access/index.ts'
import type { Doubt } from '../figures/series-doubt.ts'
import { seesSmallNumbers } from './disclosed-figures.ts'
import { isSmall } from './protect.ts'

/**
 * Whether what is in doubt of a series is kept from a reader: it says how many cases there are, and how many have a fault,
 * and for readers outside the service neither may be a small number.
 */
export const hidesDoubt = (person: Person, doubt: Doubt): boolean =>
  !seesSmallNumbers(person) &&
  [doubt.cases, doubt.doubtful, doubt.leftOut, doubt.allCases, doubt.allDoubtful, doubt.allLeftOut].some(
    isSmall,
  )
