import { datasetSchema } from '../../dataset/index.ts'
import { stepsFor } from '../catalogue/steps.ts'
import type { MeasureFile } from '../catalogue/measure-file.ts'

/**
 * The dataset's tables for PostgreSQL. Text is ordered by its bytes, as in DuckDB, because in some measures the order
 * decides which of two rows counts.
 */
export const postgresSchema = (): string => withByteOrder(datasetSchema())

export const withByteOrder = (sql: string): string =>
  sql.replaceAll(/--.*$/gm, '').replaceAll(/ text\b/g, ' text collate "C"')

/** Needed by every measure, or to read its figures. */
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
  const shown = measures.flatMap(({ series }) => series.map(({ shown: rule }) => JSON.stringify(rule)))
  const words = new Set([...all, ...shown].flatMap((text) => text.match(/[a-z][a-z0-9_]*/g) ?? []))
  return known.filter((table) => ALWAYS.includes(table) || words.has(table))
}
