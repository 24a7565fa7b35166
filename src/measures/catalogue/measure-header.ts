import { isDay, isMonth, type Day, type Month } from '../../platform/day.ts'
import {
  isSplit,
  SMALL_NUMBER_RULES,
  SPLITS,
  type Polarity,
  type SeriesDefinition,
  type SeriesKind,
  type SmallNumberRule,
  type Split,
  type Timing,
} from '../figures/figure.ts'

/**
 * The header of a measure's file: its definition, in lines that a director reads and the program parses.
 *
 *   -- title:    Assessments completed within 45 working days
 *   -- needs:    cin_assessments.start_date, cin_assessments.auth_date (may be blank)
 *   -- series:   from_start (headline): from the start of the assessment
 *   --   needs:  referrals.referral_date
 *
 * A field is a word and a colon. A line that goes on from the one before it is indented past the words. Fields that
 * are indented under `series` belong to that series and stand in place of the file's own.
 */
export interface HeaderField {
  name: FieldName
  text: string
  line: number
}

/** A series as the header gives it: its own fields, and those of the file where it has none. */
export interface HeaderSeries {
  /** `bare` is the series that carries the measure's own id. */
  key: string
  label: string
  headline: boolean
  line: number
  fields: HeaderField[]
}

export interface Header {
  fields: HeaderField[]
  series: HeaderSeries[]
}

const FIELD_NAMES = [
  'title',
  'asks',
  'shows',
  'placed',
  'met',
  'counts',
  'leaves out',
  'clock',
  'needs',
  'shown',
  'splits',
  'detail',
  'limits',
  'small numbers',
  'sources',
  'not held',
  'note',
  'standard',
  'source',
  'version',
  'series',
] as const
export type FieldName = (typeof FIELD_NAMES)[number]

const REQUIRED: readonly FieldName[] = [
  'title',
  'asks',
  'shows',
  'placed',
  'met',
  'leaves out',
  'clock',
  'needs',
  'standard',
  'source',
  'version',
]
const MAY_REPEAT: readonly FieldName[] = ['note', 'series']
const isFieldName = (text: string): text is FieldName => (FIELD_NAMES as readonly string[]).includes(text)

const FIELD = /^-- (\s*)([a-z]+(?: [a-z]+)?):\s+(\S.*)$/
const CONTINUED = /^--\s{5,}(\S.*)$/
const SERIES = /^([a-z0-9_]+)( \(headline\))?(?:: (.+))?$/

/** Stops the build, saying where. */
export class BadHeader extends Error {
  override name = 'BadHeader'
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`)
  }
}

/** Reads the comment lines at the top of a measure's file. */
export function readHeader(file: string, text: string): Header {
  const header: Header = { fields: [], series: [] }
  const lines = text.split('\n')
  const end = lines.findIndex((line) => !line.startsWith('--'))
  let last: HeaderField | null = null
  lines.slice(0, end < 0 ? lines.length : end).forEach((content, at) => {
    const line = at + 1
    const fail = (message: string) => new BadHeader(file, line, message)
    const [, indent, name, value] = FIELD.exec(content) ?? []
    if (indent === undefined || indent.length > 4 || !name || !isFieldName(name)) {
      const more = CONTINUED.exec(content)?.[1]
      if (more && last) {
        last.text += ` ${more.trim()}`
        return
      }
      throw fail(name ? `'${name}' is no field of a measure's header` : 'this is no field of a header')
    }
    const field: HeaderField = { name, text: value!.trim(), line }
    const within = indent === '' ? header : header.series.at(-1)
    if (!within) throw fail(`'${name}' is indented, and no series stands above it`)
    last = field
    if (name === 'series') {
      header.series.push(readSeries(field, fail))
      return
    }
    if (!MAY_REPEAT.includes(name) && within.fields.some((other) => other.name === name))
      throw fail(`'${name}' is said twice`)
    within.fields.push(field)
  })
  for (const name of REQUIRED)
    if (!header.fields.some((field) => field.name === name))
      throw new BadHeader(file, 1, `the header does not say '${name}'`)
  return header
}

function readSeries(field: HeaderField, fail: (message: string) => Error): HeaderSeries {
  const [, key, headline, label] = SERIES.exec(field.text) ?? []
  if (!key) throw fail("a series is written 'key: label' or 'key (headline): label'")
  return { key, label: label ?? '', headline: headline !== undefined, line: field.line, fields: [] }
}

export interface Shows {
  kind: SeriesKind
  percentile: number | null
  over: SeriesDefinition['over']
  unit: string
  polarity: Polarity
}

