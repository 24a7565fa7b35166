import { BadDefinition, readDefinition, sqlOf, type Values } from '../../platform/definition-file.ts'
import { SPLITS, type SeriesDefinition, type SeriesKind } from '../figures/figure.ts'
import type { NeedsAction } from './action-fields.ts'
import type { Benchmark } from './benchmark-fields.ts'
import type { Companion, Companions } from './companion-fields.ts'
import type { DrawnClock } from './handbook-fields.ts'
import { MEASURE_FIELDS, type Need, type Note, type Shown } from './measure-header.ts'

/** Whether a figure of this kind is over something: a count and a sum are of nothing but themselves. */
const HAS_DENOMINATOR: Readonly<Record<SeriesKind, boolean>> = {
  rate: true,
  ratio: true,
  mean: true,
  median: true,
  percentile: true,
  maximum: true,
  count: false,
  total: false,
  difference: false,
}

/** One series, as users read it and as the engine runs it. */
export interface MeasureSeries {
  /** What the file's SQL answers in the column `series`. */
  key: string
  definition: SeriesDefinition
  needs: readonly Need[]
  notes: readonly Note[]
  shown: Shown
  /** The only sources that it can be worked out from; null for all. */
  sources: readonly string[] | null
  /** The cases that a manager opens first; null where the figure asks nothing of anyone. */
  needsAction: NeedsAction | null
  /** What the rows of its list are. */
  listed: { one: string; many: string }
  /** What must be read with it; null where it may be read alone. */
  companions: Companions | null
  /** What the department publishes of it: none where it publishes nothing. */
  benchmarks: readonly Benchmark[]
  /** The room whose records it counts; null of a series that counts rows of the dataset. */
  records: string | null
}

export interface MeasureFile {
  id: string
  /** `assessment/as-child-seen.sql`, for messages. */
  file: string
  area: string
  series: readonly MeasureSeries[]
  handbook: MeasureHandbook
  /**
   * Answers `series, child_key, case_id, on_date, team, worker, met, value`, one row per case of each series, and
   * `detail` where the header says what that is. Empty when every series is still to be recorded in a room of ours.
   */
  sql: string
  /** The same of the series that count records, from the tables that their room hands over. */
  recordSql: string
  hasDetail: boolean
}

/** What only the measure's page of the handbook shows. */
export interface MeasureHandbook {
  /** Its place among the measures of its area. */
  order: number
  why: string
  standard: { status: string; text: string; sources: readonly string[] }
  /** What it can be broken down by, where a source has it. */
  breakdowns: readonly string[]
  /** A local starting point for a target, and no standard. */
  startingPoint: { green: string; amber: string } | null
  traps: readonly { trap: string; rule: string }[]
  /** What is known of England from documents, next to the department's file. */
  published: readonly { period: string; text: string; sources: readonly string[] }[]
  clocks: readonly DrawnClock[]
}

type Header = Values<typeof MEASURE_FIELDS>
type HeaderSeries = Header['series'][number]

/** Reads one measure's file. Throws BadDefinition, which names the file and the line. */
export function readMeasure(area: string, id: string, text: string): MeasureFile {
  const file = `${area}/${id}.sql`
  const header = readDefinition(file, text, MEASURE_FIELDS)
  refuseSeries(file, header)
  const series =
    header.series.length > 0
      ? header.series.map((declared) => readSeries({ area, id, file, header, declared }))
      : [readSeries({ area, id, file, header, declared: null })]
  const sql = sqlOf(text)
  const hasSql = sql.split('\n').some((line) => line.trim() !== '' && !line.startsWith('--'))
  const held = series.find(({ definition }) => definition.notHeld === null)
  if (!hasSql && held)
    throw new BadDefinition(
      file,
      1,
      `nothing below the header works out '${held.key}', and it is not 'not held'`,
    )
  const hasDetail = series.some(({ definition }) => definition.detail !== null)
  return {
    id,
    file,
    area,
    series,
    handbook: handbookOf(header),
    ...textsOf(hasSql ? sql : '', series),
    hasDetail,
  }
}

/**
 * The texts of a file: of a file whose series are of both kinds the first counts rows of the dataset, and the second
 * records, at the lines at which it is in the file.
 */
