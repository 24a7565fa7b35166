import type { Pass } from '../../access/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import { countChanges, type SnapshotPair, type TableChange } from './snapshot-changes.ts'
import {
  listSnapshots,
  refuseDeleted,
  sealedLoad,
  snapshotBefore,
  getSnapshot,
  type LoadSummary,
  type SnapshotRecord,
} from './snapshot-store.ts'

/** What a snapshot changed against the one loaded before it, in counts: `waymark snapshots changes --json`. */
interface SnapshotChanges {
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
  const { council } = pass.person
  const now =
    id === undefined ? (await listSnapshots(records, pass))[0] : await getSnapshot(records, council, id)
  if (!now) throw new NotFound('Nothing has been loaded yet')
  refuseDeleted(now)
  const before = await snapshotBefore(records, council, now)
  const load = await sealedLoad(records, pass, now.loadId)
  const count = (pair: SnapshotPair) => countChanges(dataDir, pair)
  return {
    snapshot: now.snapshot,
    before: before?.snapshot ?? null,
    tables: before && load ? await tablesChanged(load, before, count) : [],
  }
}

/** Counted when the load was read, against the snapshot in use then; against any other now, by `count`. */
export async function tablesChanged(
  { snapshot, summary }: { snapshot: SnapshotRecord; summary: LoadSummary },
  before: SnapshotRecord,
  count: (pair: SnapshotPair) => Promise<TableChange[]>,
): Promise<TableChange[]> {
  if (summary.changes?.before === before.snapshot) return summary.changes.tables
  return await count({ before: before.snapshot, now: snapshot.snapshot })
}
