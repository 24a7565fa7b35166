import type { Day } from '../platform/day.ts'
import { factsIn, type SealedSnapshot } from '../dataset/index.ts'

/** One source of one table, and what it gave; the one that leads has place 1 and no merging of its own. */
export interface TableShare {
  source: string
  place: number
  asAt: Day
  windowFrom: Day | null
  /** Null for the source that leads, and for `person`, of whom each source is asked in turn. */
  merged: { matched: number; added: number; leftOut: number } | null
  /** Columns that it filled, or in which it says something else than the source that leads. */
  fields: { column: string; filled: number; differing: number }[]
}

export interface TableSources {
  table: string
  shares: TableShare[]
}

/**
 * Where the rows of every table of a snapshot come from. Counts alone: not child-level. Empty for a snapshot that was
 * sealed when Annex A was all that Waymark read.
 */
export async function tableSources(snapshot: SealedSnapshot): Promise<TableSources[]> {
  const shares = (await factsIn(snapshot, 'table_source')).toSorted(
    (a, b) => compareNames(a.table_name, b.table_name) || a.place - b.place,
  )
  if (shares.length === 0) return []
  const merges = await factsIn(snapshot, 'table_merge')
  const fields = (await factsIn(snapshot, 'field_merge'))
    .filter(({ filled, differing }) => filled + differing > 0)
    .toSorted((a, b) => compareNames(a.column_name, b.column_name))
  return [...Map.groupBy(shares, ({ table_name }) => table_name)].map(([table, of]) => ({
    table,
    shares: of.map(({ place, source, as_at: asAt, window_from: windowFrom }) => {
      const isOf = (other: { table_name: string; source: string }) =>
        other.table_name === table && other.source === source
      const merged = merges.find(isOf)
      return {
        source,
        place,
        asAt,
        windowFrom,
        merged: merged ? { matched: merged.matched, added: merged.added, leftOut: merged.left_out } : null,
        fields: fields
          .filter(isOf)
          .map(({ column_name: column, filled, differing }) => ({ column, filled, differing })),
      }
    }),
  }))
}

const compareNames = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
