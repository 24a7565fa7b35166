import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { SeriesDefinition } from '../figures/figure.ts'
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

/** Reads every measure's file. Throws, naming file and line, when a header is bad or an id stands twice. */
export function readMeasures(folder: URL): MeasureFile[] {
  const measures = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'steps')
    .sort((a, b) => AREAS.indexOf(a.name) - AREAS.indexOf(b.name))
    .flatMap(({ name: area }) =>
      readdirSync(new URL(`${area}/`, folder))
        .filter((file) => file.endsWith('.sql'))
        .sort()
        .map((file) =>
          readMeasure(area, basename(file, '.sql'), readFileSync(new URL(`${area}/${file}`, folder), 'utf8')),
        ),
    )
  const files = new Map<string, string>()
  for (const { id, file } of measures) {
    const other = files.get(id)
    if (other) throw new Error(`${file}:1: the id '${id}' is taken by ${other}`)
    files.set(id, file)
  }
  return measures
}

/** Every measure that Waymark has, read once when the program starts. */
export const MEASURES: readonly MeasureFile[] = readMeasures(FOLDER)

/** The functions that all measures share, from beside them. */
export const functionsSql = (): string => readFileSync(new URL('functions.sql', FOLDER), 'utf8')

const ALL: readonly MeasureSeries[] = MEASURES.flatMap((measure) => measure.series)
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

/** The series as the engine runs it. */
export const measureSeries = (id: string): MeasureSeries | null => BY_ID.get(id) ?? null
