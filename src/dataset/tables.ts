import type { Generated } from 'kysely'
import type { Day, Instant } from '../platform/day.ts'

/** A sealed file of child-level rows, and what is known of it. The rows themselves are never here. */
interface SnapshotTable {
  id: string
  council_id: string
  load_id: string
  as_at: Day
  loaded_at: Instant
  loaded_by: string
  loaded_by_name: string
  /** JSON: ['annex-a'] */
  sources: string
  /** JSON: [{ file, sha256, bytes }] */
  files: string
  /** Of the files as they were read, whatever their names and order: the same files loaded again have the same. */
  fingerprint: string
  sha256: string
  bytes: number
  rows: number
  retain_until: Day
  /** JSON: a `LoadSummary`. Counts alone: values stay in the snapshot. */
  summary: string
  /** 1 when someone put another in use in its place. */
  set_aside: Generated<number>
}

/** What became of a load that changed something, or that was cut off; and when someone put another in use. A refused load changes nothing, this table neither. */
interface LoadRegisterTable {
  id: string
  council_id: string
  state: 'sealed' | 'unfinished' | 'put-in-use'
  begun_at: Instant
  ended_at: Instant
  loaded_by: string
  loaded_by_name: string
  /** JSON: the files' names. */
  files: string
  snapshot_id: string | null
  /** What happened, in a sentence. */
  sentence: string
}

declare module '../platform/records.ts' {
  interface RecordTables {
    snapshot: SnapshotTable
    load_register: LoadRegisterTable
  }
}
