import { isAggregate, type Areas } from './area.ts'

/** The authority as which a council reads the published figures. */
export interface ComparisonAuthority {
  /** Its own code, when that is an authority's; null otherwise. */
  own: string | null
  /** Whose region and neighbours it is compared with: its own, or those of the authority it named; null for none. */
  as: string | null
  /** Why there is no authority to compare with, in a sentence; null when there is. */
  why: string | null
}

/** `code` and `compareAs` are the council's settings. */
export function comparisonAuthorityOf(
  { areas }: Areas,
  code: string | null,
  compareAs: string | null,
): ComparisonAuthority {
  const isAuthority = (value: string | null): value is string =>
    value !== null && Object.hasOwn(areas, value) && !isAggregate(value)
  const own = isAuthority(code) ? code : null
  const as = isAuthority(compareAs) ? compareAs : own
  if (as !== null) return { own, as, why: null }
  return {
    own,
    as,
    why: 'This council has no published neighbours. Ask the data team to choose one.',
  }
}
