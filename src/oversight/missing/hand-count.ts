import { formatMonth, isMonth, monthOf, type Month } from '../../platform/day.ts'
import { day, defineRecord, paragraph, text, whole, type RecordOf } from '../../records/index.ts'
import { countByHand } from './permissions.ts'

const count = (label: string, hint?: string) =>
  whole({ label, hint, required: `Enter a number: ${label.toLowerCase()}`, min: 0, max: 9999 })

/** What the children's rights team counted by hand of the children who came back in a month. Counts alone, no child. */
export const handCount = defineRecord({
  name: 'hand_count',
  idPrefix: 'hco',
  words: { one: 'hand count', many: 'hand counts', title: 'Return interviews counted by hand' },
  permissions: { read: 'figures:read', write: countByHand },
  fields: {
    month: text({
      label: 'Month',
      hint: 'The month in which the children came back, like 2015-01',
      required: 'Enter the month',
      unique: (month) =>
        `There is a count of ${isMonth(month) ? formatMonth(month) : month} already: change that one`,
      rule: (value) => (isMonth(value) ? null : 'Month must be like 2015-01'),
    }),
    returns: count('Came back'),
    offered: count('Offered within 72 hours', 'Of those who came back'),
    offers: count('Offers made', 'At any time'),
    accepted: count('Accepted', 'Of all offers made'),
    held: count('Interviews held'),
    heldInTime: count('Held within 72 hours'),
    independent: count('Held by an independent person'),
    countedOn: day({ label: 'Counted on', required: 'Enter the day of the count' }),
    note: paragraph({
      label: 'How it was counted',
      hint: 'Such as one interview that covers several times missing',
    }),
  },
  named: ({ month }) => (isMonth(month) ? formatMonth(month) : month),
  listed: ['returns', 'offered', 'offers', 'accepted', 'held', 'heldInTime', 'independent', 'countedOn'],
  order: (left, right) => (left.month < right.month ? 1 : -1),
  check: (values, { today }) => ({
    ...(isMonth(values.month) && values.month > monthOf(today) && { month: 'That month has not come yet' }),
    ...(values.countedOn > today && { countedOn: 'The day of the count must be today or earlier' }),
    ...(values.offered > values.returns && { offered: 'More were offered within 72 hours than came back' }),
    ...(values.offered > values.offers && { offers: 'Fewer offers than those within 72 hours' }),
    ...(values.accepted > values.offers && { accepted: 'More were accepted than offered' }),
    ...(values.heldInTime > values.held && { heldInTime: 'More were held within 72 hours than were held' }),
    ...(values.independent > values.held && { independent: 'More were independent than were held' }),
  }),
})
export type HandCount = RecordOf<typeof handCount.fields>

/**
 * From which day what holds: how often is too often, and from which day on the Board is given the system's count. The
 * latest that has begun is in force.
 */
export const missingRule = defineRecord({
  name: 'missing_rule',
  idPrefix: 'mru',
  words: {
    one: 'rule about missing children',
    many: 'rules about missing children',
    title: 'Rules about missing children',
  },
  permissions: { read: 'figures:read', write: countByHand },
  fields: {
    fromOn: day({ label: 'In force from', required: 'Enter the day from which the rule holds' }),
    times: whole({ label: 'Times missing', required: 'Enter how many times', min: 2, max: 99 }),
    withinDays: whole({ label: 'Within how many days', required: 'Enter how many days', min: 7, max: 366 }),
    discussWithin: whole({
      label: 'Working days to a strategy discussion',
      required: 'Enter how many working days',
      min: 1,
      max: 60,
    }),
    systemFrom: day({
      label: 'The Board is given the system’s count from',
      hint: 'Leave it empty while it is given the hand count; both are kept and shown',
    }),
    note: paragraph({ label: 'Why' }),
  },
  named: ({ times, withinDays, fromOn }) => `${times} times in ${withinDays} days, from ${fromOn}`,
  order: (left, right) => (left.fromOn < right.fromOn ? 1 : -1),
})
export type MissingRule = RecordOf<typeof missingRule.fields>
type RuleInForce = Pick<MissingRule, 'times' | 'withinDays' | 'discussWithin' | 'systemFrom'>

export const FIRST_RULE: RuleInForce = { times: 3, withinDays: 90, discussWithin: 5, systemFrom: null }

export const ruleOn = (rules: readonly MissingRule[], on: string): RuleInForce =>
  rules
    .filter(({ fromOn }) => fromOn <= on)
    .toSorted((left, right) => (left.fromOn < right.fromOn ? 1 : -1))[0] ?? FIRST_RULE

/** Which of the two counts of a month the Board is given: the system's for months that end after the day of the change. */
export const givenOf = (month: Month, { systemFrom }: Pick<RuleInForce, 'systemFrom'>): 'hand' | 'system' =>
  systemFrom !== null && month >= monthOf(systemFrom) ? 'system' : 'hand'
