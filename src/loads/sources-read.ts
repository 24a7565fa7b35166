import type { Day } from '../platform/day.ts'
import { holds, type SealedSnapshot } from '../dataset/index.ts'

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
export async function tableSources(snapshot: Pick<SealedSnapshot, 'all'>): Promise<TableSources[]> {
  if (!(await holds(snapshot, 'table_source'))) return []
  const shares = await snapshot.all<Omit<TableShare, 'merged' | 'fields'> & { table: string }>(
    `select table_name as "table", place, source, as_at as "asAt", window_from as "windowFrom"
     from table_source order by table_name, place`,
  )
  const merges = await snapshot.all<NonNullable<TableShare['merged']> & { table: string; source: string }>(
    `select table_name as "table", source, matched, added, left_out as "leftOut" from table_merge`,
  )
  const fields = await snapshot.all<TableShare['fields'][number] & { table: string; source: string }>(
    `select table_name as "table", source, column_name as "column", filled, differing
     from field_merge where filled + differing > 0 order by column_name`,
  )
  const isOf =
    ({ table, source }: { table: string; source: string }) =>
    (other: { table: string; source: string }) =>
      other.table === table && other.source === source
  return [...Map.groupBy(shares, ({ table }) => table)].map(([table, of]) => ({
    table,
    shares: of.map(({ place, source, asAt, windowFrom }) => {
      const at = { table, source }
      return {
        place,
        source,
        asAt,
        windowFrom,
        merged: merges.find(isOf(at)) ?? null,
        fields: fields.filter(isOf(at)),
      }
    }),
  }))
}
