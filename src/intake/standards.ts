import { annexA } from './annex-a/standard.ts'
import { capture } from './capture/standard.ts'
import { cinCensus } from './cin-census/standard.ts'
import { ssd } from './ssd/standard.ts'
import { ssda903 } from './ssda903/standard.ts'
import type { Standard } from './tables/standard.ts'
import type { Source, TableSpec } from '../standards/table.ts'

/**
 * Every standard that Waymark reads, in the order in which a header row is offered to them: those that are known by
 * whole sets of names come first, since a template's `review` is a column of the SSDA903 too; Annex A, whose headers drift
 * most, comes last.
 */
export const STANDARDS: readonly Standard[] = [capture, ssd, ssda903, cinCensus, annexA]

/** Of every standard, in the order in which pages show them: our own templates last. */
export const SOURCE_TABLES: readonly TableSpec[] = [
  ...STANDARDS.filter((standard) => standard !== capture),
  capture,
].flatMap(({ tables }) => tables)

const byName = new Map(SOURCE_TABLES.map((table) => [table.table, table]))

/** `annex-a/3`; asking for another is our fault. */
export function sourceTable(name: string): TableSpec {
  const table = byName.get(name)
  if (!table) throw new Error(`There is no table ${name}`)
  return table
}

export function standardOf(source: Source): Standard {
  const standard = STANDARDS.find((standard) => standard.source === source)
  if (!standard) throw new Error(`There is no standard ${source}`)
  return standard
}

/** "Annex A and SSDA903" */
export const describeSources = (sources: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(
    sources.map((source) => STANDARDS.find((standard) => standard.source === source)?.name ?? source),
  )
