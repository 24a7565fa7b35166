import { DuckDBInstance } from '@duckdb/node-api'
import { oncePerVersion } from '../../platform/once-per-version.ts'
import type { Records } from '../../platform/records.ts'
import { connectionPool } from './connection-pool.ts'
import { LOCK_DOWN, preparedConnection } from './duckdb.ts'
import type { Cell, OpenSnapshot, SealedSnapshot } from './sealed.ts'
import { fileExists, snapshotFile } from './snapshot-file.ts'
import {
  currentSnapshot,
  earlierSnapshot,
  refuseDeleted,
  snapshotById,
  type SnapshotRecord,
} from './snapshot-store.ts'

declare module '../../platform/room.ts' {
  interface Services {
    readonly pool: SnapshotPool
  }
}

/** The sealed snapshots, opened for reading. One that is open stays open, so asking again costs nothing. */
export interface SnapshotPool {
  /** The council's snapshot in use; null before its first load. */
  current(council: string): Promise<SealedSnapshot | null>
  /** The extract before the one in use, whose figures readers have seen; null when there is none. */
  earlier(council: string): Promise<SealedSnapshot | null>
  /** Null when the council has no such snapshot. Throws Gone when its file was deleted. */
  byId(council: string, id: string): Promise<SealedSnapshot | null>
  /** Closes one that is open, so that its file can be deleted; statements under way still end. */
  release(id: string): Promise<void>
  close(): void
}

/** One that could not be opened has nothing to close, and those who asked for it were told. */
const ignore = () => {}

/** The one in use is asked for all day and stays open; another is closed again, so that its file can be deleted. */
const IDLE_MS = 10 * 60_000

export function openSnapshotPool(dataDir: string, records: Records): SnapshotPool {
  const opened = new Map<string, Promise<OpenSnapshot>>()
  const closing = new Map<string, NodeJS.Timeout>()
  const inUse = new Map<string, string>()
  const currentOnce = oncePerVersion<SnapshotRecord | null>()
  const recordInUse = (council: string) =>
    currentOnce(records, records, council, () => currentSnapshot(records, council))

  async function release(id: string): Promise<void> {
    clearTimeout(closing.get(id))
    closing.delete(id)
    const snapshot = opened.get(id)
    opened.delete(id)
    await snapshot?.then((opened) => opened.close(), ignore)
  }

  const closeLater = (id: string) => {
    clearTimeout(closing.get(id))
    closing.set(id, setTimeout(() => void release(id), IDLE_MS).unref())
  }

  const take = (record: SnapshotRecord): Promise<OpenSnapshot> => {
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
    async current(council) {
      const record = await recordInUse(council)
      if (!record) return null
      const before = inUse.get(council)
      if (before !== undefined && before !== record.snapshot) closeLater(before)
      inUse.set(council, record.snapshot)
      clearTimeout(closing.get(record.snapshot))
      return await take(record)
    },
    async earlier(council) {
      const current = await recordInUse(council)
      const record = current && (await earlierSnapshot(records, council, current))
      if (!record) return null
      closeLater(record.snapshot)
      return await take(record)
    },
    async byId(council, id) {
      const record = await snapshotById(records, council, id)
      if (!record) return null
      refuseDeleted(record)
      if (inUse.get(council) !== id) closeLater(id)
      return await take(record)
    },
    release,
    close() {
      for (const timer of closing.values()) clearTimeout(timer)
      for (const snapshot of opened.values()) void snapshot.then((opened) => opened.close(), ignore)
    },
  }
}

/**
 * Statements of one snapshot that run at the same time. Each takes a thread of the four that Node has for files and
 * passwords as well; what comes beyond waits for its turn.
 */
const MAX_CONNECTIONS = 3

/** Opens one sealed file. Reading changes nothing in it, and no statement can reach another file or the network. */
async function openSealed(
  dataDir: string,
  { snapshot: id, asAt, loadedAt, sources }: SnapshotRecord,
  onClose: () => void,
): Promise<OpenSnapshot> {
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
  const connections = connectionPool(
    async () => preparedConnection(await instance.connect()),
    MAX_CONNECTIONS,
  )
  return {
    id,
    asAt,
    loadedAt,
    sources,
    // A connection runs one statement at a time; pages ask for several at once.
    all: <Row>(sql: string, parameters?: Record<string, Cell>) =>
      connections.use((connection) => connection.rowsOf<Row>(sql, parameters)),
    close() {
      onClose()
      connections.close(() => instance.closeSync())
    },
  }
}
