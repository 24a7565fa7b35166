import { createHash } from 'node:crypto'
import { isRestricted, type Pass, type Person, type Scope } from '../../access/index.ts'
import { holds, questionOutside, type ChildQuestion, type SealedSnapshot } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { childRef, withinScope } from '../../measures/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { FROM_KEPT_FILE } from '../../standards/capture/template-rows.ts'
import { listRecords } from '../../records/index.ts'
import type { Absence } from './clash.ts'
import { meetingsFrom, type FiledRow } from './meeting-merge.ts'
import { meetingChild, type Meeting, type MeetingChild } from './meeting.ts'

/** Meetings from one day to another, both in. */
export interface Window {
  from: Day
  to: Day
}

interface StoredRow {
  meeting: string
  kind: string | null
  booked_on: Day | null
  held_on: Day | null
  team: string | null
  worker: string | null
  worker_attended: boolean | null
  attended_instead: string | null
  missed_because: string | null
  report_to_chair_on: Day | null
  report_shared_on: Day | null
  chair: string | null
  child_id: string
  child_key: number
}

/** Rows of the council's file in a person's scope. What came in from Waymark's own records is read from those. */
async function filedRows(
  snapshot: SealedSnapshot,
  person: Person,
  { from, to }: Window,
): Promise<FiledRow[]> {
  if (!(await holds(rowsIn(snapshot), 'conference_attendance'))) return []
  const within = withinScope(person)
  const rows = await rowsIn(snapshot).all<StoredRow>(
    `select coalesce(c.meeting, c.conference_attendance_id) as meeting, c.kind, c.booked_on, c.held_on, c.team, c.worker,
         c.worker_attended, c.attended_instead, c.missed_because, c.report_to_chair_on, c.report_shared_on, c.chair,
         p.person_id as child_id, c.child_key
     from conference_attendance c
     join person p on p.child_key = c.child_key
     where coalesce(c.held_on, c.booked_on) between cast($from as date) and cast($to as date) and ${within.sql}
         and not ${FROM_KEPT_FILE.replace('(file', '(c.file')}`,
    { from, to, ...within.parameters },
  )
  return rows.map(({ child_key, ...row }) => ({
    meeting: row.meeting,
    childId: row.child_id,
    ref: childRef(snapshot, child_key),
    kind: row.kind,
    bookedOn: row.booked_on ?? row.held_on!,
    heldOn: row.held_on,
    team: row.team,
    worker: row.worker,
    attended: row.worker_attended,
    instead: row.attended_instead,
    missedBecause: row.missed_because,
    chairHadOn: row.report_to_chair_on,
    sharedOn: row.report_shared_on,
    chair: row.chair,
  }))
}

/** Scopes that reach children by who they are, and not by who holds them. */
const GIVING: ReadonlySet<string> = new Set(['chaired', 'drawn', 'missing'])

interface HeldNow {
  ref: string
  team: string | null
  worker: string | null
  /** Within a scope that reaches children by who they are. */
  isGiven: boolean
}

