import { SPLITS, type SeriesDefinition, type SeriesKind } from '../figures/figure.ts'
import {
  BadHeader,
  readHeader,
  readLimits,
  readNeeds,
  readPlaced,
  readShown,
  readShows,
  readSmallNumbers,
  readSplits,
  readVersion,
  type FieldName,
  type Header,
  type HeaderField,
  type HeaderSeries,
  type Need,
  type Shown,
} from './measure-header.ts'

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

/** A note, and the only source whose figures carry it; null for all. */
export interface Note {
  text: string
  sources: readonly string[] | null
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
}

export interface MeasureFile {
  id: string
  /** `assessment/as-child-seen.sql`, for messages. */
  file: string
  series: readonly MeasureSeries[]
  /**
   * Answers `series, child_key, case_id, on_date, team, worker, met, value`, one row per case of each series, and
   * `detail` where the header says what that is. Empty when every series is still to be recorded in a room of ours.
   */
  sql: string
  hasDetail: boolean
}

/** Reads one measure's file. Throws BadHeader, which names the file and the line. */
export function readMeasure(area: string, id: string, text: string): MeasureFile {
  const file = `${area}/${id}.sql`
  const header = readHeader(file, text)
  const declared = header.series.length > 0 ? header.series : [only]
  const headlines = declared.filter((series) => series.headline)
  if (headlines.length > 1) throw new BadHeader(file, headlines[1]!.line, 'there is a headline already')
  const seen = new Set<string>()
  const series = declared.map((one) => {
    if (seen.has(one.key)) throw new BadHeader(file, one.line, `the series '${one.key}' is declared twice`)
    seen.add(one.key)
    return readOne(area, id, file, header, one)
  })
  const sql = text.replace(/;\s*$/, '')
  const hasSql = sql.split('\n').some((line) => line.trim() !== '' && !line.startsWith('--'))
  const held = series.find(({ definition }) => definition.notHeld === null)
  if (!hasSql && held)
    throw new BadHeader(file, 1, `nothing below the header works out '${held.key}', and it is not 'not held'`)
  const hasDetail = series.some(({ definition }) => definition.detail !== null)
  return { id, file, series, sql: hasSql ? sql : '', hasDetail }
}

/** A measure without series is its own headline. */
const only: HeaderSeries = { key: 'bare', label: '', headline: true, line: 1, fields: [] }

function readOne(
  area: string,
  id: string,
  file: string,
  header: Header,
  series: HeaderSeries,
): MeasureSeries {
  const find = (name: FieldName): HeaderField | null =>
    [...series.fields, ...header.fields].find((field) => field.name === name) ?? null
  const text = (name: FieldName): string => find(name)?.text ?? ''
  const parsed = <T>(name: FieldName, parse: (text: string, line: number) => T | null): T => {
    const field = find(name)
    const value = field && parse(field.text, field.line)
    if (!value) throw new BadHeader(file, field?.line ?? 1, `'${name}' cannot be read: ${field?.text ?? ''}`)
    return value
  }
  const { kind, percentile, over, unit, polarity } = parsed('shows', readShows)
  const placed = parsed('placed', readPlaced)
  const version = parsed('version', readVersion)
  const needs = parsed('needs', readNeeds)
  const notes = [...header.fields, ...series.fields].filter(({ name }) => name === 'note').map(readNote)
  const counts = text('counts')
  const notHeld = find('not held')?.text ?? null
  if (needs.length === 0 && notHeld === null)
    throw new BadHeader(
      file,
      find('needs')!.line,
      "'needs' names no field, and the measure is not 'not held'",
    )
  const detail = find('detail')?.text ?? null
  const splits = (find('splits') ? parsed('splits', readSplits) : SPLITS).filter(
    (split) => split !== 'detail',
  )
  if (kind === 'rate' && counts === '')
    throw new BadHeader(file, series.line, "a rate says in 'counts' what it is a share of")
  return {
    key: series.key,
    needs,
    notes,
    shown: find('shown') ? parsed('shown', readShown) : { kind: 'every' },
    sources: find('sources')?.text.split(/,\s*/) ?? null,
    definition: {
      id: series.key === 'bare' ? id : `${id}.${series.key}`,
      measure: id,
      title: text('title'),
      label: series.label,
      headline: series.headline,
      area,
      asks: text('asks'),
      unit,
      kind,
      percentile,
      over,
      timing: placed.timing,
      placedBy: placed.by,
      polarity,
      numerator: text('met'),
      denominator: counts === '' || !HAS_DENOMINATOR[kind] ? null : counts,
      leavesOut: text('leaves out'),
      clock: text('clock'),
      standard: text('standard'),
      source: text('source'),
      needs: needs.map((need) => need.field),
      version: version.version,
      versionFrom: version.from,
      lookAgain: version.lookAgain,
      notes: notes.map((note) => note.text),
      splits: detail === null ? splits : [...splits, 'detail'],
      detail,
      smallNumbers: find('small numbers') ? parsed('small numbers', readSmallNumbers) : 'SN1',
      noLimits: find('limits') ? parsed('limits', readLimits) : null,
      notHeld,
    },
  }
}

/** `(annex-a) The flag alone, because the source holds no visits`. */
function readNote({ text }: HeaderField): Note {
  const [, sources, said] = /^\(([a-z0-9, -]+)\) (.+)$/.exec(text) ?? []
  return { text: said ?? text, sources: sources?.split(/,\s*/) ?? null }
}
