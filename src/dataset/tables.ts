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
  /** When its file was deleted; null while it is there. */
  purged_at: Generated<Instant | null>
}

/** What became of a load that changed something, that was cut off or thrown away; and when someone put another in use. A refused load changes nothing, this table neither. */
interface LoadRegisterTable {
  id: string
  council_id: string
  state: 'sealed' | 'unfinished' | 'put-in-use' | 'thrown-away'
  begun_at: Instant
  ended_at: Instant
  loaded_by: string
  loaded_by_name: string
  /** JSON: the files' names. */
  files: string
  snapshot_id: string | null
  /** What happened, in a sentence. */
  sentence: string
  /** Of a load that was cut off: when somebody said that they had seen what happened, and who; null until then. */
  seen_at: Instant | null
  seen_by_name: string | null
}

/** A snapshot's file that was deleted: what it was, who deleted it and why. Written once, never changed. */
interface DisposalTable {
  id: string
  council_id: string
  at: Instant
  by_id: string
  by_name: string
  snapshot_id: string
  load_id: string
  as_at: Day
  loaded_at: Instant
  sha256: string
  rows: number
  bytes: number
  /** JSON: [{ file, sha256, bytes }] */
  files: string
  why: string
}

/** How a council wants its loads kept and brought in; absent until someone says. */
interface DataSettingTable {
  council_id: string
  months_kept: number
  /** An absolute path on the server; null: none. */
  watched_folder: string | null
  watching: number
  /** 1: a load of the watched folder takes tables that it does not bring over from the snapshot in use; 0: it is refused. */
  carry_forward: number
  /** 0: ids that are written in several ways are only told of. */
  join_ids: Generated<number>
  looked_at: Instant | null
  /** What the last look found, in a sentence. */
  look_result: string | null
}

declare module '../platform/records.ts' {
  interface RecordTables {
    snapshot: SnapshotTable
    load_register: LoadRegisterTable
    disposal: DisposalTable
    data_setting: DataSettingTable
  }
}
