import type { Records } from '../../platform/records.ts'
import { fileExists, sha256OfFile, snapshotFile } from './snapshot-file.ts'

/** Whether one snapshot's file is there and is, byte for byte, what was sealed. */
interface SnapshotCheck {
  snapshot: string
  ok: boolean
  /** A sentence. */
  detail: string
}

/** Reads every kept snapshot's file again, of all councils, and compares it with the hash taken at sealing. */
export async function verifySnapshots(dataDir: string, records: Records): Promise<SnapshotCheck[]> {
  const rows = await records
    .selectFrom('snapshot')
    .select(['id', 'sha256'])
    .where('purged_at', 'is', null)
    .orderBy('id')
    .execute()
  const checks: SnapshotCheck[] = []
  for (const { id, sha256 } of rows) {
    const file = snapshotFile(dataDir, id)
    if (!(await fileExists(file))) {
      checks.push({ snapshot: id, ok: false, detail: `The file of snapshot ${id} is not there` })
      continue
    }
    const ok = (await sha256OfFile(file)) === sha256
    checks.push({
      snapshot: id,
      ok,
      detail: ok
        ? `Snapshot ${id} is as it was sealed`
        : `The file of snapshot ${id} has changed since it was sealed`,
    })
  }
  return checks
}
