import type { Day } from '../platform/day.ts'

/** A measure that would show whether children feel the change: bound to a recommendation, or to one of its actions. */
export interface Binding {
  id: string
  /** One of these two is set. */
  recommendationId: string | null
  actionId: string | null
  seriesId: string
  /** The day the change landed: figures before it and since it are compared. Null when nothing has landed yet. */
  landedOn: Day | null
  /** The value that the measure has to hold before the work counts as embedded; null when none is agreed. */
  aim: number | null
  /** For how many months running it has to hold. */
  monthsToHold: number
  /** A measure is never unbound without trace: the day it stopped counting. */
  removedOn: Day | null
  version: number
}

export const isBound = (binding: Pick<Binding, 'removedOn'>): boolean => binding.removedOn === null

/**
 * Whether the last months agreed all met the aim; null when no aim is agreed.
 * `values` are months in order; a month without a value has not met it.
 */
export function hasHeld(
  binding: Pick<Binding, 'aim' | 'monthsToHold'>,
  polarity: 'higher' | 'lower' | 'neutral',
  values: readonly (number | null)[],
): boolean | null {
  const { aim, monthsToHold } = binding
  if (aim === null || polarity === 'neutral') return null
  const last = values.slice(-monthsToHold)
  const met = (value: number | null) => value !== null && (polarity === 'lower' ? value <= aim : value >= aim)
  return last.length === monthsToHold && last.every(met)
}
