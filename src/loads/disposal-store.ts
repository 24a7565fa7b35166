import type { Pass } from '../access/index.ts'
import type { Day, Instant } from '../platform/day.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import type { SnapshotRecord } from '../dataset/index.ts'

/** One line of the disposal log: a snapshot whose file was deleted, by whom and why. */
export interface Disposal {
  at: Instant
  by: string
  snapshot: string
  loadId: string
  asAt: Day
  loadedAt: Instant
  sha256: string
  rows: number
  bytes: number
  files: SnapshotRecord['files']
  why: string
}

/** The council's disposal log, latest first. */
export async function disposals(records: Records, pass: Pass<'load:read'>): Promise<Disposal[]> {
  const rows = await records
    .selectFrom('disposal')
    .selectAll()
    .where('council_id', '=', pass.person.council)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    at: row.at,
    by: row.by_name,
    snapshot: row.snapshot_id,
    loadId: row.load_id,
    asAt: row.as_at,
    loadedAt: row.loaded_at,
    sha256: row.sha256,
    rows: row.rows,
    bytes: row.bytes,
    files: JSON.parse(row.files) as Disposal['files'],
    why: row.why,
  }))
}

/** Marks the snapshot as deleted and logs it. To be called in the transaction in which its file goes. */
export async function logDisposal(
  records: Records,
  { person }: Pass<'load:write'>,
  record: SnapshotRecord,
  { at, why }: { at: Instant; why: string },
): Promise<Disposal> {
  const { snapshot, loadId, asAt, loadedAt, sha256, rows, bytes, files } = record
  await records.updateTable('snapshot').set({ purged_at: at }).where('id', '=', snapshot).execute()
  await records
    .insertInto('disposal')
    .values({
      id: newId('dis'),
      council_id: person.council,
      at,
      by_id: person.id,
      by_name: person.name,
      snapshot_id: snapshot,
      load_id: loadId,
      as_at: asAt,
      loaded_at: loadedAt,
      sha256,
      rows,
      bytes,
      files: JSON.stringify(files),
      why,
    })
    .execute()
  return { at, by: person.name, snapshot, loadId, asAt, loadedAt, sha256, rows, bytes, files, why }
}
