import type { Day } from '../platform/day.ts'
import { factsIn, type SealedSnapshot } from '../dataset/index.ts'

/** One source of one table, and what it gave. The primary source has place 1 and no merging of its own. */
export interface TableShare {
  source: string
  place: number
  asAt: Day
  windowFrom: Day | null
  /** Null for the primary source, and for `person`, whose fields come from each source in turn. */
  merged: { matched: number; added: number; leftOut: number } | null
  /** Columns that it filled, or in which it differs from the primary source. */
  fields: { column: string; filled: number; differing: number }[]
}

export interface TableSources {
  table: string
  shares: TableShare[]
}

/**
 * Where the rows of every table of a snapshot come from. Only counts: not child-level. Empty for a snapshot that was
 * made when Waymark read only Annex A.
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
  return [...Map.groupBy(shares, ({ table_name }) => table_name)].map(([table, sources]) => ({
    table,
    shares: sources.map(({ place, source, as_at: asAt, window_from: windowFrom }) => {
      const isSame = (other: { table_name: string; source: string }) =>
        other.table_name === table && other.source === source
      const merged = merges.find(isSame)
      return {
        source,
        place,
        asAt,
        windowFrom,
        merged: merged ? { matched: merged.matched, added: merged.added, leftOut: merged.left_out } : null,
        fields: fields
          .filter(isSame)
          .map(({ column_name: column, filled, differing }) => ({ column, filled, differing })),
      }
    }),
  }))
}

const compareNames = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
