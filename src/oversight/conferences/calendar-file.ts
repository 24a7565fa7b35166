import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { NumberedEntry } from './calendar-entry.ts'
import { MEETING_KINDS } from './meeting.ts'

/** Calendars ask again after an hour. */
const HOUR = 3600

/**
 * A calendar as programs read it (RFC 5545). Times are of the clock in England, written in UTC, so that they are right on
 * each side of a change of the clocks without a table of time zones. `linkOf` is the page of a meeting.
 */
export function calendarFile(
  council: string,
  entries: readonly NumberedEntry[],
  linkOf: (ref: string) => string,
): string {
  const calendar = ical({
    name: 'Conferences and reviews',
    prodId: { company: council, product: 'Waymark', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOUR,
  })
  for (const entry of entries)
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: Temporal.Instant.from(entry.changedAt),
      start: startOf(entry),
      allDay: entry.startsAt === null,
      summary: MEETING_KINDS[entry.kind].words,
      url: linkOf(entry.ref),
      status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  return calendar.toString()
}

/** A time that the clocks skip is the one an hour later. */
const startOf = ({ on, startsAt }: NumberedEntry) =>
  startsAt === null
    ? Temporal.PlainDate.from(on)
    : Temporal.PlainDateTime.from(`${on}T${startsAt}`).toZonedDateTime('Europe/London').toInstant()
