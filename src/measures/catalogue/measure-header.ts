import { isDay, isMonth, type Day, type Month } from '../../platform/day.ts'
import {
  allOptional,
  choiceOf,
  listOf,
  optional,
  repeated,
  required,
  words,
} from '../../platform/definition-file.ts'
import {
  isSplit,
  SMALL_NUMBER_RULES,
  SPLITS,
  type Polarity,
  type SeriesDefinition,
  type SeriesKind,
  type Split,
  type Timing,
} from '../figures/figure.ts'
import { NEEDS_ACTION, readListed, readNeedsAction } from './action-fields.ts'
import { BENCHMARK_FIELDS } from './benchmark-fields.ts'
import { COMPANION_FIELDS } from './companion-fields.ts'
import { HANDBOOK_FIELDS } from './handbook-fields.ts'

interface Shows {
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
 * `rate, %, higher is better`; `ratio over the rest, %, neither is better`; `90th percentile over workers, children per
 * full-time worker, lower is better`.
 */
function readShows(text: string): Shows | null {
  const [kindText = '', unit = '', better = ''] = listOf(text)
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
function readPlaced(text: string): { timing: Timing; by: string } | null {
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
function readNeeds(text: string, line: number): { line: number; fields: Need[] } | null {
  if (text === 'none') return { line, fields: [] }
  const fields = text.split(/,\s*(?![^(]*\))/).map((part): Need | null => {
    const [, table, column, remarks] = /^([a-z0-9_]+)\.([a-z0-9_]+)(?: \((.+)\))?$/.exec(part.trim()) ?? []
    if (!table || !column) return null
    const parts = remarks?.split(/;\s*/) ?? []
    const sources = parts.filter((remark) => remark !== 'may be blank')
    return {
      field: `${table}.${column}`,
      table,
      column,
      mayBeBlank: parts.includes('may be blank'),
      sources: sources.length > 0 ? sources : null,
      line,
    }
  })
  return fields.every((field) => field !== null) ? { line, fields } : null
}

/** Which months have a point. */
export type Shown =
  | { kind: 'every' }
  | { kind: 'matured'; days: number; areWorking: boolean }
  | { kind: 'history'; days: number; table: string; column: string }

/**
 * `every month`; `months whose last day is past working day 45`, or `past day 183`; `months with 365 days of
 * referrals.referral_date before them`.
 */
function readShown(text: string): Shown | null {
  if (text === 'every month') return { kind: 'every' }
  const matured = /^months whose last day is past (working )?day (\d+)$/.exec(text)
  if (matured) return { kind: 'matured', days: Number(matured[2]), areWorking: matured[1] !== undefined }
  const history = /^months with (\d+) days of ([a-z_]+)\.([a-z_]+) before them$/.exec(text)
  if (history) return { kind: 'history', days: Number(history[1]), table: history[2]!, column: history[3]! }
  return null
}

function readSplits(text: string): Split[] | null {
  const splits = listOf(text)
  return splits.every(isSplit) ? SPLITS.filter((split) => splits.includes(split)) : null
}

/** `do not apply: each point shares eleven months with the next` */
const readLimits = (text: string): string | null => /^do not apply: (.+)$/.exec(text)?.[1] ?? null

/** `1 (2026-11-24)   look again: 2027-11` */
function readVersion(text: string): { version: string; from: Day; lookAgain: Month } | null {
  const [, version, from, lookAgain] =
    /^(\S+) \((\d{4}-\d{2}-\d{2})\)\s+look again: (\d{4}-\d{2})$/.exec(text) ?? []
  return version && isDay(from) && isMonth(lookAgain) ? { version, from, lookAgain } : null
}

/** A note, and the only sources whose figures carry it; null for all. */
export interface Note {
  text: string
  sources: readonly string[] | null
}

/** `(annex-a) The flag alone, because the source holds no visits` */
function readNote(note: string): Note {
  const [, sources, text] = /^\(([a-z0-9, -]+)\) (.+)$/.exec(note) ?? []
  return { text: text ?? note, sources: sources ? listOf(sources) : null }
}

/** `from_start (headline): from the start of the assessment`; `bare` is the series that carries the measure's own id. */
function readSeries(text: string): { key: string; label: string; headline: boolean } | null {
  const [, key, headline, label] = /^([a-z0-9_]+)( \(headline\))?(?:: (.+))?$/.exec(text) ?? []
  return key ? { key, label: label ?? '', headline: headline !== undefined } : null
}

/** What is defined for the whole measure, and may be replaced below a series for that series. */
const DEFINITION = {
  title: required(words),
  asks: required(words),
  shows: required(readShows),
  placed: required(readPlaced),
  met: required(words),
  counts: optional(words),
  'leaves out': required(words),
  clock: required(words),
  lists: optional(readListed),
  'act on': required(readNeedsAction, NEEDS_ACTION),
  needs: required(readNeeds),
  shown: optional(readShown),
  splits: optional(readSplits),
  detail: optional(words),
  limits: optional(readLimits),
  'small numbers': optional(choiceOf(SMALL_NUMBER_RULES)),
  records: optional(words),
  sources: optional(listOf),
  'not held': optional(words),
  standard: required(words),
  source: required(words),
  version: required(readVersion),
  ...COMPANION_FIELDS,
}

const SERIES = { ...allOptional(DEFINITION), note: repeated(readNote), ...BENCHMARK_FIELDS }

/** Every field that a measure's header may have. */
export const MEASURE_FIELDS = {
  ...DEFINITION,
  note: repeated(readNote),
  ...BENCHMARK_FIELDS,
  series: repeated(
    (text, line, own) => {
      const series = readSeries(text)
      return series && { ...series, line, own }
    },
    { inner: SERIES, written: "a series is written 'key: label' or 'key (headline): label'" },
  ),
  ...HANDBOOK_FIELDS,
}
