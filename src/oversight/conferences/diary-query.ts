import { addDays, isDay, isMonth, monthOf, shiftMonth, type Day, type Month } from '../../platform/day.ts'
import { mondayOf, WEEKS } from './diary.ts'
import { isMeetingKind, teamsOf, workersOf, type Meeting, type MeetingKind } from './meeting.ts'

/** How the diary is narrowed: each choice is in the address. */
export interface DiaryQuery {
  /** The Monday of the first of the six weeks. */
  from: Day
  kind: MeetingKind | null
  team: string | null
  worker: string | null
  chair: string | null
  place: string | null
}

type Given = Readonly<Record<string, string | undefined>>
const textIn = (given: Given, name: string): string | null => given[name]?.trim() || null
const kindIn = (given: Given): MeetingKind | null => {
  const kind = given['kind'] ?? ''
  return isMeetingKind(kind) ? kind : null
}

export function readDiaryQuery(given: Given, today: Day): DiaryQuery {
  const from = given['from'] ?? ''
  return {
    from: mondayOf(isDay(from) ? from : today),
    kind: kindIn(given),
    team: textIn(given, 'team'),
    worker: textIn(given, 'worker'),
    chair: textIn(given, 'chair'),
    place: textIn(given, 'place'),
  }
}

const addressOf = (path: string, values: Readonly<Record<string, string | null>>): string => {
  const query = new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  ).toString()
  return query === '' ? path : `${path}?${query}`
}

export const diaryHref = (query: Partial<DiaryQuery> = {}, ending = ''): string =>
  addressOf(`/diary${ending}`, query)

export const shifted = (query: DiaryQuery, weeks: number): DiaryQuery => ({
  ...query,
  from: addDays(query.from, weeks * 7),
})

export const SPAN_DAYS = WEEKS * 7

/** A meeting is in it when one of its children is. */
export const isAsked = (
  meeting: Meeting,
  { kind, team, worker, chair, place }: Omit<DiaryQuery, 'from'>,
): boolean =>
  (kind === null || meeting.kind === kind) &&
  (team === null || teamsOf(meeting).includes(team)) &&
  (worker === null || workersOf(meeting).includes(worker)) &&
  (chair === null || meeting.chair === chair) &&
  (place === null || meeting.place === place)

/** How the list of those not attended is narrowed. */
export interface MissedQuery {
  month: Month
  kind: MeetingKind | null
  team: string | null
  only: 'unanswered' | null
}

/** Without a month it is the one that ended last. */
export function readMissedQuery(given: Given, today: Day): MissedQuery {
  const month = given['month'] ?? ''
  return {
    month: isMonth(month) ? month : shiftMonth(monthOf(today), -1),
    kind: kindIn(given),
    team: textIn(given, 'team'),
    only: given['only'] === 'unanswered' ? 'unanswered' : null,
  }
}

export const missedHref = (query: Partial<MissedQuery> = {}, ending = ''): string =>
  addressOf(`/diary/not-attended${ending}`, query)

export const meetingHref = (ref: string): string => `/diary/meetings/${ref}`
