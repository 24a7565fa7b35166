import { day, defineRecord, number, parent, text, whole, type RecordOf } from '../records/index.ts'
import { actionKind } from './action.ts'
import { PLAN_RECORDS, recommendationKind } from './recommendation.ts'

/** A measure that would show whether children feel the change: bound to a recommendation, or to one of its actions. */
export const bindingKind = defineRecord({
  ...PLAN_RECORDS,
  name: 'measure',
  table: 'plan_binding',
  idPrefix: 'bnd',
  words: { one: 'measure', many: 'measures' },
  /** One of these two is set. */
  parents: {
    recommendationId: parent(() => recommendationKind, { label: 'Recommendation' }),
    actionId: parent(() => actionKind, { label: 'Action' }),
  },
  fields: {
    seriesId: text({ label: 'Measure', required: 'Choose a measure', hidden: true }),
    /** Figures before it and since it are compared. Null when nothing has landed yet. */
    landedOn: day({
      label: 'Day the change landed',
      hint: 'Figures before it and since it are compared. Leave empty until something has.',
    }),
    /** The target that the measure has to hold before the work counts as embedded; null when none is agreed. */
    aim: number({
      label: 'Value it has to hold',
      hint: 'Before the work counts as embedded',
      historyLabel: 'Value to hold',
    }),
    monthsToHold: whole({
      label: 'For how many months running',
      required: 'Enter for how many months it has to hold',
      historyLabel: 'Months to hold',
    }),
    /** A measure is never unbound without trace: the day it stopped counting. */
    removedOn: day({
      label: 'Day it stopped counting',
      hint: 'Its history is kept. Leave empty while it counts.',
      historyLabel: 'Stopped counting on',
    }),
  },
  named: 'seriesId',
  about: ({ actionId, recommendationId }) => actionId ?? recommendationId,
})
export type Binding = RecordOf<typeof bindingKind.fields>

export const isBound = (binding: Pick<Binding, 'removedOn'>): boolean => binding.removedOn === null

/**
 * Whether the last months agreed all met the target; null when none is agreed.
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
