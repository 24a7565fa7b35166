import { isDay, type Day } from '../../platform/day.ts'
import type { Checked } from '../../platform/errors.ts'
import { catalogue, seriesOf, boundsOf } from '../../measures/index.ts'
import { HEADLINES } from './headlines.ts'
import { endsInTime, readPath, type PathStep } from './target-path.ts'

/** A measure that a council's tracker follows, with its target. */
export interface TrackedMeasure {
  seriesId: string
  /** The Board's reference: "A2". */
  ref: string
  /** The council's own words for it; null for the catalogue's. */
  title: string | null
  /** In the unit of the series; null where none is set. */
  target: number | null
  /** The day by which it is to be met. */
  targetBy: Day | null
  /** The agreed path to the target, month by month; absent where none was agreed. */
  path?: readonly PathStep[] | undefined
}

/** What a form or a file gives, unchecked. */
type TrackedDraft = Readonly<
  Record<'seriesId' | 'ref' | 'title' | 'target' | 'targetBy', string> & { path?: string }
>

/**
 * Reads one measure to track. An empty title is the catalogue's; an empty target is none. `others` are the measures that
 * the tracker follows besides: no two may have one reference.
 */
export function checkTracked(
  draft: TrackedDraft,
  others: readonly Pick<TrackedMeasure, 'ref' | 'seriesId'>[] = [],
): Checked<TrackedMeasure> {
  const errors: Record<string, string> = {}
  const series = seriesOf(draft.seriesId)
  const target = draft.target.trim() === '' ? null : Number(draft.target.trim().replace(/^£|%$/g, ''))
  const targetBy = draft.targetBy.trim() || null
  const taken = others.find(({ ref, seriesId }) => ref === draft.ref.trim() && seriesId !== series?.id)
  if (!series) errors['seriesId'] = 'Choose a measure from the catalogue'
  if (draft.ref.trim() === '') errors['ref'] = 'Enter a reference, like A2'
  else if (taken)
    errors['ref'] =
      `Enter another reference: ${draft.ref.trim()} is ${seriesOf(taken.seriesId)?.title ?? 'taken'}`
  if (target !== null && !Number.isFinite(target)) errors['target'] = 'Enter the target as a number, like 90'
  else if (target !== null && series?.unit === '%' && (target < 0 || target > 100))
    errors['target'] = 'Enter a target between 0 and 100'
  if (targetBy !== null && !isDay(targetBy))
    errors['targetBy'] = 'Enter the day it is to be met by as a real day, like 31 March 2015'
  else if (targetBy !== null && target === null)
    errors['target'] = 'Enter the target that is to be met by that day'
  const path = readPath(draft.path ?? '', series ? boundsOf(series) : [-Infinity, Infinity])
  if ('error' in path) errors['path'] = path.error
  else if (path.steps.length > 0 && target === null)
    errors['target'] ??= 'Enter the target that the path leads to'
  else if (!endsInTime(path.steps, targetBy as Day | null))
    errors['path'] = 'End the path no later than the day by which the target is to be met'
  if (!series || Object.keys(errors).length > 0) return { ok: false, errors }
  const value = {
    seriesId: series.id,
    ref: draft.ref.trim(),
    title: draft.title.trim() || null,
    target,
    targetBy: targetBy as Day | null,
    ...('steps' in path && path.steps.length > 0 && { path: path.steps }),
  }
  return { ok: true, value }
}

/**
 * What a council's tracker follows until it has chosen: the measures that the sector looks at first, without targets.
 * One that no file can hold yet is left out.
 */
export const untouchedTracker = (): TrackedMeasure[] =>
  HEADLINES.flatMap((id) => seriesOf(id) ?? catalogue().find(({ measure }) => measure === id) ?? [])
    .filter(({ notHeld }) => notHeld === null)
    .map(({ id }, at) => ({ seriesId: id, ref: `M${at + 1}`, title: null, target: null, targetBy: null }))
