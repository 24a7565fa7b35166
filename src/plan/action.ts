import { daysBetween, type Day } from '../platform/day.ts'
import { choice, day, defineRecord, parent, text, type Change, type RecordOf } from '../records/index.ts'
import { ownerRole, PLAN_RECORDS, recommendationKind, reference } from './recommendation.ts'

/** *Delivered* is the activity done and its evidence in; *embedded* is that children feel it and the measure has held. */
export const PROGRESSES = ['not_started', 'under_way', 'delivered', 'embedded'] as const
export type Progress = (typeof PROGRESSES)[number]

export const PROGRESS_WORDS: Record<Progress, string> = {
  not_started: 'Not started',
  under_way: 'Under way',
  delivered: 'Delivered',
  embedded: 'Embedded',
}

/** How history describes a due day that moved. */
export const dueDayMoved = (was: string, now: string): string => `Due day moved from ${was} to ${now}`

/** One piece of work under a recommendation. Owners are roles: people change, posts stay. */
export const actionKind = defineRecord({
  ...PLAN_RECORDS,
  name: 'action',
  table: 'plan_action',
  idPrefix: 'act',
  words: { one: 'action', many: 'actions' },
  parents: {
    recommendationId: parent(() => recommendationKind, {
      label: 'Recommendation',
      required: 'Choose the recommendation',
    }),
  },
  fields: {
    /** As people say it: `3.2` */
    ref: reference,
    title: text({ label: 'Title', required: 'Enter the title' }),
    /** Empty until somebody has agreed to own it. */
    owner: ownerRole,
    startOn: day({ label: 'Start day' }),
    /** The day first agreed. It never changes, so that moving the due day never hides a slide. */
    baselineDueOn: day({
      label: 'Baseline',
      required: 'Enter the baseline',
      hidden: true,
      fixed: (was) => `The baseline stays ${was}: move the due day instead`,
    }),
    dueOn: day({
      label: 'Due day',
      required: 'Enter the due day',
      takesReason: true,
      reasonToChange: 'Say why the due day is moving',
      changed: dueDayMoved,
    }),
    progress: choice({
      label: 'How far it is',
      choices: PROGRESS_WORDS,
      required: 'Choose how far it is',
      takesReason: true,
    }),
    deliveredOn: day({
      label: 'Day it was delivered',
      hint: 'Leave empty until it is.',
      historyLabel: 'Day delivered',
    }),
    embeddedOn: day({
      label: 'Day it was found embedded',
      hint: 'Leave empty until it is.',
      historyLabel: 'Day embedded',
    }),
    note: text({ label: 'How it is going', hint: 'One line' }),
  },
  named: 'title',
})
export type Action = RecordOf<typeof actionKind.fields>

type Dated = Pick<Action, 'progress' | 'dueOn' | 'baselineDueOn'>

export const isFinished = (action: Pick<Action, 'progress'>): boolean =>
  action.progress === 'delivered' || action.progress === 'embedded'

/** Calendar days past due on `today`; 0 when finished or not yet due. */
export const daysLate = (action: Dated, today: Day): number =>
  isFinished(action) ? 0 : Math.max(0, daysBetween(action.dueOn, today))

export const isOverdue = (action: Dated, today: Day): boolean => daysLate(action, today) > 0

/** Calendar days that the due day has slid past the baseline; 0 when it has not moved or was brought forward. */
export const daysSlid = (action: Dated): number =>
  Math.max(0, daysBetween(action.baselineDueOn, action.dueOn))

/** The due day is not the baseline, and nobody has said why for the day it was last moved to. */
export function movedWithoutReason(action: Dated, changes: readonly Change[]): boolean {
  if (action.dueOn === action.baselineDueOn) return false
  const moves = changes.filter((change) => change.field === 'due_on')
  return !moves.some((move) => move.now === action.dueOn && move.reason.trim() !== '')
}

/** The day of the latest return from delivered or embedded to unfinished work; null when it has not reopened, or is finished again. */
export function reopenedAt(action: Pick<Action, 'progress'>, changes: readonly Change[]): Change | null {
  if (isFinished(action)) return null
  const finished: readonly string[] = ['delivered', 'embedded']
  const returns = changes.filter(
    ({ field, was, now }) => field === 'progress' && finished.includes(was) && !finished.includes(now),
  )
  return returns.at(-1) ?? null
}

/** `3.2` before `3.10`, `R2` before `R10`: numbers within refs count as numbers, the same on every machine. */
export function compareRefs(a: string, b: string): number {
  const parts = (ref: string) => ref.match(/\d+|\D+/g) ?? []
  const [left, right] = [parts(a), parts(b)]
  for (const [index, part] of left.entries()) {
    const against = right[index]
    if (against === undefined) return 1
    if (part === against) continue
    const difference = Number(part) - Number(against)
    if (!Number.isNaN(difference) && difference !== 0) return difference
    return part < against ? -1 : 1
  }
  return left.length - right.length
}
