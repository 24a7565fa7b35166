import { isDay, type Day } from '../../platform/day.ts'
import type { Checked } from '../../platform/errors.ts'
import { catalogue, seriesOf } from '../catalogue/catalogue.ts'

/** A measure that a council's tracker follows, and what it aims for. */
export interface TrackedMeasure {
  seriesId: string
  /** "A2": how the Board calls it. */
  ref: string
  /** The council's own words for it; null for the catalogue's. */
  title: string | null
  /** In the unit of the series; null where none is set. */
  target: number | null
  /** The day by which it is to be met. */
  targetBy: Day | null
}

/** What a form or a file gives, unchecked. */
export type TrackedDraft = Readonly<Record<'seriesId' | 'ref' | 'title' | 'target' | 'targetBy', string>>

/** Reads one measure to track. An empty title is the catalogue's; an empty target is none. */
export function checkTracked(draft: TrackedDraft): Checked<TrackedMeasure> {
  const errors: Record<string, string> = {}
  const series = seriesOf(draft.seriesId)
  const target = draft.target.trim() === '' ? null : Number(draft.target)
  const targetBy = draft.targetBy.trim() || null
  if (!series) errors['seriesId'] = 'Choose a measure from the catalogue'
  if (draft.ref.trim() === '') errors['ref'] = 'Enter a reference, like A2'
  if (target !== null && !Number.isFinite(target)) errors['target'] = 'Enter the target as a number, like 90'
  else if (target !== null && series?.unit === '%' && (target < 0 || target > 100))
    errors['target'] = 'Enter a target between 0 and 100'
  if (targetBy !== null && !isDay(targetBy))
    errors['targetBy'] = 'Enter the day it is to be met as a real day, like 2015-03-31'
  else if (targetBy !== null && target === null)
    errors['target'] = 'Enter the target that is to be met by that day'
  if (!series || Object.keys(errors).length > 0) return { ok: false, errors }
  const value = {
    seriesId: series.id,
    ref: draft.ref.trim(),
    title: draft.title.trim() || null,
    target,
    targetBy: targetBy as Day | null,
  }
  return { ok: true, value }
}

/** What a council's tracker follows until it has chosen: the headline of every measure, without targets. */
export const untouchedTracker = (): TrackedMeasure[] =>
  catalogue()
    .filter(({ headline, notHeld, measure }) => (headline || !seriesOf(measure)) && notHeld === null)
    .map(({ id }, at) => ({ seriesId: id, ref: `M${at + 1}`, title: null, target: null, targetBy: null }))
