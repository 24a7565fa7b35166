import { z } from 'zod'
import { seriesOf } from '../measures/index.ts'
import { isDay, type Day, type Instant } from '../platform/day.ts'
import { PROGRESSES } from './action.ts'
import type {
  ActionEntry,
  ChangeEntry,
  EvidenceEntry,
  MeasureEntry,
  MilestoneEntry,
  RatingEntry,
  RecommendationEntry,
  ThemeEntry,
} from './plan-document.ts'
import { SUBJECTS } from './plan-items.ts'
import { BRAGS, STEPS } from './rating.ts'
import { SOURCES } from './recommendation.ts'

/** The columns of a plan file, and what each holds. One row is one item; a row fills the columns of its kind. */
export const PLAN_COLUMNS = {
  kind: 'theme, recommendation, action, milestone, measure, evidence, rating or change',
  ref: 'what people call it: T1, R3, 3.2; a milestone or evidence without one is numbered',
  parent: 'the ref of what it belongs to; of what a measure, a rating or a change is about',
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
  note: 'one line on how it is going',
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

export type Column = keyof typeof PLAN_COLUMNS

/** Reads a cell that is not empty, or says what it must be. */
type Read<Value> = (cell: string) => { value: Value } | { fault: string }

const text: Read<string> = (cell) => ({ value: cell })
const day: Read<Day> = (cell) =>
  isDay(cell) ? { value: cell } : { fault: 'must be a real day, like 2015-04-30' }
const number: Read<number> = (cell) =>
  /^-?\d+(\.\d+)?$/.test(cell) ? { value: Number(cell) } : { fault: 'must be a number, like 90 or 12.5' }
const whole: Read<number> = (cell) =>
  /^\d{1,6}$/.test(cell) ? { value: Number(cell) } : { fault: 'must be a whole number, like 3' }
const instant: Read<Instant> = (cell) =>
  isDay(cell) || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(cell)
    ? { value: cell }
    : { fault: 'must be a day or an instant, like 2015-01-26 or 2015-01-26T12:00:00.000Z' }
const oneOf =
  <Word extends string>(words: readonly Word[]): Read<Word> =>
  (cell) => {
    const value = words.find((word) => word === cell)
    return value === undefined ? { fault: `must be one of ${words.join(', ')}` } : { value }
  }
const series: Read<string> = (cell) => {
  const value = seriesOf(cell)?.id
  return value === undefined
    ? { fault: `there is no measure ${cell}: see the catalogue for its id` }
    : { value }
}

function readCell<Value>(read: Read<Value>, cell: string, context: z.RefinementCtx): Value {
  const reading = read(read === text ? cell : cell.trim())
  if ('value' in reading) return reading.value
  context.addIssue(reading.fault)
  return z.NEVER
}

const EMPTY = 'must be filled in'
/** What an empty cell means: it has to be filled, it is no value, it is no text, or it is not said at all. */
const needed = <Value>(read: Read<Value>) =>
  z.string({ error: EMPTY }).transform((cell, context): Value => {
    if (cell.trim() !== '') return readCell(read, cell, context)
    context.addIssue(EMPTY)
    return z.NEVER
  })
const orNone = <Value>(read: Read<Value>) =>
  z
    .string()
    .transform((cell, context): Value | null => (cell.trim() === '' ? null : readCell(read, cell, context)))
    .exactOptional()
const orNoText = z
  .string()
  .transform((cell) => (cell.trim() === '' ? '' : cell))
  .exactOptional()
const orUnsaid = <Value>(read: Read<Value>) =>
  z
    .string()
    .transform((cell, context): Value => readCell(read, cell, context))
    .exactOptional()

/** How the rows of one kind are read and written: each property's column, and the schema of an entry. */
export interface PlanRows<Entry> {
  columns: Readonly<Record<string, Column>>
  entry: z.ZodType<Entry>
  /** Properties whose empty cell says nothing. */
  unsaid: ReadonlySet<string>
}

const rowsOf = <Shape extends z.ZodRawShape>(
  shape: Shape,
  columns: Readonly<Record<keyof Shape & string, Column>>,
  unsaid: readonly (keyof Shape & string)[] = [],
) => ({ columns, entry: z.object(shape), unsaid: new Set<string>(unsaid) })

export const THEME_ROWS: PlanRows<ThemeEntry> = rowsOf(
  { ref: needed(text), title: needed(text), position: orUnsaid(whole) },
  { ref: 'ref', title: 'title', position: 'position' },
  ['position'],
)

export const RECOMMENDATION_ROWS: PlanRows<RecommendationEntry> = rowsOf(
  {
    ref: needed(text),
    theme: needed(text),
    title: needed(text),
    asked: orNoText,
    source: needed(oneOf(SOURCES)),
    sourceNote: orNoText,
    owner: orNoText,
    sponsor: orNoText,
    position: orUnsaid(whole),
  },
  {
    ref: 'ref',
    theme: 'parent',
    title: 'title',
    asked: 'asked',
    source: 'source',
    sourceNote: 'source_note',
    owner: 'owner',
    sponsor: 'sponsor',
    position: 'position',
  },
  ['position'],
)

export const ACTION_ROWS: PlanRows<ActionEntry> = rowsOf(
  {
    ref: needed(text),
    recommendation: needed(text),
    title: needed(text),
    owner: orNoText,
    startOn: orNone(day),
    baselineDueOn: orUnsaid(day),
    dueOn: needed(day),
    progress: orUnsaid(oneOf(PROGRESSES)),
    deliveredOn: orNone(day),
    embeddedOn: orNone(day),
    note: orNoText,
    reason: orUnsaid(text),
  },
  {
    ref: 'ref',
    recommendation: 'parent',
    title: 'title',
    owner: 'owner',
    startOn: 'start_on',
    baselineDueOn: 'baseline_due_on',
    dueOn: 'due_on',
    progress: 'progress',
    deliveredOn: 'delivered_on',
    embeddedOn: 'embedded_on',
    note: 'note',
    reason: 'reason',
  },
  ['baselineDueOn', 'progress', 'reason'],
)

export const MILESTONE_ROWS: PlanRows<MilestoneEntry> = rowsOf(
  {
    ref: orUnsaid(text),
    action: needed(text),
    title: needed(text),
    dueOn: needed(day),
    metOn: orNone(day),
  },
  { ref: 'ref', action: 'parent', title: 'title', dueOn: 'due_on', metOn: 'met_on' },
  ['ref'],
)

export const MEASURE_ROWS: PlanRows<MeasureEntry> = rowsOf(
  {
    of: needed(text),
    seriesId: needed(series),
    landedOn: orNone(day),
    aim: orNone(number),
    monthsToHold: orUnsaid(whole),
    removedOn: orNone(day),
  },
  {
    of: 'parent',
    seriesId: 'measure',
    landedOn: 'landed_on',
    aim: 'aim',
    monthsToHold: 'months_to_hold',
    removedOn: 'removed_on',
  },
  ['monthsToHold'],
)

export const EVIDENCE_ROWS: PlanRows<EvidenceEntry> = rowsOf(
  {
    ref: orUnsaid(text),
    action: needed(text),
    title: needed(text),
    place: orNoText,
    effectiveOn: needed(day),
    expiresOn: orNone(day),
    uploadedAt: orUnsaid(instant),
    uploadedBy: orUnsaid(text),
  },
  {
    ref: 'ref',
    action: 'parent',
    title: 'title',
    place: 'place',
    effectiveOn: 'effective_on',
    expiresOn: 'expires_on',
    uploadedAt: 'uploaded_at',
    uploadedBy: 'uploaded_by',
  },
  ['ref', 'uploadedAt', 'uploadedBy'],
)

export const RATING_ROWS: PlanRows<RatingEntry> = rowsOf(
  {
    action: needed(text),
    rating: needed(oneOf(BRAGS)),
    step: orUnsaid(oneOf(STEPS)),
    reason: needed(text),
    by: orUnsaid(text),
    at: orUnsaid(instant),
  },
  { action: 'parent', rating: 'rating', step: 'step', reason: 'reason', by: 'by', at: 'at' },
  ['step', 'by', 'at'],
)

export const CHANGE_ROWS: PlanRows<ChangeEntry> = rowsOf(
  {
    subject: needed(oneOf(SUBJECTS)),
    ref: needed(text),
    field: needed(text),
    was: orNoText,
    now: orNoText,
    reason: orNoText,
    by: needed(text),
    at: needed(instant),
  },
  {
    subject: 'subject',
    ref: 'parent',
    field: 'field',
    was: 'was',
    now: 'now',
    reason: 'reason',
    by: 'by',
    at: 'at',
  },
)
