import type { Day, Instant } from '../../platform/day.ts'
import { answerKey, type ListAnswer } from '../answers/answer.ts'
import { clearedBetween } from '../answers/held-since.ts'
import type { ListRow } from '../lists/list-rows.ts'
import type { Clinic } from './clinic.ts'
import type { ClinicItem } from './clinic-item.ts'

/** A clinic closed on figures that no longer had the child on the list. */
export interface LeftMark {
  at: Instant
  figuresOn: Day
}

/** When children were found to have left a list, by the key of child and list, the earliest first. */
export function leftMarksIn(
  items: readonly ClinicItem[],
  clinics: readonly Pick<Clinic, 'id' | 'figuresOn'>[],
): ReadonlyMap<string, readonly LeftMark[]> {
  const figures = new Map(clinics.map(({ id, figuresOn }) => [id, figuresOn]))
  const marks = new Map<string, LeftMark[]>()
  const left = items.filter(({ outcome }) => outcome === 'left')
  for (const item of left.toSorted((a, b) => (a.saidAt < b.saidAt ? -1 : 1))) {
    const figuresOn = figures.get(item.clinicId)
    const key = answerKey(item.list, item.subject)
    if (figuresOn) marks.set(key, [...(marks.get(key) ?? []), { at: item.saidAt, figuresOn }])
  }
  return marks
}

/** The answers that clinics closed on as kept. */
export const judgedIn = (items: readonly ClinicItem[]): ReadonlySet<string> =>
  new Set(
    items.flatMap(({ outcome, answerId }) =>
      (outcome === 'left' || outcome === 'again') && answerId !== '' ? answerId : [],
    ),
  )

/** A child who had left the list and is on it again. */
export interface CameBack {
  /** Figures in which the child was off the list, as a clinic found; null where the clock alone tells. */
  offOn: Day | null
  /** By when what was answered for had cleared; null where it is not told. */
  clearedBy: Day | null
}

/** Whether a child on a list is there anew since the latest answer: by what a clinic found, or else by the clock of the rules. */
export function cameBackOf(
  row: ListRow,
  promise: ListAnswer | null,
  marks: readonly LeftMark[],
): CameBack | null {
  const mark = marks.findLast(({ at }) => promise === null || at > promise.answeredAt)
  if (mark) return { offOn: mark.figuresOn, clearedBy: null }
  const cleared = promise && clearedBetween(row, promise)
  return cleared ? { offOn: null, clearedBy: cleared.clearedBy } : null
}
