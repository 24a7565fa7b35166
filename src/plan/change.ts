import type { Instant } from '../platform/day.ts'

/** What a change can be about. */
export const SUBJECTS = ['theme', 'recommendation', 'action', 'milestone', 'measure', 'evidence'] as const
export type Subject = (typeof SUBJECTS)[number]

/** One field of one record, changed. Kept for ever. */
export interface Change {
  id: string
  subject: Subject
  subjectId: string
  /** The recommendation or action whose page shows it; a theme's own id for a theme. */
  aboutId: string
  /** The column, or `created`. */
  field: string
  /** As text; empty for none. */
  was: string
  now: string
  reason: string
  byName: string
  at: Instant
}

/** What has no value is the empty text, so that history reads and exports the same on both databases. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

export interface Difference {
  field: string
  was: string
  now: string
}

/** The fields of `next` whose value is not that of `current`, in the order of `next`. */
export function differences(
  current: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): Difference[] {
  return Object.entries(next)
    .map(([field, value]) => ({ field, was: asText(current[field]), now: asText(value) }))
    .filter(({ was, now }) => was !== now)
}

/** Oldest first; within one instant by content, so that an export is the same wherever it is made. */
export function compareChanges(one: Change, other: Change): number {
  const key = (change: Change) =>
    [change.at, change.field === 'created' ? '' : change.field, change.was, change.now].join('\u0000')
  return key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0
}

/** An instant in one spelling, to the millisecond, so that instants sort as text. A bare day is taken as its noon. */
export const instantText = (at: string): Instant =>
  Temporal.Instant.from(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T12:00:00Z` : at).toString({
    smallestUnit: 'millisecond',
  })
