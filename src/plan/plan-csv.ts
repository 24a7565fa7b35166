import { parse } from 'csv-parse/sync'
import type { Pass } from '../access/index.ts'
import { seriesOf } from '../measures/index.ts'
import { toCsv } from '../platform/csv.ts'
import { isDay, type Clock } from '../platform/day.ts'
import type { Checked } from '../platform/errors.ts'
import type { Records } from '../platform/records.ts'
import { PROGRESSES } from './action.ts'
import { storedText, storedValues } from '../records/index.ts'
import { SUBJECTS } from './plan-items.ts'
import type { PlanDocument } from './plan-document.ts'
import { installPlan, type PlanOutcome } from './plan-install.ts'
import { readPlan } from './plan-reading.ts'
import { BRAGS, STEPS } from './rating.ts'
import { SOURCES } from './recommendation.ts'

/** The columns of a plan file, and what each holds. One row is one thing; a row fills the columns of its kind. */
export const PLAN_COLUMNS = {
  kind: 'theme, recommendation, action, milestone, measure, evidence, rating or change',
  ref: 'what people call it: T1, R3, 3.2; a milestone or evidence without one is numbered',
  parent: 'the ref of what it stands under; of what a measure, a rating or a change is about',
  position: 'its place among the others of its kind, a whole number',
  title: 'its title; for evidence what it is',
  asked: 'what was asked, in your own words',
  source: SOURCES.join(', '),
  source_note: 'document, page and date of the original words',
  owner: 'the role that owns it; empty when nobody does',
  sponsor: 'the role that sponsors it',
  start_on: 'the day work starts',
  baseline_due_on: 'the day first agreed; it never changes',
  due_on: 'the day it is due',
  progress: PROGRESSES.join(', '),
  delivered_on: 'the day it was delivered',
  embedded_on: 'the day it was found embedded',
  met_on: 'the day a milestone was met',
  note: 'one line on where it stands',
  measure: 'the id of a series in the catalogue, such as as-completed-45wd.from_start',
  landed_on: 'the day from which the measure could show a change',
  aim: 'the value the measure has to hold',
  months_to_hold: 'for how many months running, a whole number',
  removed_on: 'the day the measure stopped counting for it',
  place: 'where the evidence is kept',
  effective_on: 'the day from which the evidence shows what it shows',
  expires_on: 'the last day on which it counts',
  uploaded_at: 'when it was added: a day, or an instant like 2015-01-26T12:00:00.000Z',
  uploaded_by: 'who added it, as a role',
  rating: BRAGS.join(', '),
  step: STEPS.join(' or '),
  subject: `what kind of thing a change is about: ${SUBJECTS.join(', ')}`,
  field: 'the column that changed, or created',
  was: 'its value before',
  now: 'its value after',
  reason: 'why: of a rating, a change, or a due_on that differs from the plan’s',
  by: 'who, as a role',
  at: 'when: a day, or an instant',
} as const satisfies Record<string, string>

type Column = keyof typeof PLAN_COLUMNS
const COLUMNS = Object.keys(PLAN_COLUMNS) as Column[]

/** Reads a cell that is not empty, or says what it must be. */
type Read = (cell: string) => { value: unknown } | { must: string }

const text: Read = (cell) => ({ value: cell })
const day: Read = (cell) => (isDay(cell) ? { value: cell } : { must: 'be a real day, like 2015-04-30' })
const number: Read = (cell) =>
  /^-?\d+(\.\d+)?$/.test(cell) ? { value: Number(cell) } : { must: 'be a number, like 90 or 12.5' }
const whole: Read = (cell) =>
  /^\d{1,6}$/.test(cell) ? { value: Number(cell) } : { must: 'be a whole number, like 3' }
const instant: Read = (cell) =>
  isDay(cell) || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(cell)
    ? { value: cell }
    : { must: 'be a day or an instant, like 2015-01-26 or 2015-01-26T12:00:00.000Z' }
const oneOf =
  (words: readonly string[]): Read =>
  (cell) =>
    words.includes(cell) ? { value: cell } : { must: `be one of ${words.join(', ')}` }

