import type { Instant } from '../../platform/day.ts'

/** One of the department's files that was brought in. */
interface BenchmarkImportTable {
  id: string
  council_id: string
  /** Imports of a council in their order, from 1. */
  place: number
  kind: string
  file: string
  imported_at: Instant
  imported_by: string
  /** JSON: what it held, in counts. */
  summary: string
}

/** What is in force of what was brought in: an item's figures, a list. A later file takes the place of an earlier. */
export interface BenchmarkContentTable {
  council_id: string
  kind: 'item' | 'title' | 'areas' | 'neighbours'
  /** The department's short name of an item; `all` for a list. */
  name: string
  /** JSON, or the title as it is. */
  content: string
  import_id: string
}

/** Whose region and neighbours a council is compared with that has none of its own. */
interface BenchmarkSettingTable {
  council_id: string
  compare_as: string | null
  set_at: Instant
  set_by: string
}

declare module '../../platform/records.ts' {
  interface RecordTables {
    benchmark_import: BenchmarkImportTable
    benchmark_content: BenchmarkContentTable
    benchmark_setting: BenchmarkSettingTable
  }
}
