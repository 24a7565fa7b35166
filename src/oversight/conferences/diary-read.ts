import { allow, describeScope, type Person } from '../../access/index.ts'
import { childReader } from '../../dataset/index.ts'
import { addDays, firstOf, monthOf, shiftMonth, type Day, type Month } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Services } from '../../platform/room.ts'
import { listRecords } from '../../records/index.ts'
import { diaryOf, type Diary } from './diary.ts'
import { isAsked, SPAN_DAYS, type DiaryQuery, type MissedQuery } from './diary-query.ts'
import { absencesIn, hasDiaryFile, meetingsInScope } from './meeting-read.ts'
import { teamsOf, workersOf, type Meeting } from './meeting.ts'
import { notAttended, windowOfMonth, type Missing, type NotAttended } from './not-attended.ts'
import { findDiffering, type Differing } from './counted-standards.ts'
import { reportStandard } from './report-standard.ts'

export type DiaryDeps = Pick<Services, 'records' | 'clock' | 'pool'>
export type ReadWhat = 'cases' | 'export'

/** The names that the diary can be narrowed by. */
export interface DiaryNames {
  teams: readonly string[]
  workers: readonly string[]
  chairs: readonly string[]
  places: readonly string[]
}

export interface DiaryView {
  query: DiaryQuery
  diary: Diary
  names: DiaryNames
  asAt: Day
  /** The council sends its file of conferences. */
  hasFile: boolean
  /** Kinds of meetings for which the figures in use count other days than the diary. */
  differing: readonly Differing[]
}

/** Weeks back in which attendance may still be to record. */
const DAYS_BACK = 28
/** Days on either side of today in which a meeting's page is found. */
const DAYS_AROUND = 1100

async function snapshotFor({ pool }: DiaryDeps, person: Person) {
  const snapshot = await pool.current(person.council)
  if (!snapshot) throw new NotFound('There is no snapshot')
  return snapshot
}

const narrowed = (query: Readonly<Record<string, unknown>>): string =>
  Object.entries(query)
    .flatMap(([name, value]) => (typeof value === 'string' ? [`${name}:${value}`] : []))
    .join(' ')

/** Six weeks of meetings in the reader's scope. Writes the access log first. */
export async function readDiary(
  deps: DiaryDeps,
  person: Person,
  query: DiaryQuery,
  what: ReadWhat,
): Promise<DiaryView> {
  const pass = allow(person, 'cases:read')
  const snapshot = await snapshotFor(deps, person)
  const today = deps.clock.today()
  const earliest = query.from < today ? query.from : today
  const latest = query.from > today ? query.from : today
  const window = { from: addDays(earliest, -DAYS_BACK), to: addDays(latest, SPAN_DAYS) }
  const standards = await listRecords(deps.records, allow(person, 'figures:read'), reportStandard)
  const absences = await absencesIn(snapshot, pass, window)
  const { diary, names } = await childReader(deps, pass).read(
    meetingsInScope(
      snapshot,
      deps.records,
      pass,
      window,
      (meetings) => ({
        names: namesIn(meetings),
        diary: diaryOf({
          meetings: meetings.filter((meeting) => isAsked(meeting, query)),
          absences,
          standards,
          from: query.from,
          today,
        }),
      }),
      ({ diary: { booked, reports, toRecord } }) =>
        [...booked, ...reports, ...toRecord].map(({ meeting }) => meeting),
    ),
    { what, subject: `diary ${narrowed({ ...query })}`, why: describeScope(person.scope) },
  )
  return {
    query,
    diary,
    names,
    asAt: snapshot.asAt,
    hasFile: await hasDiaryFile(snapshot),
    differing: await findDiffering(snapshot, standards),
  }
}

const inOrder = new Intl.Collator('en-GB', { numeric: true })
const sorted = (names: readonly (string | null)[]): string[] =>
  [...new Set(names.flatMap((name) => name ?? []))].toSorted((left, right) => inOrder.compare(left, right))

