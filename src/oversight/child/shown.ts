import { addMonths, firstOf, lastOf, monthOf, type Day } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import type { ChildEvent } from './event.ts'
import type { ChildRecord } from './record.ts'

/** Kinds of events that the table is narrowed to, in the order of their links. */
export const EVENT_KINDS = {
  due: 'Due and overdue',
  late: 'Late',
  contacts: 'Contacts and referrals',
  visits: 'Visits',
  meetings: 'Conferences and reviews',
  missing: 'Missing',
  kept: 'Recorded in Waymark',
} as const
export type EventKind = keyof typeof EVENT_KINDS

const IS_KIND: Readonly<Record<EventKind, (event: ChildEvent) => boolean>> = {
  due: ({ state }) => state === 'due' || state === 'overdue',
  late: ({ state }) => state === 'late',
  contacts: ({ lane }) => lane === 'Contacts and referrals',
  visits: ({ what }) => /^(Visited|Last seen)/.test(what),
  meetings: ({ what }) => /conference|^Review of care|^Core group/i.test(what),
  missing: ({ lane }) => lane === 'Missing and return interviews',
  kept: ({ lane }) => lane === 'Kept in Waymark',
}

/** What of a child's record is drawn and listed: its address says it all. */
export interface ShownQuery {
  /** The year of the picture and the table; null for the twelve months before the data end. */
  year: number | null
  kind: EventKind | null
}

/** Throws NotFound for what no link of ours asks. */
export function readShown({ year, kind }: Readonly<Record<string, string | undefined>>): ShownQuery {
  if (year !== undefined && !/^(19|20)\d\d$/.test(year)) throw new NotFound('There is no such year')
  if (kind !== undefined && !isEventKind(kind)) throw new NotFound(`There are no events of ${kind}`)
  return { year: year === undefined ? null : Number(year), kind: kind ?? null }
}

const isEventKind = (text: string): text is EventKind => Object.hasOwn(EVENT_KINDS, text)

/** The address of a child's record as it was opened, with another year or kind. */
export function shownHref(
  opened: Readonly<Record<string, string>>,
  { year, kind }: ShownQuery,
  anchor = '',
): string {
  const { year: _year, kind: _kind, ...rest } = opened
  const search = new URLSearchParams({
    ...rest,
    ...(year !== null && { year: String(year) }),
    ...(kind !== null && { kind }),
  }).toString()
  return `?${search}${anchor}`
}

const MONTHS_BEFORE = 12
const MONTHS_AFTER = 2

/** The days that a picture is of, both in. */
export interface Span {
  from: Day
  to: Day
}

export const spanOf = (asAt: Day, year: number | null): Span =>
  year === null
    ? { from: firstOf(monthOf(addMonths(asAt, -MONTHS_BEFORE))), to: addMonths(asAt, MONTHS_AFTER) }
    : { from: `${year}-01-01`, to: lastOf(`${year}-12`) }

/** Years in which something happened or was under way, the latest first. */
export function yearsOf({ events, spells, asAt }: Pick<ChildRecord, 'events' | 'spells' | 'asAt'>): number[] {
  const yearIn = (day: Day) => Number(day.slice(0, 4))
  const years = new Set(events.map(({ on }) => yearIn(on)))
  for (const { from, to } of spells)
    for (let year = yearIn(from); year <= yearIn(to ?? asAt); year++) years.add(year)
  return [...years].toSorted((left, right) => right - left)
}

/** The events of the table: of the year that is shown, or all; and how many there are of each kind. */
export function shownEvents(
  events: readonly ChildEvent[],
  { year, kind }: ShownQuery,
): { shown: ChildEvent[]; all: number; counts: [kind: EventKind, count: number][] } {
  const ofYear = events.filter(({ on }) => year === null || on.startsWith(`${year}-`))
  return {
    shown: kind === null ? ofYear : ofYear.filter((event) => IS_KIND[kind](event)),
    all: ofYear.length,
    counts: (Object.keys(EVENT_KINDS) as EventKind[]).map((each) => [
      each,
      ofYear.filter((event) => IS_KIND[each](event)).length,
    ]),
  }
}
