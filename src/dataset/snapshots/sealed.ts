import type { Day, Instant } from '../../platform/day.ts'

/** A value as DuckDB gives it back through us: days as `YYYY-MM-DD`, moments as `YYYY-MM-DDTHH:MM`, whole numbers as numbers. */
export type Cell = string | number | boolean | null

/**
 * One sealed snapshot, opened read-only. It says what it is; its rows are read through a reader, which knows who asks and
 * why.
 */
export interface SealedSnapshot {
  readonly id: string
  readonly asAt: Day
  readonly loadedAt: Instant
  readonly sources: readonly string[]
}

/**
 * The rows of a snapshot as they are. Child-level. Statements are ours alone, with named parameters (`$team`); nothing a
 * person typed is ever joined into one.
 */
export interface SnapshotRows {
  all<Row = Record<string, Cell>>(sql: string, parameters?: Record<string, Cell>): Promise<Row[]>
}

/** A snapshot as the file that opened it holds it. Child-level. */
export interface OpenSnapshot extends SealedSnapshot, SnapshotRows {
  close(): void
}
