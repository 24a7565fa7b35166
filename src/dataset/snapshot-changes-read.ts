import type { Pass } from '../access/index.ts'
import { NotFound } from '../platform/errors.ts'
import type { Records } from '../platform/records.ts'
import { countChanges, type TableChange } from './snapshot-changes.ts'
import { listSnapshots, snapshotBefore } from './snapshot-store.ts'

/** What a snapshot changed against the one loaded before it, in counts: `waymark snapshots changes --json`. */
export interface SnapshotChanges {
  snapshot: string
  /** Null for the council's first, and then nothing is counted. */
  before: string | null
  tables: TableChange[]
}

/** Of the snapshot in use when no id is given. Throws `NotFound` when there is none. */
export async function changesOf(
  records: Records,
  dataDir: string,
  pass: Pass<'load:read'>,
  id?: string,
): Promise<SnapshotChanges> {
  const snapshots = await listSnapshots(records, pass)
  const now = id === undefined ? snapshots[0] : snapshots.find(({ snapshot }) => snapshot === id)
  if (!now)
    throw new NotFound(id === undefined ? 'Nothing has been loaded yet' : `There is no snapshot ${id}`)
  const before = await snapshotBefore(records, pass.person.council, now)
  return {
    snapshot: now.snapshot,
    before: before?.snapshot ?? null,
    tables: before ? await countChanges(dataDir, { before: before.snapshot, now: now.snapshot }) : [],
  }
}
