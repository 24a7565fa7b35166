import type { AdopterLog } from '../adopter-log.ts'
import type { FamilyLog } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'
import type { CouncilPlan } from '../plans/council-plan.ts'
import type { Workforce } from '../simulation/workforce.ts'

/** A file that a writer has finished. */
export interface WrittenFile {
  /** Relative to the council's folder, as `ssd/ssd_person.csv`. */
  file: string
  /** Data rows, children or records: what the format counts. */
  rows: number
  bytes: number
}

/** What every writer is told of the council it writes for. */
export interface WriterSetting {
  /** The council's folder, which exists. A writer makes its own beneath it. */
  folder: string
  plan: CouncilPlan
  workforce: Workforce
  /** What is known on the day the files are taken. */
  view: ExtractView
}

/**
 * Writes one format of one council as its families are handed to it, so that nothing is kept of a family once it is
 * written. Every call before `close` is synchronous: the files themselves say when the disk is full.
 */
export interface CouncilWriter {
  family(family: FamilyLog): void
  adopter(adopter: AdopterLog): void
  /** Writes what could only be said at the end, closes the files and names them. */
  close(): Promise<readonly WrittenFile[]>
}
