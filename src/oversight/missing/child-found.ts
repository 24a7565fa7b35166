import { isRestricted } from '../../access/index.ts'
import { childQuestion, type ChildQuestion, type SealedSnapshot } from '../../dataset/index.ts'
import { reaches } from './reach.ts'
import { childrenOf, type KnownChild } from './sourced.ts'

/** The child of a council's number, within the reach of the person who asks; null for any other. Child-level. */
export const childMayBe = (snapshot: SealedSnapshot, childId: string): ChildQuestion<KnownChild | null> =>
  childQuestion(
    snapshot,
    async (rows, person, refuse) => {
      if (isRestricted(person.scope, childId)) refuse(childId)
      const child = (await childrenOf(snapshot, rows, person, [childId])).get(childId) ?? null
      return child && reaches(person, childId, child, null) ? child : null
    },
    (child) => [child?.childId ?? null],
  )
