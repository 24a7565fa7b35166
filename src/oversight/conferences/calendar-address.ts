import { defineRecord, instant, text, type RecordOf } from '../../records/index.ts'
import { ownCalendar } from './permissions.ts'

/**
 * The secret address of one person's calendar. Only the hash of the secret is kept: it is shown once, when it is made.
 * Withdrawn, it is revoked.
 */
export const calendarAddress = defineRecord({
  name: 'calendar_address',
  idPrefix: 'cal',
  words: { one: 'calendar address', many: 'calendar addresses' },
  permissions: { read: ownCalendar, write: ownCalendar },
  fields: {
    personId: text({ label: 'Person', required: 'Say whose it is', hidden: true }),
    secretHash: text({ label: 'Hash of the secret', required: 'Make a secret', hidden: true }),
    madeAt: instant({ label: 'Made', required: 'Say when it was made', hidden: true }),
  },
  named: () => 'Calendar address',
})

export type CalendarAddress = RecordOf<typeof calendarAddress.fields>