/** Who holds each of these children at the day of the figures, and their name in addresses. */
async function heldChildren(
  snapshot: SealedSnapshot,
  person: Person,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, HeldNow>> {
  if (childIds.length === 0) return new Map()
  const isGiving = GIVING.has(person.scope.kind)
  const given = isGiving ? withinScope(person) : { sql: 'false', parameters: {} }
  const rows = await rowsIn(snapshot).all<{
    child_id: string
    child_key: number
    team: string | null
    worker: string | null
    is_given: boolean
  }>(
    `select p.person_id as child_id, p.child_key, a.team, a.worker, ${given.sql} as is_given
     from person p
     left join allocation a on a.child_key = p.child_key
         and a.from_date <= cast($asAt as date) and a.to_date >= cast($asAt as date)
     where p.person_id in (select unnest(string_split($children, chr(10))))
     order by a.from_date, a.worker`,
    { asAt: snapshot.asAt, children: childIds.join('\n'), ...given.parameters },
  )
  return new Map(
    rows.map(({ child_id, child_key, team, worker, is_given }) => [
      child_id,
      { ref: childRef(snapshot, child_key), team, worker, isGiven: is_given },
    ]),
  )
}

/** As `withinScope` says it of rows of the snapshot. Denies by default. */
function isWithin(
  scope: Scope,
  child: { childId: string; team: string | null; worker: string | null; isGiven: boolean },
  chair: string | null = null,
): boolean {
  if (isRestricted(scope, child.childId)) return false
  switch (scope.kind) {
    case 'everything':
      return true
    case 'service':
    case 'team':
      return child.team !== null && scope.teams.includes(child.team)
    case 'own':
      return child.worker === scope.worker
    case 'chaired':
      return child.isGiven || (chair !== null && (scope.chairs ?? []).includes(chair))
    case 'drawn':
    case 'missing':
      return child.isGiven
    default:
      return false
  }
}

/** What names a meeting in addresses: it tells nothing of the meeting, whose own name may hold a child's id. */
export const meetingRef = (council: string, meeting: string): string =>
  `m-${createHash('sha256').update(`meeting ${council} ${meeting}`).digest('hex').slice(0, 20)}`

/**
 * Meetings of the window in a person's scope, from the council's file and from records. Child-level: pages ask
 * `meetingsInScope` through a reader; this is for what names no child.
 */
export async function readMeetings(
  snapshot: SealedSnapshot,
  records: Records,
  pass: Pass<'cases:read'>,
  window: Window,
): Promise<Meeting[]> {
  const { person } = pass
  const filed = await filedRows(snapshot, person, window)
  const kept = await listRecords(records, pass, meetingChild)
  const booked = kept.filter(
    ({ keptHere, bookedOn }) => keptHere === 'yes' && bookedOn >= window.from && bookedOn <= window.to,
  )
  const numbers = [...new Set(booked.map(({ childId }) => childId))]
  const held = await heldChildren(snapshot, person, numbers)
  const own = booked.flatMap((record) => {
    const child = held.get(record.childId)
    if (!child) return []
    const placed = placedOf(record, child)
    const { childId, chair } = record
    return isWithin(person.scope, { childId, ...placed, isGiven: child.isGiven }, chair)
      ? [{ record, ...placed, ref: child.ref }]
      : []
  })
  return meetingsFrom(filed, own, kept, (meeting) => meetingRef(person.council, meeting))
}

/** A child's team and worker: as the snapshot says now; of a meeting that was held, as they were. */
function placedOf(
  record: MeetingChild,
  now: { team: string | null; worker: string | null },
): { team: string | null; worker: string | null } {
  const then = { team: record.team || null, worker: record.worker || null }
  return record.heldOn !== null || (now.team === null && now.worker === null) ? then : now
}

/** Asks for the meetings of a window; `select` makes the answer, and `shown` says which of them are in it. */
export const meetingsInScope = <Answer>(
  snapshot: SealedSnapshot,
  records: Records,
  pass: Pass<'cases:read'>,
  window: Window,
  select: (meetings: readonly Meeting[]) => Answer,
  shown: (answer: Answer) => readonly Meeting[],
): ChildQuestion<Answer> =>
  questionOutside(
    async () => select(await readMeetings(snapshot, records, pass, window)),
    (answer) => shown(answer).flatMap(({ children }) => children.map(({ childId }) => childId)),
  )

/** The reader's children of these numbers, as the snapshot writes them: those whom they may not see are not among them. */
export const childrenToBook = (
  snapshot: SealedSnapshot,
  numbers: readonly string[],
): ChildQuestion<{ childId: string; team: string | null; worker: string | null }[]> =>
  questionOutside(
    async (person, refuse) => {
      const { scope } = person
      for (const number of numbers) if (isRestricted(scope, number)) refuse(number)
      const held = await heldChildren(snapshot, person, numbers)
      return [...held].flatMap(([childId, child]) =>
        isWithin(scope, { childId, ...child }) ? [{ childId, team: child.team, worker: child.worker }] : [],
      )
    },
    (children) => children.map(({ childId }) => childId),
  )

/** Who is away in the window, by the file of absences. Names no child. */
export async function absencesIn(
  snapshot: SealedSnapshot,
  _pass: Pass<'cases:read'>,
  { from, to }: Window,
): Promise<Absence[]> {
  if (!(await holds(rowsIn(snapshot), 'absences'))) return []
  const rows = await rowsIn(snapshot).all<{
    worker: string
    reason: string | null
    from_on: Day
    to_on: Day | null
  }>(
    `select worker, reason, from_on, to_on from absences
     where from_on <= cast($to as date) and (to_on is null or to_on >= cast($from as date))
     order by worker, from_on`,
    { from, to },
  )
  return rows.map(({ worker, reason, from_on, to_on }) => ({
    worker,
    reason: reason ?? 'absent',
    from: from_on,
    to: to_on,
  }))
}

/** Whether the council sends the file of conferences at all. */
export async function hasDiaryFile(snapshot: SealedSnapshot): Promise<boolean> {
  if (!(await holds(rowsIn(snapshot), 'conference_attendance'))) return false
  const rows = await rowsIn(snapshot).all('select 1 as held from conference_attendance limit 1')
  return rows.length > 0
}

/** The dated standards for reports that came into a snapshot, by the template's word for the kind of meeting. Names no child. */
export async function countedStandards(
  snapshot: SealedSnapshot,
): Promise<{ kind: string; workingDays: number; fromOn: Day }[]> {
  if (!(await holds(rowsIn(snapshot), 'report_standards'))) return []
  const rows = await rowsIn(snapshot).all<{ kind: string; working_days_before: number; holds_from: Day }>(
    'select kind, working_days_before, holds_from from report_standards',
  )
  return rows.map(({ kind, working_days_before, holds_from }) => ({
    kind,
    workingDays: working_days_before,
    fromOn: holds_from,
  }))
}
