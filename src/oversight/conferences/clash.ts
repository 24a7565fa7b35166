import type { Day } from '../../platform/day.ts'
import { heldOn, workersOf, type Meeting } from './meeting.ts'

/** Days on which a worker is away, both in; `to` is null while it goes on. */
export interface Absence {
  worker: string
  reason: string
  from: Day
  to: Day | null
}

/** Someone, or a place, that cannot be at all of these meetings. */
export interface Clash {
  on: Day
  who: string
  what: 'person' | 'place'
  meetings: readonly Meeting[]
  /** "away: sickness", "10:00 and 11:00, both in the morning", "the same day; the times are not held" */
  why: string
  away: boolean
}

const halfOf = (startsAt: string): 'morning' | 'afternoon' => (startsAt < '12:30' ? 'morning' : 'afternoon')

/** Two meetings in one half-day clash; where the time of one is not held, they clash by the day, and it is said. */
function whyTogether(meetings: readonly Meeting[]): { why: string; meetings: readonly Meeting[] } | null {
  if (meetings.length < 2) return null
  if (meetings.some(({ startsAt }) => startsAt === null))
    return { why: 'the same day; not every time is held', meetings }
  for (const [half, same] of Map.groupBy(meetings, ({ startsAt }) => halfOf(startsAt!)))
    if (same.length > 1)
      return {
        why: `${same.map(({ startsAt }) => startsAt).join(' and ')}, ${same.length === 2 ? 'both' : 'all'} in the ${half}`,
        meetings: same,
      }
  return null
}

const isAway = ({ from, to }: Absence, on: Day): boolean => from <= on && (to === null || to >= on)

/** Clashes of meetings still to come, by day: the same half-day, or away. A meeting that was held is past changing. */
export function clashesOf(meetings: readonly Meeting[], absences: readonly Absence[], today: Day): Clash[] {
  const ahead = meetings.filter((meeting) => meeting.bookedOn >= today && heldOn(meeting) === null)
  return [...Map.groupBy(ahead, ({ bookedOn }) => bookedOn)]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([on, sameDay]) => {
      const named = [...new Set(sameDay.flatMap(peopleOf))].toSorted()
      const places = [...new Set(sameDay.flatMap(({ place }) => place ?? []))].toSorted()
      return [
        ...named.flatMap((who) => clashOfPerson(on, who, sameDay, absences)),
        ...places.flatMap((place) => clashOfPlace(on, place, sameDay)),
      ]
    })
}

const peopleOf = (meeting: Meeting): string[] => [
  ...workersOf(meeting),
  ...(meeting.chair === null ? [] : [meeting.chair]),
]

function clashOfPerson(
  on: Day,
  who: string,
  sameDay: readonly Meeting[],
  absences: readonly Absence[],
): Clash[] {
  const mine = sameDay.filter((meeting) => peopleOf(meeting).includes(who))
  const absence = absences.find((away) => away.worker === who && isAway(away, on))
  if (absence)
    return [{ on, who, what: 'person', meetings: mine, why: `away: ${absence.reason}`, away: true }]
  const together = whyTogether(mine)
  return together ? [{ on, who, what: 'person', ...together, away: false }] : []
}

/** A room is taken twice only where both times are known. */
function clashOfPlace(on: Day, place: string, sameDay: readonly Meeting[]): Clash[] {
  const there = sameDay.filter((meeting) => meeting.place === place && meeting.startsAt !== null)
  const taken = [...Map.groupBy(there, ({ startsAt }) => startsAt!)].find(([, same]) => same.length > 1)
  return taken
    ? [
        {
          on,
          who: place,
          what: 'place',
          meetings: taken[1],
          why: `the same room at ${taken[0]}`,
          away: false,
        },
      ]
    : []
}