/** What an empty cell means: it has to be filled, it is no text, it is no value, or it is not said at all. */
type WhenEmpty = 'needed' | 'no text' | 'none' | 'unsaid'
type Cell = readonly [property: string, column: Column, read: Read, whenEmpty: WhenEmpty]

const KINDS = {
  theme: [
    ['ref', 'ref', text, 'needed'],
    ['title', 'title', text, 'needed'],
    ['position', 'position', whole, 'unsaid'],
  ],
  recommendation: [
    ['ref', 'ref', text, 'needed'],
    ['theme', 'parent', text, 'needed'],
    ['title', 'title', text, 'needed'],
    ['asked', 'asked', text, 'no text'],
    ['source', 'source', oneOf(SOURCES), 'needed'],
    ['sourceNote', 'source_note', text, 'no text'],
    ['owner', 'owner', text, 'no text'],
    ['sponsor', 'sponsor', text, 'no text'],
    ['position', 'position', whole, 'unsaid'],
  ],
  action: [
    ['ref', 'ref', text, 'needed'],
    ['recommendation', 'parent', text, 'needed'],
    ['title', 'title', text, 'needed'],
    ['owner', 'owner', text, 'no text'],
    ['startOn', 'start_on', day, 'none'],
    ['baselineDueOn', 'baseline_due_on', day, 'unsaid'],
    ['dueOn', 'due_on', day, 'needed'],
    ['progress', 'progress', oneOf(PROGRESSES), 'unsaid'],
    ['deliveredOn', 'delivered_on', day, 'none'],
    ['embeddedOn', 'embedded_on', day, 'none'],
    ['note', 'note', text, 'no text'],
    ['reason', 'reason', text, 'unsaid'],
  ],
  milestone: [
    ['ref', 'ref', text, 'unsaid'],
    ['action', 'parent', text, 'needed'],
    ['title', 'title', text, 'needed'],
    ['dueOn', 'due_on', day, 'needed'],
    ['metOn', 'met_on', day, 'none'],
  ],
  measure: [
    ['of', 'parent', text, 'needed'],
    ['seriesId', 'measure', text, 'needed'],
    ['landedOn', 'landed_on', day, 'none'],
    ['aim', 'aim', number, 'none'],
    ['monthsToHold', 'months_to_hold', whole, 'unsaid'],
    ['removedOn', 'removed_on', day, 'none'],
  ],
  evidence: [
    ['ref', 'ref', text, 'unsaid'],
    ['action', 'parent', text, 'needed'],
    ['title', 'title', text, 'needed'],
    ['place', 'place', text, 'no text'],
    ['effectiveOn', 'effective_on', day, 'needed'],
    ['expiresOn', 'expires_on', day, 'none'],
    ['uploadedAt', 'uploaded_at', instant, 'unsaid'],
    ['uploadedBy', 'uploaded_by', text, 'unsaid'],
  ],
  rating: [
    ['action', 'parent', text, 'needed'],
    ['rating', 'rating', oneOf(BRAGS), 'needed'],
    ['step', 'step', oneOf(STEPS), 'unsaid'],
    ['reason', 'reason', text, 'needed'],
    ['by', 'by', text, 'unsaid'],
    ['at', 'at', instant, 'unsaid'],
  ],
  change: [
    ['subject', 'subject', oneOf(SUBJECTS), 'needed'],
    ['ref', 'parent', text, 'needed'],
    ['field', 'field', text, 'needed'],
    ['was', 'was', text, 'no text'],
    ['now', 'now', text, 'no text'],
    ['reason', 'reason', text, 'no text'],
    ['by', 'by', text, 'needed'],
    ['at', 'at', instant, 'needed'],
  ],
} as const satisfies Record<string, readonly Cell[]>

type Kind = keyof typeof KINDS
const LISTS = {
  theme: 'themes',
  recommendation: 'recommendations',
  action: 'actions',
  milestone: 'milestones',
  measure: 'measures',
  evidence: 'evidence',
  rating: 'ratings',
  change: 'changes',
} as const satisfies Record<Kind, keyof PlanDocument>
const KIND_NAMES = Object.keys(KINDS) as Kind[]

