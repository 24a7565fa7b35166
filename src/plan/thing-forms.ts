import { formatDay, type Day } from '../platform/day.ts'
import { isFinished, PROGRESS_WORDS, PROGRESSES, type Action } from './action.ts'
import type { Subject } from './change.ts'
import { inDate } from './evidence.ts'
import type { Field } from './form-field.ts'
import type { ActionBranch } from './plan-tree.ts'
import { BRAG_WORDS, BRAGS, ratingRefusal, type Brag } from './rating.ts'
import { SOURCE_WORDS, SOURCES } from './recommendation.ts'

const REF: Field = {
  name: 'ref',
  label: 'Reference',
  hint: 'What people call it, such as T1, R3 or 3.2',
  as: 'line',
  needed: 'Enter the reference',
}
const TITLE: Field = { name: 'title', label: 'Title', as: 'line', needed: 'Enter the title' }
const OWNER: Field = {
  name: 'owner',
  label: 'Owner',
  hint: 'A role, such as Head of Assessment. Left empty, the plan says that nobody owns it.',
  as: 'line',
}
const NOTE: Field = { name: 'note', label: 'Where it stands', hint: 'One line', as: 'line' }
const START: Field = { name: 'start_on', label: 'Start day', as: 'day' }

const brags = (words: readonly Brag[]) => words.map((value) => ({ value, text: BRAG_WORDS[value] }))

export const THEME_FIELDS: readonly Field[] = [REF, TITLE]

export const RECOMMENDATION_FIELDS: readonly Field[] = [
  REF,
  TITLE,
  {
    name: 'asked',
    label: 'What was asked',
    hint: 'In your own words',
    as: 'text',
    needed: 'Enter what was asked',
  },
  {
    name: 'source',
    label: 'Who asked',
    as: 'choice',
    choices: SOURCES.map((value) => ({ value, text: SOURCE_WORDS[value] })),
    needed: 'Choose who asked',
  },
  { name: 'source_note', label: 'Where the original words are', hint: 'Document, page and date', as: 'line' },
  OWNER,
  { name: 'sponsor', label: 'Sponsor', hint: 'A role', as: 'line' },
]

export const NEW_ACTION_FIELDS: readonly Field[] = [
  REF,
  TITLE,
  OWNER,
  START,
  {
    name: 'due_on',
    label: 'Due day',
    hint: 'This day becomes the baseline, which never changes.',
    as: 'day',
    needed: 'Enter the due day',
  },
  NOTE,
]

export const MILESTONE_FIELDS: readonly Field[] = [
  TITLE,
  { name: 'due_on', label: 'Due day', as: 'day', needed: 'Enter the due day' },
  { name: 'met_on', label: 'Day it was met', hint: 'Leave empty until it is.', as: 'day' },
]

export const EVIDENCE_FIELDS: readonly Field[] = [
  { name: 'title', label: 'What it is', as: 'line', needed: 'Enter what it is' },
  {
    name: 'place',
    label: 'Where it is kept',
    hint: 'A reference that others can follow. Waymark does not hold the document.',
    as: 'line',
    needed: 'Enter where it is kept',
  },
  {
    name: 'effective_on',
    label: 'Day from which it counts',
    as: 'day',
    needed: 'Enter the day from which it counts',
  },
  {
    name: 'expires_on',
    label: 'Last day on which it counts',
    hint: 'Leave empty if it does not go stale.',
    as: 'day',
  },
]

/** `choices` is the catalogue, for a measure not yet bound. */
export const measureFields = (choices: Field['choices'] | null): readonly Field[] => [
  ...(choices
    ? [{ name: 'series_id', label: 'Measure', as: 'list' as const, choices, needed: 'Choose a measure' }]
    : []),
  {
    name: 'landed_on',
    label: 'Day the change landed',
    hint: 'Figures before it and since it are compared. Leave empty until something has.',
    as: 'day',
  },
  { name: 'aim', label: 'Value it has to hold', hint: 'Before the work counts as embedded', as: 'number' },
  {
    name: 'months_to_hold',
    label: 'For how many months running',
    as: 'number',
    needed: 'Enter for how many months it has to hold',
  },
  ...(choices
    ? []
    : [
        {
          name: 'removed_on',
          label: 'Day it stopped counting',
          hint: 'Its history is kept. Leave empty while it counts.',
          as: 'day' as const,
        },
      ]),
]

