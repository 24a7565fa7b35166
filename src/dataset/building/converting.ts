import type { Source } from '../../standards/table.ts'
import type { SourceReport, TableReport } from '../../intake/index.ts'
import type { Day } from '../../platform/day.ts'
import { sqlFile, type Build } from './build.ts'
import type { CarriedTable } from './carry-forward.ts'
import type { Conversion } from './conversion.ts'
import { conversionOf } from './conversions.ts'
import { mendLinks, mergeTable, SAME_AS, type MergeResult, type Reading } from './merging.ts'
import { MERGED } from './precedence.ts'
import { reconcile } from './reconcile.ts'

/** Where one table of the dataset comes from: the source that leads it, then those that add to it. */
export interface TableOrigin {
  table: string
  sources: Source[]
}

/** Of each source, the tables that speak from a day of their own on. */
type TableWindows = ReadonlyMap<Source, ReadonlyMap<string, Day>>

interface Converted {
  readings: Reading[]
  origins: TableOrigin[]
  /** The first day whose events the leading source promises. */
  windowFrom: Day
}

/**
 * Fills the dataset's tables from the accepted rows of every source, the one that leads first; how they are brought
 * together is in `precedence.ts`. A window that the loader declared is that of the leading source. Tables that are carried
 * forward keep their own as-at day.
 */
export async function convertSources(
  build: Build,
  sources: readonly SourceReport[],
  reports: readonly TableReport[],
  declaredWindow: Day | null = null,
  carried: readonly CarriedTable[] = [],
): Promise<Converted> {
  await fillPerson(build, sources)
  await build.commit()
  const readings: Reading[] = []
  const windows = new Map<Source, ReadonlyMap<string, Day>>()
  for (const [index, { source, asAt }] of sources.entries()) {
    const conversion = conversionOf(source)
    const schema = index === 0 ? 'main' : `from_${source.replaceAll('-', '_')}`
    const apart = tablesApart(sources, source)
    if (index > 0) await build.run(schemaFor(schema, apart))
    await build.run(`set search_path = '${schema === 'main' ? 'main' : `${schema},main`}'`)
    await asAtOf(build, asAt)
    await conversion.convert(build)
    const declared = index === 0 ? declaredWindow : null
    const windowFrom = declared ?? (await conversion.windowOf(build, asAt))
    readings.push({ source, schema, asAt, windowFrom, schemas: schemasOf(conversion, schema, apart) })
    if (conversion.tableWindows && declared === null)
      windows.set(source, await conversion.tableWindows(build, asAt))
  }
  await build.run(`set search_path = 'main'`)
  await asAtOf(build, sources[0]!.asAt)
  const origins = originsOf(sources, reports)
  if (readings.length > 1) {
    await reconcile(build, readings)
    await mergeAll(build, readings, origins, windows)
  }
  await writeTableSources(build, readings, origins, windows)
  for (const { fills, asAt } of carried)
    for (const table of fills)
      await build.run('update table_source set as_at = cast($asAt as date) where table_name = $table', {
        table,
        asAt,
      })
  return { readings, origins, windowFrom: readings[0]!.windowFrom! }
}

/** Every child of every source, whichever table a row of theirs will be in. */
async function fillPerson(build: Build, sources: readonly SourceReport[]): Promise<void> {
  await build.run(SIGHTING)
  for (const [index, { source, asAt }] of sources.entries()) {
    await asAtOf(build, asAt)
    await conversionOf(source).addSightings(build)
    // What the leading source says comes before what any other does.
    if (index > 0)
      await build.run(
        `update sighting set place = place + ${PLACES_A_SOURCE * index} where place < ${PLACES_A_SOURCE}`,
      )
  }
  await build.run(sqlFile(import.meta.url, './person.sql'))
  await build.run('drop table sighting')
}

/** More than any source has tables of children. */
const PLACES_A_SOURCE = 1000

/** What a row says of a child. */
const SIGHTING = `create temp table sighting (
  place integer not null, seen bigint not null, person_id text not null,
  sex text, ethnicity text, dob date, expected_dob date, disability text,
  file text, sheet text, row_number integer
)`