export function textsOf(
  sql: string,
  series: readonly MeasureSeries[],
): Pick<MeasureFile, 'sql' | 'recordSql'> {
  if (series.every(({ records }) => records === null)) return { sql, recordSql: '' }
  if (series.every(({ records }) => records !== null)) return { sql: '', recordSql: sql }
  const end = sql.indexOf(';\n')
  const before = sql.slice(0, end).split('\n').length
  return { sql: sql.slice(0, end), recordSql: '\n'.repeat(before) + sql.slice(end + 2) }
}

function refuseSeries(file: string, { series, benchmark }: Header): void {
  const second = series.filter(({ headline }) => headline)[1]
  if (second) throw new BadDefinition(file, second.line, 'there is a headline already')
  const twice = series.find(({ key }, index) => series.slice(0, index).some((other) => other.key === key))
  if (twice) throw new BadDefinition(file, twice.line, `the series '${twice.key}' is declared twice`)
  if (series.length > 0 && benchmark[0])
    throw new BadDefinition(
      file,
      benchmark[0].line,
      'what is published of one series stands below that series',
    )
}

interface SeriesToRead {
  area: string
  id: string
  file: string
  header: Header
  /** Null of a measure without series, which is its own headline. */
  declared: HeaderSeries | null
}

function readSeries({ area, id, file, header, declared }: SeriesToRead): MeasureSeries {
  const { key, label, headline, line } = declared ?? { key: 'bare', label: '', headline: true, line: 1 }
  const found = declared ? { ...header, ...withoutBlanks(declared.own) } : header
  const { shows, placed, version, needs, counts, detail } = found
  const notHeld = found['not held']
  if (needs.fields.length === 0 && notHeld === null)
    throw new BadDefinition(file, needs.line, "'needs' names no field, and the measure is not 'not held'")
  if (shows.kind === 'rate' && counts === null)
    throw new BadDefinition(file, line, "a rate says in 'counts' what it is a share of")
  const notes = [...header.note, ...(declared?.own.note ?? [])]
  const splits = (found.splits ?? SPLITS).filter((split) => split !== 'detail')
  return {
    key,
    needs: needs.fields,
    notes,
    shown: found.shown ?? { kind: 'every' },
    sources: found.sources,
    listed: found.lists ?? { one: 'child', many: 'children' },
    needsAction: found['act on'] === 'nobody' ? null : found['act on'],
    records: found.records,
    companions: readCompanions(file, found['chart title'], found['read with']),
    benchmarks: declared?.own.benchmark ?? header.benchmark,
    definition: {
      id: key === 'bare' ? id : `${id}.${key}`,
      measure: id,
      title: found.title,
      label,
      headline,
      area,
      asks: found.asks,
      unit: shows.unit,
      kind: shows.kind,
      percentile: shows.percentile,
      over: shows.over,
      timing: placed.timing,
      placedBy: placed.by,
      polarity: shows.polarity,
      numerator: found.met,
      denominator: HAS_DENOMINATOR[shows.kind] ? counts : null,
      leavesOut: found['leaves out'],
      clock: found.clock,
      standard: found.standard,
      source: found.source,
      needs: needs.fields.map(({ field }) => field),
      version: version.version,
      versionFrom: version.from,
      lookAgain: version.lookAgain,
      notes: notes.map((note) => note.text),
      splits: detail === null ? splits : [...splits, 'detail'],
      detail,
      smallNumbers: found['small numbers'] ?? 'SN1',
      noLimits: found.limits,
      notHeld,
    },
  }
}

function readCompanions(
  file: string,
  title: string | null,
  readWith: readonly Companion[],
): Companions | null {
  const [first] = readWith
  if (!first) return null
  if (title === null)
    throw new BadDefinition(file, first.line, "a series that is read with another says 'chart title'")
  return { title, readWith }
}

/** What a series says of its own: the rest it has from the measure. */
const withoutBlanks = <T extends object>(own: T): { [Name in keyof T]?: NonNullable<T[Name]> } =>
  Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null)) as {
    [Name in keyof T]?: NonNullable<T[Name]>
  }

const handbookOf = (header: Header): MeasureHandbook => ({
  order: header.order,
  why: header.why,
  standard: { status: header.status, text: header.guidance ?? '', sources: header.reference },
  breakdowns: header.breakdowns,
  startingPoint: header['start at'],
  traps: header.trap,
  published: header.published,
  clocks: header['clock drawn'],
})
