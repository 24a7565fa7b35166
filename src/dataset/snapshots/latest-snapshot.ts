import type { Records } from '../../platform/records.ts'
import { fileExists, snapshotFile } from './snapshot-file.ts'
import { currentSnapshot } from './snapshot-store.ts'

/** The id of the council's snapshot in use, without opening it; null before the first load. Throws when its file is not there. */
export async function latestSnapshot(
  dataDir: string,
  records: Records,
  council: string,
): Promise<string | null> {
  const record = await currentSnapshot(records, council)
  if (record === null) return null
  const { snapshot: id } = record
  if (!(await fileExists(snapshotFile(dataDir, id))))
    throw new Error(`The file of snapshot ${id} is not in the data folder`)
  return id
}
