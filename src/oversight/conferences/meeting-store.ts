import { allow, type Pass } from '../../access/index.ts'
import type { Clock, Day } from '../../platform/day.ts'
import { Refused, Stale } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import type { Records } from '../../platform/records.ts'
import {
  addRecord,
  changeRecord,
  recordTransaction,
  withdrawRecord,
  type RecordTransaction,
} from '../../records/index.ts'
import { keepMeetings, type recordAttendance } from './permissions.ts'
import { meetingChild, type Came, type ChildAtMeeting, type Meeting, type MeetingChild } from './meeting.ts'

type Keeping = Pass<typeof keepMeetings>

/** What a person says of a meeting that they book. */
export type BookedMeeting = Pick<MeetingChild, 'kind' | 'bookedOn' | 'startsAt' | 'place' | 'chair'>
/** Whom it is about, with the team and worker who hold them now. */
export interface BookedChild {
  childId: string
  team: string | null
  worker: string | null
}

const NOTHING_YET = {
  sharedOn: null,
  chairHadOn: null,
  heldOn: null,
  came: null,
  recordedBy: '',
  recordedOn: null,
  missed: '',
  missedWords: '',
  answeredOn: null,
  answeredBy: '',
} as const

/** Books a meeting about one child or several; answers the name that its children share. */
export const bookMeeting = (
  records: Records,
  pass: Keeping,
  clock: Clock,
  booked: BookedMeeting,
  children: readonly BookedChild[],
): Promise<string> =>
  recordTransaction(records, pass, clock, meetingChild, async (open) => {
    const meeting = newId('wm')
    for (const { childId, team, worker } of children)
      await addRecord(open, meetingChild, {
        ...NOTHING_YET,
        ...booked,
        meeting,
        childId,
        keptHere: 'yes',
        team: team ?? '',
        worker: worker ?? '',
      })
    return meeting
  })

/** The records that a form was filled from, by id and version. */
export type SeenVersions = Readonly<Record<string, number>>

export const versionsOf = ({ children }: Pick<Meeting, 'children'>): SeenVersions =>
  Object.fromEntries(children.flatMap(({ record }) => (record ? [[record.id, record.version] as const] : [])))

type Change = Partial<Omit<MeetingChild, 'id' | 'version'>>

/**
 * Changes what is kept of the children of a meeting; a child of whom nothing was kept yet gets a record. Throws Stale when
 * somebody has changed one since the form was made: nothing is kept then.
 */
const changeChildren = (
  records: Records,
  pass: Keeping,
  clock: Clock,
  meeting: Meeting,
  seen: SeenVersions,
  changeOf: (child: ChildAtMeeting) => Change | null,
): Promise<void> =>
  recordTransaction(records, pass, clock, meetingChild, async (open) => {
    for (const child of meeting.children) {
      const change = changeOf(child)
      if (change === null) continue
      if (child.record === null) await addToFiled(open, meeting, child, change)
      else {
        const version = seen[child.record.id]
        if (version === undefined)
          throw new Stale('Somebody else recorded something about this meeting first')
        await changeRecord(open, meetingChild, child.record.id, version, change)
      }
    }
  })

const addToFiled = (
  open: RecordTransaction<typeof keepMeetings>,
  meeting: Meeting,
  child: ChildAtMeeting,
  change: Change,
): Promise<string> =>
  addRecord(open, meetingChild, {
    ...NOTHING_YET,
    meeting: meeting.meeting,
    childId: child.childId,
    keptHere: 'no',
    kind: meeting.kind,
    bookedOn: meeting.bookedOn,
    startsAt: meeting.startsAt ?? '',
    place: meeting.place ?? '',
    chair: meeting.chair ?? '',
    team: child.team ?? '',
    worker: child.worker ?? '',
    ...change,
  })

/** The day, time and place. The day and the kind of a meeting of the council's file are that file's. */
export const changeBooking = (
  records: Records,
  pass: Keeping,
  clock: Clock,
  meeting: Meeting,
  seen: SeenVersions,
  booked: BookedMeeting,
): Promise<void> => {
  const { startsAt, place } = booked
  const change = meeting.keptHere ? booked : { startsAt, place, bookedOn: meeting.bookedOn }
  return changeChildren(records, pass, clock, meeting, seen, () => change)
}

/** A meeting that was booked in Waymark is cancelled with a reason, and stays readable. */
export const cancelMeeting = (
  records: Records,
  pass: Keeping,
  clock: Clock,
  meeting: Meeting,
  reason: string,
): Promise<void> =>
  recordTransaction(records, pass, clock, meetingChild, async (open) => {
    if (!meeting.keptHere)
      throw new Refused('A meeting of the council’s file is cancelled in the case system')
    for (const { record } of meeting.children)
      if (record) await withdrawRecord(open, meetingChild, record.id, record.version, reason)
  })

export interface ReportDays {
  sharedOn: Day | null
  chairHadOn: Day | null
}

/** When the report reached the family and the chair, for each child. What the council's file says itself stays. */
export const recordReport = (
  records: Records,
  pass: Keeping,
  clock: Clock,
  meeting: Meeting,
  seen: SeenVersions,
  days: ReportDays,
): Promise<void> => changeChildren(records, pass, clock, meeting, seen, () => days)

/** Who came, child by child, as the chair or their head of service confirms it. */
export const recordCame = (
  records: Records,
  pass: Pass<typeof recordAttendance>,
  clock: Clock,
  meeting: Meeting,
  seen: SeenVersions,
  heldOn: Day,
  came: ReadonlyMap<string, Came>,
): Promise<void> =>
  changeChildren(records, allow(pass.person, keepMeetings), clock, meeting, seen, ({ childId }) => {
    const who = came.get(childId)
    return who === undefined
      ? null
      : { heldOn, came: who, recordedBy: pass.person.name, recordedOn: clock.today() }
  })

/** Why the allocated worker did not come: one reason for the meeting's children who lack their own worker. */
export const answerWhy = (
  records: Records,
  pass: Keeping,
  clock: Clock,
  meeting: Meeting,
  seen: SeenVersions,
  answer: { missed: string; missedWords: string },
  isAsked: (child: ChildAtMeeting) => boolean,
): Promise<void> =>
  changeChildren(records, pass, clock, meeting, seen, (child) =>
    isAsked(child) ? { ...answer, answeredOn: clock.today(), answeredBy: pass.person.name } : null,
  )
