import type { Source } from '../../standards/table.ts'
import type { Day } from '../../platform/day.ts'
import type { Build } from './build.ts'

/** Where a table of the dataset comes from in one standard: its tables, and for each column the field of those. */
export interface Origin {
  /** `annex-a/8`: every one that holds some of the rows. */
  tables: readonly string[]
  columns: Readonly<Record<string, string>>
}

/** By table of the dataset. What is not named is carried by no file of the standard; `child_key` and where a row is need no naming. */
export type Origins = Readonly<Record<string, Origin>>

/**
 * How the accepted rows of one standard become rows of the dataset. The variable `as_at` is the day that the standard's
 * own files are as at.
 */
export interface Conversion {
  source: Source
  /**
   * Adds to `sighting` what each row says of a child, unknown as null. `place` orders the standard's tables: of two
   * that differ the lower is believed, and within a table the lower `seen`.
   */
  addSightings(build: Build): Promise<void>
  /** Fills the dataset's tables. Every child of every source is in `person` already. */
  convert(build: Build): Promise<void>
  origins: Origins
  /** Field of a child's id in each of the standard's tables of children; `person` is made of them. */
  childIdField(table: string): string | null
  /**
   * Days from which or to which measures count working days. `until` is the day that ends what a day began: when both are
   * before the calendar no measure counts them.
   */
  clockDays: readonly (readonly [table: string, key: string, until?: string])[]
  /** The first day whose events the files promise. The dataset's tables are filled. */
  windowOf(build: Build, asAt: Day): Promise<Day>
  /** The same of each of its tables that speaks from a day of its own on; what is not named speaks from the source's. */
  tableWindows?(build: Build, asAt: Day): Promise<ReadonlyMap<string, Day>>
}
