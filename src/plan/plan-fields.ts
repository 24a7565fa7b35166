import { formatDay, type Day } from '../platform/day.ts'
import { choice, paragraph, type Values } from '../records/index.ts'
import { actionKind, isFinished, type Action } from './action.ts'
import { catalogue } from '../measures/index.ts'
import { fullTitle, namedMeasures, type TrackedMeasure } from '../performance/index.ts'
import { bindingKind } from './binding.ts'
import { evidenceKind, inDate } from './evidence.ts'
import { milestoneKind } from './milestone.ts'
import type { ActionNode } from './plan-tree.ts'
import { bragWord } from './brag-word.tsx'
import { BRAG_WORDS, ratingRefusal } from './rating.ts'

/** What each form of the plan asks, in its order; what it does not ask the program fills. */

export const newActionForm = {
  ref: actionKind.fields.ref,
  title: actionKind.fields.title,
  owner: actionKind.fields.owner,
  startOn: actionKind.fields.startOn,
  dueOn: actionKind.fields.dueOn.reworded({
    hint: 'This day becomes the baseline, which never changes.',
  }),
  note: actionKind.fields.note,
}

export const milestoneForm = {
  title: milestoneKind.fields.title,
  dueOn: milestoneKind.fields.dueOn,
  metOn: milestoneKind.fields.metOn,
}

export const evidenceForm = {
  title: evidenceKind.fields.title,
  place: evidenceKind.fields.place,
  effectiveOn: evidenceKind.fields.effectiveOn,
  expiresOn: evidenceKind.fields.expiresOn,
}

/** Of a measure that is bound already. */
export const measureForm = {
  landedOn: bindingKind.fields.landedOn,
  aim: bindingKind.fields.aim,
  monthsToHold: bindingKind.fields.monthsToHold,
  removedOn: bindingKind.fields.removedOn,
}

/** Found by its words, its id, or the reference that the tracker gives it. */
export const newMeasureForm = (tracked: readonly TrackedMeasure[]) => ({
  seriesId: choice({
    label: 'Measure',
    hint: 'Type some of its words, or its reference on the tracker, like A2',
    choices: Object.fromEntries(catalogue().map((series) => [series.id, fullTitle(series)])),
    find: (typed) => namedMeasures(typed, tracked),
    required: 'Choose a measure',
  }),
  landedOn: bindingKind.fields.landedOn,
  aim: bindingKind.fields.aim,
  monthsToHold: bindingKind.fields.monthsToHold,
})

const rating = { label: 'Rating', choices: BRAG_WORDS, mark: bragWord, momentary: true } as const
const ratingReason = { label: 'Why this rating?', momentary: true } as const

/** What may be changed of an action at one sitting: its days, how far it is, and the rating that its owner proposes. */
export const actionForm = (action: Action) => ({
  title: actionKind.fields.title,
  owner: actionKind.fields.owner,
  startOn: actionKind.fields.startOn,
  dueOn: actionKind.fields.dueOn.reworded({
    label: 'New due day',
    hint: `The baseline stays ${formatDay(action.baselineDueOn)}.`,
  }),
  reason: paragraph({
    label: isFinished(action) ? 'Why is the date moving, or the work reopening?' : 'Why is the date moving?',
    hint: 'Leave empty when it is not.',
    momentary: true,
  }),
  progress: actionKind.fields.progress,
  deliveredOn: actionKind.fields.deliveredOn,
  embeddedOn: actionKind.fields.embeddedOn,
  note: actionKind.fields.note,
  rating: choice({
    ...rating,
    label: 'Rating you propose',
    hint: 'As its owner. Choose nothing to leave your last word as it is.',
  }),
  ratingReason: paragraph(ratingReason),
})

export const confirmForm = {
  rating: choice({ ...rating, required: 'Choose a rating' }),
  ratingReason: paragraph({ ...ratingReason, required: 'Say why you give this rating' }),
}

/** The answers of an action's form. */
export type ActionAnswers = Values<ReturnType<typeof actionForm>>

/**
 * What keeps an action from being saved as answered, by field; nothing when it may be.
 * `notHeld` says why its measures do not show it embedded; null when they do.
 */
export function actionFaults(
  answers: ActionAnswers,
  current: ActionNode,
  today: Day,
  notHeld: string | null,
): Partial<Record<keyof ActionAnswers, string>> {
  const faults: Partial<Record<keyof ActionAnswers, string>> = {}
  const reopens = isFinished(current) && !isFinished(answers)
  if (answers.reason === '' && answers.dueOn !== current.dueOn) faults.reason = 'Say why the date is moving'
  else if (answers.reason === '' && reopens) faults.reason = 'Say why the work is reopening'

  if (isFinished(answers) && !isFinished(current) && !current.evidence.some((piece) => inDate(piece, today)))
    faults.progress = 'Add evidence that is in date before you mark this delivered'
  if (isFinished(answers) && answers.deliveredOn === null)
    faults.deliveredOn = 'Enter the day it was delivered'
  if (answers.deliveredOn !== null && answers.deliveredOn > today)
    faults.deliveredOn = 'The day it was delivered must be today or earlier'
  if (answers.progress === 'embedded') {
    if (current.progress !== 'embedded' && notHeld !== null) faults.progress ??= notHeld
    if (answers.embeddedOn === null) faults.embeddedOn = 'Enter the day it was found embedded'
    else if (answers.embeddedOn > today)
      faults.embeddedOn = 'The day it was found embedded must be today or earlier'
  }
  if (answers.rating !== null) {
    const refusal = ratingRefusal(answers.rating, answers, current.evidence, today)
    if (refusal) faults.rating = refusal
    if (answers.ratingReason === '') faults.ratingReason = 'Say why you give this rating'
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