const asAtOf = (build: Build, asAt: Day): Promise<void> => build.run(`set variable as_at = date '${asAt}'`)

/**
 * Tables of a source that another of the load knows too: they are brought together with the other's. Those that it
 * knows alone are filled where they are to be.
 */
function tablesApart(sources: readonly SourceReport[], source: Source): string[] {
  const others = sources.filter((other) => other.source !== source).map((other) => conversionOf(other.source))
  return Object.keys(conversionOf(source).origins).filter(
    (table) => table !== 'person' && others.some(({ origins }) => origins[table] !== undefined),
  )
}

const schemasOf = ({ origins }: Conversion, schema: string, apart: readonly string[]): Reading['schemas'] =>
  new Map(
    Object.keys(origins)
      .filter((table) => table !== 'person')
      .map((table) => [table, apart.includes(table) ? schema : 'main']),
  )

/** Empty tables for a source that does not lead, to be merged into the dataset's own. `person` is one for all. */
const schemaFor = (schema: string, tables: readonly string[]): string =>
  [
    `create schema ${schema}`,
    ...tables.map((table) => `create table ${schema}.${table} as from main.${table} limit 0`),
  ].join('; ')

/** A source carries a table when one of its files has a table that it is made of. */
function originsOf(sources: readonly SourceReport[], reports: readonly TableReport[]): TableOrigin[] {
  const held = new Set(reports.map(({ table }) => table))
  const tables = new Set(sources.flatMap(({ source }) => Object.keys(conversionOf(source).origins)))
  return [...tables].flatMap((table) => {
    const carrying = sources
      .map(({ source }) => source)
      .filter((source) => conversionOf(source).origins[table]?.tables.some((from) => held.has(from)))
    return carrying.length > 0 ? { table, sources: carrying } : []
  })
}

async function mergeAll(
  build: Build,
  readings: readonly Reading[],
  origins: readonly TableOrigin[],
  windows: TableWindows,
): Promise<void> {
  await build.run(SAME_AS)
  for (const { table, sources } of origins) {
    if (table === 'person') continue
    const [first, ...others] = sources.map((source): Reading => {
      const reading = readings.find((one) => one.source === source)!
      return { ...reading, windowFrom: windows.get(source)?.get(table) ?? reading.windowFrom }
    })
    const leader = first!
    const schema = leader.schemas.get(table)!
    if (schema !== 'main') await build.run(`insert into main.${table} from ${schema}.${table} order by rowid`)
    if (!MERGED[table]) continue
    for (const other of others)
      await writeMerge(build, table, other.source, await mergeTable(build, table, leader, other))
  }
  await mendLinks(build)
  await build.run('drop table same_as')
  // What was written into a table must be committed before the table may go.
  await build.commit()
  for (const { schema } of readings) if (schema !== 'main') await build.run(`drop schema ${schema} cascade`)
}

async function writeMerge(
  build: Build,
  table: string,
  source: string,
  { matched, added, leftOut, fields }: MergeResult,
): Promise<void> {
  await build.run('insert into table_merge values ($table, $source, $matched, $added, $leftOut)', {
    table,
    source,
    matched,
    added,
    leftOut,
  })
  for (const { column, filled, differing } of fields)
    await build.run('insert into field_merge values ($table, $column, $source, $filled, $differing)', {
      table,
      column,
      source,
      filled,
      differing,
    })
}

async function writeTableSources(
  build: Build,
  readings: readonly Reading[],
  origins: readonly TableOrigin[],
  windows: TableWindows,
): Promise<void> {
  for (const { table, sources } of origins) {
    const used = MERGED[table] || table === 'person' ? sources : sources.slice(0, 1)
    for (const [index, source] of used.entries()) {
      const { asAt, windowFrom } = readings.find((reading) => reading.source === source)!
      await build.run(
        'insert into table_source values ($table, $place, $source, cast($asAt as date), cast($windowFrom as date))',
        { table, place: index + 1, source, asAt, windowFrom: windows.get(source)?.get(table) ?? windowFrom },
      )
    }
  }
}