const KIND =
  /^(?:(\d+)(?:st|nd|rd|th) )?(rate|count|median|mean|ratio|percentile|maximum|difference|total)(?: over (workers|the rest))?$/
const POLARITIES: Record<string, Polarity> = {
  'higher is better': 'higher',
  'lower is better': 'lower',
  'neither is better': 'neutral',
}

/**
 * `rate, %, higher is better`; `ratio over the rest, %, neither is better`; `90th percentile over workers, children per full-time worker, lower is better`.
 */
export function readShows(text: string): Shows | null {
  const [kindText = '', unit = '', better = ''] = text.split(/,\s*/)
  const [, rank, kind, over] = KIND.exec(kindText) ?? []
  const polarity = POLARITIES[better]
  if (!kind || !unit || !polarity || (kind === 'percentile') !== (rank !== undefined)) return null
  if (over === 'the rest' && kind !== 'ratio') return null
  return {
    kind: kind as SeriesKind,
    percentile: rank === undefined ? null : Number(rank),
    over: over === 'workers' ? 'workers' : over ? 'rest' : 'cases',
    unit,
    polarity,
  }
}

/** `flow: the day a manager authorised it`, `stock: each month end`. */
export function readPlaced(text: string): { timing: Timing; by: string } | null {
  const [, timing, by] = /^(flow|stock): (.+)$/.exec(text) ?? []
  return timing && by ? { timing: timing as Timing, by } : null
}

/** A field of the dataset that a series cannot do without. */
export interface Need {
  field: string
  table: string
  column: string
  /** A blank is an answer, as an end that has not come: it says nothing about how complete the records are. */
  mayBeBlank: boolean
  /** The only sources it is needed from; null for all. */
  sources: readonly string[] | null
  line: number
}

/** `cin_assessments.auth_date (may be blank), cp_plans.previous_plans (annex-a; cin-census)`; `none` where no file holds it. */
export function readNeeds(text: string, line: number): Need[] | null {
  if (text === 'none') return []
  const needs = text.split(/,\s*(?![^(]*\))/).map((part): Need | null => {
    const [, table, column, said] = /^([a-z0-9_]+)\.([a-z0-9_]+)(?: \((.+)\))?$/.exec(part.trim()) ?? []
    if (!table || !column) return null
    const words = said?.split(/;\s*/) ?? []
    const sources = words.filter((word) => word !== 'may be blank')
    return {
      field: `${table}.${column}`,
      table,
      column,
      mayBeBlank: words.includes('may be blank'),
      sources: sources.length > 0 ? sources : null,
      line,
    }
  })
  return needs.every((need) => need !== null) ? needs : null
}

/** Which months have a point. */
export type Shown =
  | { kind: 'every' }
  | { kind: 'matured'; days: number; areWorking: boolean }
  | { kind: 'history'; days: number; table: string; column: string }

/**
 * `every month`; `months whose last day is past working day 45`, or `past day 183`; `months with 365 days of
 * referrals.referral_date before them` (clarifications Q11 and Q14).
 */
export function readShown(text: string): Shown | null {
  if (text === 'every month') return { kind: 'every' }
  const matured = /^months whose last day is past (working )?day (\d+)$/.exec(text)
  if (matured) return { kind: 'matured', days: Number(matured[2]), areWorking: matured[1] !== undefined }
  const history = /^months with (\d+) days of ([a-z_]+)\.([a-z_]+) before them$/.exec(text)
  if (history) return { kind: 'history', days: Number(history[1]), table: history[2]!, column: history[3]! }
  return null
}

export function readSplits(text: string): Split[] | null {
  const words = text.split(/,\s*/)
  return words.every(isSplit) ? SPLITS.filter((split) => words.includes(split)) : null
}

/** `SN2` */
export const readSmallNumbers = (text: string): SmallNumberRule | null =>
  SMALL_NUMBER_RULES.find((rule) => rule === text) ?? null

/** `do not apply: each point shares eleven months with the next` */
export const readLimits = (text: string): string | null => /^do not apply: (.+)$/.exec(text)?.[1] ?? null

/** `1 (2026-11-24)   look again: 2027-11` */
export function readVersion(text: string): { version: string; from: Day; lookAgain: Month } | null {
  const [, version, from, lookAgain] =
    /^(\S+) \((\d{4}-\d{2}-\d{2})\)\s+look again: (\d{4}-\d{2})$/.exec(text) ?? []
  return version && isDay(from) && isMonth(lookAgain) ? { version, from, lookAgain } : null
}