/** What may be changed of an action at one sitting: its days, how far it is, and the rating that its owner proposes. */
export const actionFields = (action: Action): readonly Field[] => [
  TITLE,
  OWNER,
  START,
  {
    name: 'due_on',
    label: 'New due day',
    hint: `The baseline stays ${formatDay(action.baselineDueOn)}.`,
    as: 'day',
    needed: 'Enter the due day',
  },
  {
    name: 'reason',
    label: isFinished(action) ? 'Why is the date moving, or the work reopening?' : 'Why is the date moving?',
    hint: 'Leave empty when it is not.',
    as: 'text',
  },
  {
    name: 'progress',
    label: 'How far it is',
    as: 'choice',
    choices: PROGRESSES.map((value) => ({ value, text: PROGRESS_WORDS[value] })),
    needed: 'Choose how far it is',
  },
  { name: 'delivered_on', label: 'Day it was delivered', hint: 'Leave empty until it is.', as: 'day' },
  { name: 'embedded_on', label: 'Day it was found embedded', hint: 'Leave empty until it is.', as: 'day' },
  NOTE,
  {
    name: 'rating',
    label: 'Rating you propose',
    hint: 'As its owner. Choose nothing to leave your last word as it is.',
    as: 'choice',
    choices: brags(BRAGS),
    emptyIs: 'none',
  },
  { name: 'rating_reason', label: 'Why this rating?', as: 'text' },
]

export const CONFIRM_FIELDS: readonly Field[] = [
  { name: 'rating', label: 'Rating', as: 'choice', choices: brags(BRAGS), needed: 'Choose a rating' },
  {
    name: 'rating_reason',
    label: 'Why this rating?',
    as: 'text',
    needed: 'Say why you give this rating',
  },
]

/** The answers of an action's form. */
export interface ActionAnswers extends Pick<
  Action,
  'title' | 'owner' | 'startOn' | 'dueOn' | 'progress' | 'deliveredOn' | 'embeddedOn' | 'note'
> {
  reason: string
  rating: Brag | null
  ratingReason: string
}

/**
 * What keeps an action from being saved as answered, by field; nothing when it may be.
 * `notHeld` says why its measures do not show it embedded; null when they do.
 */
export function actionFaults(
  answers: ActionAnswers,
  current: ActionBranch,
  today: Day,
  notHeld: string | null,
): Record<string, string> {
  const faults: Record<string, string> = {}
  const reopens = isFinished(current) && !isFinished(answers)
  if (answers.reason === '' && answers.dueOn !== current.dueOn)
    faults['reason'] = 'Say why the date is moving'
  else if (answers.reason === '' && reopens) faults['reason'] = 'Say why the work is reopening'

  if (isFinished(answers) && !isFinished(current) && !current.evidence.some((piece) => inDate(piece, today)))
    faults['progress'] = 'Add evidence that is in date before you mark this delivered'
  if (isFinished(answers) && answers.deliveredOn === null)
    faults['delivered_on'] = 'Enter the day it was delivered'
  if (answers.deliveredOn !== null && answers.deliveredOn > today)
    faults['delivered_on'] = 'The day it was delivered must be today or earlier'
  if (answers.progress === 'embedded') {
    if (current.progress !== 'embedded' && notHeld !== null) faults['progress'] ??= notHeld
    if (answers.embeddedOn === null) faults['embedded_on'] = 'Enter the day it was found embedded'
    else if (answers.embeddedOn > today)
      faults['embedded_on'] = 'The day it was found embedded must be today or earlier'
  }
  if (answers.rating !== null) {
    const refusal = ratingRefusal(answers.rating, answers, current.evidence, today)
    if (refusal) faults['rating'] = refusal
    if (answers.ratingReason === '') faults['rating_reason'] = 'Say why you give this rating'
  }
  return faults
}

/** The answers as they are saved: days that belong to a later stage than the action has reached are dropped. */
export const actionDraft = (answers: ActionAnswers) => ({
  title: answers.title,
  owner: answers.owner,
  startOn: answers.startOn,
  dueOn: answers.dueOn,
  progress: answers.progress,
  deliveredOn: isFinished(answers) ? answers.deliveredOn : null,
  embeddedOn: answers.progress === 'embedded' ? answers.embeddedOn : null,
  note: answers.note,
})

/** What a history calls a field. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  created: 'Added to the plan',
  ref: 'Reference',
  title: 'Title',
  asked: 'What was asked',
  source: 'Who asked',
  source_note: 'Where the original words are',
  owner: 'Owner',
  sponsor: 'Sponsor',
  position: 'Place in the plan',
  theme_id: 'Theme',
  recommendation_id: 'Recommendation',
  start_on: 'Start day',
  due_on: 'Due day',
  progress: 'How far it is',
  delivered_on: 'Day delivered',
  embedded_on: 'Day embedded',
  met_on: 'Day met',
  note: 'Where it stands',
  place: 'Where it is kept',
  effective_on: 'Counts from',
  expires_on: 'Counts until',
  landed_on: 'Day the change landed',
  aim: 'Value to hold',
  months_to_hold: 'Months to hold',
  removed_on: 'Stopped counting on',
}

export const SUBJECT_WORDS: Readonly<Record<Subject, string>> = {
  theme: 'Theme',
  recommendation: 'Recommendation',
  action: 'Action',
  milestone: 'Milestone',
  measure: 'Measure',
  evidence: 'Evidence',
}
