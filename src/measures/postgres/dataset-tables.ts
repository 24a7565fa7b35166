import { datasetSchema } from '../../dataset/index.ts'
import { stepsFor } from '../catalogue/steps.ts'
import type { MeasureFile } from '../catalogue/measure-file.ts'

/**
 * The dataset's tables as PostgreSQL makes them. Text is ordered by its bytes, as DuckDB orders it, whatever the
 * database's own order is: what comes first of two decides in some measures.
 */
export const postgresSchema = (): string => withByteOrder(datasetSchema())

export const withByteOrder = (sql: string): string =>
  sql.replaceAll(/--.*$/gm, '').replaceAll(/ text\b/g, ' text collate "C"')

/** What every measure stands on, and what reading its figures takes. */
const ALWAYS = [
  'extract',
  'table_source',
  'source_field',
  'calendar',
  'reporting_month',
  'person',
  'team_places',
  'child_wards',
]

/** The tables of the dataset that these measures, their steps, their splits and their months name. */
export function tablesFor(measures: readonly MeasureFile[], withCohorts: boolean): string[] {
  const known = [...datasetSchema().matchAll(/^create table (\w+)/gm)].map(([, name]) => name!)
  const texts = [...measures.map(({ sql }) => sql), ...(withCohorts ? ['cohort_spell'] : [])]
  const all = [...texts, ...stepsFor(texts).map(({ sql }) => sql)]
  const shown = measures.flatMap(({ series }) => series.map((each) => JSON.stringify(each.shown)))
  const words = new Set([...all, ...shown].flatMap((text) => text.match(/[a-z][a-z0-9_]*/g) ?? []))
  return known.filter((table) => ALWAYS.includes(table) || words.has(table))
}
