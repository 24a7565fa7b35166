import { DuckDBInstance } from '@duckdb/node-api'
import type { Records } from '../platform/records.ts'
import { LOCK_DOWN, rowsOf } from './duckdb.ts'
import type { Cell, SealedSnapshot } from './sealed.ts'
import { fileExists, snapshotFile } from './snapshot-file.ts'
import { currentSnapshot, snapshotById, type SnapshotRecord } from './snapshot-store.ts'

/** The sealed snapshots, opened for reading. One that is open stays open, so asking again costs nothing. */
export interface Shelf {
  /** The council's snapshot in use; null before its first load. */
  current(council: string): Promise<SealedSnapshot | null>
  /** Null when the council has no such snapshot. */
  byId(council: string, id: string): Promise<SealedSnapshot | null>
  close(): void
}

/** One that could not be opened has nothing to close, and whoever asked for it was told. */
const ignore = () => {}

export function openShelf(dataDir: string, records: Records): Shelf {
  const opened = new Map<string, Promise<SealedSnapshot>>()

  const take = (record: SnapshotRecord | null): Promise<SealedSnapshot> | null => {
    if (!record) return null
    const { snapshot: id } = record
    let snapshot = opened.get(id)
    if (!snapshot) {
      snapshot = openSealed(dataDir, record, () => opened.delete(id))
      opened.set(id, snapshot)
      // A failure is not kept: the file may be put back.
      snapshot.catch(() => opened.delete(id))
    }
    return snapshot
  }

  return {
    current: async (council) => take(await currentSnapshot(records, council)),
    byId: async (council, id) => take(await snapshotById(records, council, id)),
    close() {
      for (const snapshot of opened.values()) void snapshot.then((one) => one.close(), ignore)
    },
  }
}

/** Opens one sealed file. Reading changes nothing in it, and no statement can reach another file or the network. */
async function openSealed(
  dataDir: string,
  { snapshot: id, asAt, loadedAt, sources }: SnapshotRecord,
  onClose: () => void,
): Promise<SealedSnapshot> {
  const file = snapshotFile(dataDir, id)
  if (!(await fileExists(file))) throw new Error(`The file of snapshot ${id} is not in the data folder`)
  const instance = await DuckDBInstance.create(file, {
    access_mode: 'READ_ONLY',
    threads: '2',
    memory_limit: '2GB',
  })
  const lock = await instance.connect()
  await lock.run(LOCK_DOWN)
  lock.closeSync()
  return {
    id,
    asAt,
    loadedAt,
    sources,
    // A connection runs one statement at a time; pages ask for several at once.
    async all<Row>(sql: string, parameters?: Record<string, Cell>): Promise<Row[]> {
      const connection = await instance.connect()
      try {
        return await rowsOf<Row>(connection, sql, parameters)
      } finally {
        connection.closeSync()
      }
    },
    close() {
      onClose()
      instance.closeSync()
    },
  }
}
