import { readdirSync, readFileSync } from 'node:fs'
import { BadDefinition, definitionsIn } from '../../platform/definition-file.ts'
import type { SeriesDefinition } from '../figures/figure.ts'
import type { NeedsAction } from './action-fields.ts'
import type { Benchmark, PublishedItem } from './benchmark-fields.ts'
import type { Companions } from './companion-fields.ts'
import { readMeasure, type MeasureFile, type MeasureSeries } from './measure-file.ts'

const FOLDER = new URL('../definitions/', import.meta.url)

/** The areas of children's services, in the order in which a child meets them. Each is a folder of measures. */
const AREAS = [
  'front-door',
  'assessment',
  's47-icpc',
  'cin',
  'cp',
  'lac',
  'missing',
  'care-leavers',
  'adoption',
  'early-help',
  'workforce',
  'qa',
  'finance',
  'plan',
]

/** Reads every measure's file. Throws, naming file and line, when a header is bad or names what there is not. */
export function readMeasures(folder: URL): MeasureFile[] {
  const measures = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'steps')
    .sort((a, b) => AREAS.indexOf(a.name) - AREAS.indexOf(b.name))
    .flatMap(({ name: area }) =>
      definitionsIn(new URL(`${area}/`, folder)).map(({ id, text }) => readMeasure(area, id, text)),
    )
  refuseTwins(measures)
  refuseUnknownCompanions(measures)
  publishedItemsOf(measures)
  return measures
}

function refuseTwins(measures: readonly MeasureFile[]): void {
  const files = new Map<string, string>()
  for (const { id, file } of measures) {
    const other = files.get(id)
    if (other) throw new BadDefinition(file, 1, `the id '${id}' is taken by ${other}`)
    files.set(id, file)
  }
}

function refuseUnknownCompanions(measures: readonly MeasureFile[]): void {
  const known = new Set(measures.flatMap(({ series }) => series.map(({ definition }) => definition.id)))
  for (const { file, series } of measures)
    for (const { companions } of series)
      for (const { series: id, line } of companions?.readWith ?? [])
        if (!known.has(id)) throw new BadDefinition(file, line, `there is no series '${id}' to read it with`)
}

/** Every published item, by the department's short name. Throws when one is described by no measure, or by two. */
function publishedItemsOf(measures: readonly MeasureFile[]): Record<string, PublishedItem> {
  const uses = measures.flatMap(({ file, series }) =>
    series.flatMap(({ benchmarks }) => benchmarks.map((benchmark) => ({ file, ...benchmark }))),
  )
  const items: Record<string, PublishedItem> = {}
  for (const { file, line, name, item } of uses) {
    if (item && name in items) throw new BadDefinition(file, line, `'${name}' is described twice`)
    if (item) items[name] = item
  }
  for (const { file, line, name, reading } of uses)
    for (const used of [name, typeof reading === 'object' ? reading?.over : undefined])
      if (used !== undefined && !(used in items))
        throw new BadDefinition(file, line, `no measure describes the published item '${used}'`)
  return items
}

/** Every measure that Waymark has, read once when the program starts. */
const FILES: readonly MeasureFile[] = readMeasures(FOLDER)

/** What of them is counted from the dataset: worked out once, when a snapshot is sealed. */
export const MEASURES: readonly MeasureFile[] = FILES.map((file) => ({
  ...file,
  series: file.series.filter(({ records }) => records === null),
})).filter(({ series }) => series.length > 0)

/** What of them is counted from records that people keep here: worked out from the rows as they are. */
export const RECORD_MEASURES: readonly MeasureFile[] = FILES.map((file) => ({
  ...file,
  sql: file.recordSql,
  series: file.series.filter(({ records }) => records !== null),
})).filter(({ series }) => series.length > 0)

/** All of them in the order of the handbook: within an area as they follow each other in the work. */
export const HANDBOOK_ORDER: readonly MeasureFile[] = FILES.toSorted(
  (a, b) => AREAS.indexOf(a.area) - AREAS.indexOf(b.area) || a.handbook.order - b.handbook.order,
)

/** Every item of the department's Local Authority Interactive Tool that a series is compared with. */
export const PUBLISHED_ITEMS: Readonly<Record<string, PublishedItem>> = publishedItemsOf(HANDBOOK_ORDER)

/** Every series that the department publishes, with what it is compared with. Of any other, no authority's figure is published. */
export const PUBLISHED_SERIES: Readonly<Record<string, readonly Benchmark[]>> = Object.fromEntries(
  HANDBOOK_ORDER.flatMap(({ series }) => series)
    .filter(({ benchmarks }) => benchmarks.length > 0)
    .map(({ definition, benchmarks }) => [definition.id, benchmarks]),
)

/** The functions that all measures share, from next to them. */
export const functionsSql = (): string => readFileSync(new URL('functions.sql', FOLDER), 'utf8')

const ALL: readonly MeasureSeries[] = FILES.flatMap((measure) => measure.series)
const BY_ID: ReadonlyMap<string, MeasureSeries> = new Map(
  ALL.flatMap((series) => {
    const { id, measure, headline } = series.definition
    return headline
      ? [
          [measure, series],
          [id, series],
        ]
      : [[id, series]]
  }),
)
const DEFINITIONS = ALL.map((series) => series.definition)

/** Every series of every measure, by area. */
export const catalogue = (): readonly SeriesDefinition[] => DEFINITIONS

/** By `id.series`, or by the measure's id for its headline series. Null when there is none of that name. */
export const seriesOf = (idOrAlias: string): SeriesDefinition | null =>
  BY_ID.get(idOrAlias)?.definition ?? null

/** Of a measure, or of a series; the id itself where it is of an older version and known no more. */
export const measureTitle = (id: string): string => seriesOf(id)?.title ?? id

/** What must be read with a series; null where it may be read alone. */
export const companionsOf = ({ id }: { id: string }): Companions | null =>
  measureSeries(id)?.companions ?? null

/** The cases of a series that a manager opens first; null where the figure asks nothing of anyone. */
export const needsActionOf = ({ id }: { id: string }): NeedsAction | null =>
  measureSeries(id)?.needsAction ?? null

/** Whether a series counts records that people keep here, and no rows of a snapshot. */
export const isOfRecords = (id: string): boolean => (BY_ID.get(id)?.records ?? null) !== null

/** The series as the engine runs it. */
export const measureSeries = (id: string): MeasureSeries | null => BY_ID.get(id) ?? null