/** The whole plan with its history as one CSV. Imported into an empty plan and exported again it is the same, byte for byte. */
export async function exportPlan(records: Records, pass: Pass<'plan:read'>): Promise<string> {
  const document = await readPlan(records, pass)
  const rows = KIND_NAMES.flatMap((kind) =>
    document[LISTS[kind]].map((entry) => {
      const fields = storedValues(entry)
      const cells = new Map<Column, string>([['kind', kind]])
      for (const [property, column] of KINDS[kind]) cells.set(column, storedText(fields[property]))
      return COLUMNS.map((column) => cells.get(column) ?? '')
    }),
  )
  return toCsv(COLUMNS, rows)
}

/**
 * Takes a plan file. Everything that is wrong is named by its row, and then nothing is taken.
 */
export async function importPlan(
  records: Records,
  pass: Pass<'plan:write'>,
  clock: Clock,
  csv: string,
): Promise<Checked<PlanOutcome>> {
  const read = parsePlan(csv)
  return read.ok ? installPlan(records, pass, clock, read.value) : read
}

/** A plan file as plain data, or what is wrong with it by row. Row 1 is the row of column names. */
export function parsePlan(csv: string): Checked<PlanDocument> {
  let table: string[][]
  try {
    table = parse(csv, { bom: true, relax_column_count: true })
  } catch {
    return refuse('This is not a CSV file that we can read: save it as CSV (UTF-8) and try again')
  }
  const [head, ...body] = table
  const columns = (head ?? []).map((name) => name.trim().toLowerCase())
  if (!columns.includes('kind'))
    return refuse('The first row must name the columns, kind among them: start from an export of the plan')
  const stranger = columns.find((name) => name !== '' && !(COLUMNS as string[]).includes(name))
  if (stranger)
    return refuse(`There is no column “${stranger}” in a plan: take it out, or put its name right`)

  const document: Record<string, Record<string, unknown>[]> = {}
  for (const list of Object.values(LISTS)) document[list] = []
  const errors: Record<string, string> = {}
  for (const [index, cells] of body.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const row = index + 2
    const at = (column: Column) => {
      const place = columns.indexOf(column)
      return place < 0 ? undefined : unguarded(cells[place] ?? '')
    }
    const kind = at('kind')?.trim() ?? ''
    if (!isKind(kind)) {
      errors[`row ${row}`] = `kind must be one of ${KIND_NAMES.join(', ')}`
      continue
    }
    const entry: Record<string, unknown> = { row }
    const faults = KINDS[kind].flatMap(([property, column, read, whenEmpty]) => {
      const said = take(at(column), read, whenEmpty)
      if ('must' in said) return [`${column} must ${said.must}`]
      if (said.value !== undefined) entry[property] = said.value
      return []
    })
    if (kind === 'measure' && typeof entry['seriesId'] === 'string') {
      const seriesId = seriesOf(entry['seriesId'])?.id ?? null
      if (seriesId === null)
        faults.push(`there is no measure ${entry['seriesId']}: see the catalogue for its id`)
      else entry['seriesId'] = seriesId
    }
    if (faults.length > 0) errors[`row ${row}`] = faults.join('; ')
    else document[LISTS[kind]]!.push(entry)
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  if (Object.values(document).every((list) => list.length === 0))
    return refuse('The file has column names and nothing under them')
  return { ok: true, value: document as unknown as PlanDocument }
}

const refuse = (message: string): Checked<never> => ({ ok: false, errors: { file: message } })
const isKind = (word: string): word is Kind => Object.hasOwn(KINDS, word)

/** The apostrophe that an export puts before what a spreadsheet would run is no part of the text. */
const unguarded = (cell: string) =>
  (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell).replaceAll('\r\n', '\n')

function take(cell: string | undefined, read: Read, whenEmpty: WhenEmpty): ReturnType<Read> {
  if (cell === undefined || cell.trim() === '') {
    if (whenEmpty === 'needed') return { must: 'be filled in' }
    if (cell === undefined || whenEmpty === 'unsaid') return { value: undefined }
    return { value: whenEmpty === 'none' ? null : '' }
  }
  return read(read === text ? cell : cell.trim())
}
