import { allow, operator, type Person } from '../../access/index.ts'
import { childReader, type SnapshotPool } from '../../dataset/index.ts'
import { addDays, monthOf, shiftMonth, stoppedClock, type Day } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { addRecord, recordTransaction } from '../../records/index.ts'
import { setReasons } from '../permissions.ts'
import { keepMeetings, recordAttendance, setReportStandards } from './permissions.ts'
import { writeFirstAbsenceReasons } from './absence-reason-store.ts'
import { meetingsInScope } from './meeting-read.ts'
import { answerWhy, changeBooking, recordCame, recordReport, versionsOf } from './meeting-store.ts'
import { heldOn, ownWorkerCame, type Came, type Meeting } from './meeting.ts'
import { notAttended } from './not-attended.ts'
import { FIRST_STANDARDS, reportDueOn, reportStandard } from './report-standard.ts'

interface InstallDeps {
  records: Records
  pool: SnapshotPool
}

/** The service whose diary is shown, and the day on which the demonstration's clock has stopped. */
export interface DiaryStory {
  council: string
  service: string
  teams: readonly string[]
  today: Day
}

const TIMES = ['09:30', '11:00', '13:30', '15:00'] as const
const PLACES = ['Civic Centre, room 3', 'Longfield family centre', 'Town Hall, room 212'] as const
const CAME: readonly Came[] = ['whole', 'duty', 'whole']
const ANSWERS = [
  [
    'Two meetings at once',
    'A review of another family at the same hour; the two chairs now share their diaries.',
  ],
  ['Worker left', 'The next worker was named two days later; the manager had read the report.'],
  ['Worker capacity', 'The worker held too many cases that week; two have been moved.'],
] as const

/**
 * What fact R4 asks for, in the demonstration: standards by when reports reach families, times and places of meetings to come,
 * reports shared, who came since the day of the figures, and reasons for some of those that were missed last month.
 */
export async function installConferences(deps: InstallDeps, story: DiaryStory): Promise<void> {
  const { records } = deps
  const clock = stoppedClock(story.today)
  const head: Person = {
    ...operator(story.council),
    name: `Head of service, ${story.service}`,
    role: 'head_of_service',
    scope: { kind: 'service', service: story.service, teams: story.teams },
  }
  await writeFirstAbsenceReasons(records, allow(head, setReasons), clock)
  await recordTransaction(records, allow(head, setReportStandards), clock, reportStandard, async (open) => {
    for (const standard of FIRST_STANDARDS)
      await addRecord(open, reportStandard, { ...standard, fromOn: '2014-04-01' })
  })
  const meetings = await meetingsFor(deps, head, story.today)
  const context = { records, head, today: story.today }
  const before = meetings.filter((meeting) => meeting.bookedOn < story.today)
  for (const [index, meeting] of meetings.filter(({ bookedOn }) => bookedOn >= story.today).entries())
    await prepare(context, meeting, index)
  // Every other one of the last days is still to be recorded.
  for (const [index, meeting] of before.filter((one) => heldOn(one) === null).entries())
    if (index % 2 === 0) await attend(context, meeting, CAME[(index / 2) % CAME.length]!)
  const { unanswered } = notAttended(before, shiftMonth(monthOf(story.today), -1), story.today)
  for (const [index, { meeting }] of unanswered.entries())
    if (index % 3 !== 2) await answer(context, meeting, ANSWERS[index % ANSWERS.length]!)
}

interface Context {
  records: Records
  head: Person
  today: Day
}

async function meetingsFor({ records, pool }: InstallDeps, head: Person, today: Day): Promise<Meeting[]> {
  const snapshot = await pool.current(head.council)
  if (!snapshot) return []
  const pass = allow(head, 'cases:read')
  const window = { from: addDays(today, -36), to: addDays(today, 42) }
  return await childReader({ records, clock: stoppedClock(today) }, pass).read(
    meetingsInScope(
      snapshot,
      records,
      pass,
      window,
      (found) => found.toSorted((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1)),
      (found) => found,
    ),
    { what: 'cases', subject: 'diary', why: 'the demonstration' },
  )
}

const orderOf = ({ bookedOn, ref }: Meeting): string => `${bookedOn} ${ref}`

/** A time and a place; and of two in three whose report is nearly due, the day on which the family was shown it. */
async function prepare({ records, head, today }: Context, meeting: Meeting, index: number): Promise<void> {
  const pass = allow(head, keepMeetings)
  const due = reportDueOn([], meeting.kind, meeting.bookedOn)
  const isShared = due <= addDays(today, 6) && index % 3 !== 0
  if (isShared) {
    const days = { sharedOn: addDays(today, -2), chairHadOn: addDays(today, -2) }
    await recordReport(records, pass, stoppedClock(today), meeting, versionsOf(meeting), days)
    return
  }
  const booked = {
    kind: meeting.kind,
    bookedOn: meeting.bookedOn,
    chair: meeting.chair ?? '',
    startsAt: TIMES[index % TIMES.length]!,
    place: PLACES[index % PLACES.length]!,
  }
  await changeBooking(records, pass, stoppedClock(today), meeting, versionsOf(meeting), booked)
}

async function attend({ records, head, today }: Context, meeting: Meeting, who: Came): Promise<void> {
  const came = new Map(meeting.children.map(({ childId }) => [childId, who]))
  const pass = allow(head, recordAttendance)
  const seen = versionsOf(meeting)
  await recordCame(records, pass, stoppedClock(today), meeting, seen, meeting.bookedOn, came)
}

async function answer(
  { records, head, today }: Context,
  meeting: Meeting,
  [missed, missedWords]: readonly [string, string],
): Promise<void> {
  const isAsked: Parameters<typeof answerWhy>[6] = (child) =>
    child.heldOn !== null && !ownWorkerCame(child) && child.missed === null
  const pass = allow(head, keepMeetings)
  const clock = stoppedClock(addDays(today, -2))
  await answerWhy(records, pass, clock, meeting, versionsOf(meeting), { missed, missedWords }, isAsked)
}
