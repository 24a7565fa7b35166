import type { Instant } from '../../platform/day.ts'

/** What a calendar was last told of a meeting, so that a change or a cancellation follows it with the next number. */
interface CalendarEntryTable {
  address_id: string
  /** Names the meeting in calendars, for ever. */
  uid: string
  /** Goes up with each change of the entry. */
  sequence: number
  /** JSON: `CalendarEntry`. It names no child. */
  entry: string
  changed_at: Instant
  cancelled: number
}

declare module '../../platform/records.ts' {
  interface RecordTables {
    calendar_entry: CalendarEntryTable
  }
}
