import { isAggregate, type Areas } from './area.ts'

/** From which place a council looks at the published figures. */
export interface ComparisonAuthority {
  /** Its own code, when that is an authority's; null otherwise. */
  own: string | null
  /** Whose region and neighbours it is compared with: its own, or those of the authority it named; null for none. */
  as: string | null
  /** Why there is nobody to compare with, in a sentence; null when there is. */
  why: string | null
}

/** `code` and `compareAs` are the council's settings. */
export function comparisonAuthorityOf(
  { areas }: Areas,
  code: string | null,
  compareAs: string | null,
): ComparisonAuthority {
  const isAuthority = (each: string | null): each is string =>
    each !== null && Object.hasOwn(areas, each) && !isAggregate(each)
  const own = isAuthority(code) ? code : null
  const as = isAuthority(compareAs) ? compareAs : own
  if (as !== null) return { own, as, why: null }
  const reason =
    code === null
      ? 'The council’s code has not been set (waymark council --code)'
      : `No authority of England has the code ${code}`
  return {
    own,
    as,
    why: `${reason}, so it has no region and no statistical neighbours here. It can be compared as an authority that is like it: waymark benchmarks compare-as CODE.`,
  }
}
