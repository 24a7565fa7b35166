import { createHash } from 'node:crypto'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { oncePerSnapshot } from './snapshot-memo.ts'

/**
 * Names a child in URLs. It reveals nothing, cannot be reversed without the snapshot and works only with this snapshot. The
 * council's own id of a child is never in a URL. Child-level.
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

/** Null when the snapshot has no child of this ref. */
export const childByRef = async (snapshot: SealedSnapshot, ref: string): Promise<ChildOfRef | null> =>
  (await childrenByRef(snapshot)).get(ref) ?? null
