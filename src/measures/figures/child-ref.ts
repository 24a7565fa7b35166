import { createHash } from 'node:crypto'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { oncePerSnapshot } from './snapshot-memo.ts'

/**
 * A child's name in URLs: it says nothing, cannot be turned back without the snapshot, and is good for this snapshot
 * alone. The council's own id of the child never stands in a URL. Child-level.
 */
export const childRef = (snapshot: Pick<SealedSnapshot, 'id'>, childKey: number): string =>
  `c-${createHash('sha256').update(`${snapshot.id} ${childKey}`).digest('hex').slice(0, 16)}`

export interface ChildOfRef {
  childKey: number
  /** The council's id. */
  personId: string
}

const childrenByRef = oncePerSnapshot(async (snapshot): Promise<ReadonlyMap<string, ChildOfRef>> => {
  const rows = await rowsIn(snapshot).all<{ child_key: number; person_id: string }>(
    'select child_key, person_id from person',
  )
  return new Map(
    rows.map(({ child_key: childKey, person_id: personId }) => [
      childRef(snapshot, childKey),
      { childKey, personId },
    ]),
  )
})

/** The child of a ref; null when the snapshot has none of it. */
export const childByRef = async (snapshot: SealedSnapshot, ref: string): Promise<ChildOfRef | null> =>
  (await childrenByRef(snapshot)).get(ref) ?? null