const namesIn = (meetings: readonly Meeting[]): DiaryNames => ({
  teams: sorted(meetings.flatMap(teamsOf)),
  workers: sorted(meetings.flatMap(workersOf)),
  chairs: sorted(meetings.map(({ chair }) => chair)),
  places: sorted(meetings.map(({ place }) => place)),
})

export interface MissedView {
  query: MissedQuery
  found: NotAttended
  teams: readonly string[]
  asAt: Day
}

/** The meetings of a month that children's own workers did not attend, in the reader's scope. Writes the access log first. */
export async function readMissed(
  deps: DiaryDeps,
  person: Person,
  query: MissedQuery,
  what: ReadWhat,
): Promise<MissedView> {
  const pass = allow(person, 'cases:read')
  const snapshot = await snapshotFor(deps, person)
  const { found, teams } = await childReader(deps, pass).read(
    meetingsInScope(
      snapshot,
      deps.records,
      pass,
      windowOfMonth(query.month),
      (meetings) => ({
        teams: sorted(meetings.flatMap(teamsOf)),
        found: notAttended(
          meetings.flatMap((meeting) => ofTeam(meeting, query)),
          query.month,
          deps.clock.today(),
        ),
      }),
      ({ found: { unanswered, answered } }) => [...unanswered, ...answered].map(({ meeting }) => meeting),
    ),
    { what, subject: `not attended ${narrowed({ ...query })}`, why: describeScope(person.scope) },
  )
  return { query, found, teams, asAt: snapshot.asAt }
}

/** Meetings of this month and the one before that a child's own worker did not attend and nobody has given a reason for. */
export async function readUnanswered(
  deps: DiaryDeps,
  person: Person,
): Promise<{ month: Month; unanswered: readonly Missing[] }> {
  const pass = allow(person, 'cases:read')
  const snapshot = await snapshotFor(deps, person)
  const today = deps.clock.today()
  const month = monthOf(today)
  const months = [month, shiftMonth(month, -1)]
  const window = { from: firstOf(months[1]!), to: today }
  const unanswered = await childReader(deps, pass).read(
    meetingsInScope(
      snapshot,
      deps.records,
      pass,
      window,
      (meetings) => months.flatMap((each) => notAttended(meetings, each, today).unanswered),
      (rows) => rows.map(({ meeting, children }) => ({ ...meeting, children })),
    ),
    { what: 'cases', subject: 'not attended, without a reason', why: describeScope(person.scope) },
  )
  return { month: unanswered[0] ? monthOf(unanswered[0].heldOn) : month, unanswered }
}

/** Counted per child: of a meeting of two teams, those of the team that was asked for. */
function ofTeam(meeting: Meeting, { kind, team }: MissedQuery): Meeting[] {
  if (kind !== null && meeting.kind !== kind) return []
  const children = meeting.children.filter((child) => team === null || child.team === team)
  return children.length === 0 ? [] : [{ ...meeting, children }]
}

/** One meeting with those of its children whom the reader may see. Throws NotFound when there is none. */
export async function readMeeting(deps: DiaryDeps, person: Person, ref: string): Promise<Meeting> {
  const pass = allow(person, 'cases:read')
  const snapshot = await snapshotFor(deps, person)
  const today = deps.clock.today()
  const window = { from: addDays(today, -DAYS_AROUND), to: addDays(today, DAYS_AROUND) }
  const found = await childReader(deps, pass).read(
    meetingsInScope(
      snapshot,
      deps.records,
      pass,
      window,
      (meetings) => {
        const meeting = meetings.find((one) => one.ref === ref)
        if (!meeting) throw new NotFound('There is no such meeting')
        return meeting
      },
      (meeting) => [meeting],
    ),
    { what: 'cases', subject: `meeting ${ref}`, why: describeScope(person.scope) },
  )
  return found
}
