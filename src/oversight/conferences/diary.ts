import { addDays, weekdayNumber, type Day } from '../../platform/day.ts'
import { isWorkingDay, workingDayAfter, workingDaysBetween } from '../../platform/working-days.ts'
import { clashesOf, type Absence, type Clash } from './clash.ts'
import { heldOn, sharedOn, teamsOf, workersOf, type Meeting } from './meeting.ts'
import { reportDueOn, type ReportStandard } from './report-standard.ts'

export const WEEKS = 6
/** Attendance is recorded by the fifth working day after the meeting. */
export const RECORD_WITHIN = 5
/** Reports that fall due within so many working days are in the table; the picture shows all. */
const REPORTS_AHEAD = 10
/** More workers than this are shown team by team. */
const MOST_WORKERS = 25

/** A meeting with the day by which its report must reach the family. */
export interface Booked {
  meeting: Meeting
  reportDueOn: Day
  sharedOn: Day | null
}

/** Everything that one worker, team, chair or place has in the six weeks. */
export interface DiaryRow {
  who: string
  booked: readonly Booked[]
  absences: readonly Absence[]
  clashDays: ReadonlySet<Day>
  mostInWeek: number
}

export interface DiaryGroup {
  title: string
  what: 'worker' | 'team' | 'chair' | 'place'
  rows: readonly DiaryRow[]
}

export interface ReportLine extends Booked {
  /** Working days past the day; 0 while it is not late. */
  daysLate: number
}

export interface Diary {
  days: readonly Day[]
  today: Day
  booked: readonly Booked[]
  groups: readonly DiaryGroup[]
  clashes: readonly Clash[]
  /** Late first, then by day. */
  reports: readonly ReportLine[]
  toRecord: readonly { meeting: Meeting; recordBy: Day }[]
}

interface DiaryInput {
  /** In the reader's scope and narrowed as asked; from before today for what is still to be recorded. */
  meetings: readonly Meeting[]
  absences: readonly Absence[]
  standards: readonly ReportStandard[]
  from: Day
  today: Day
}

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayNumber(day))

/** Monday to Friday of six weeks, bank holidays among them. */
const daysFrom = (from: Day): Day[] =>
  Array.from({ length: WEEKS * 7 }, (_, index) => addDays(mondayOf(from), index)).filter(
    (day) => weekdayNumber(day) <= 5,
  )

export function diaryOf({ meetings, absences, standards, from, today }: DiaryInput): Diary {
  const days = daysFrom(from)
  const last = addDays(days.at(-1)!, 2)
  const known = meetings.map((meeting) => bookedOf(meeting, standards)).toSorted(inOrder)
  const booked = known.filter(({ meeting }) => meeting.bookedOn >= days[0]! && meeting.bookedOn <= last)
  const clashes = clashesOf(
    booked.map(({ meeting }) => meeting),
    absences,
    today,
  )
  return {
    days,
    today,
    booked,
    clashes,
    groups: groupsOf(booked, absences, clashes),
    reports: reportsOf(known, today),
    toRecord: known
      .filter(({ meeting }) => meeting.bookedOn < today && heldOn(meeting) === null)
      .map(({ meeting }) => ({ meeting, recordBy: workingDayAfter(meeting.bookedOn, RECORD_WITHIN) })),
  }
}

const bookedOf = (meeting: Meeting, standards: readonly ReportStandard[]): Booked => ({
  meeting,
  reportDueOn: reportDueOn(standards, meeting.kind, meeting.bookedOn),
  sharedOn: sharedOn(meeting),
})

const inOrder = ({ meeting: left }: Booked, { meeting: right }: Booked): number =>
  left.bookedOn < right.bookedOn ? -1 : left.bookedOn > right.bookedOn ? 1 : compareNames(left.ref, right.ref)

function reportsOf(known: readonly Booked[], today: Day): ReportLine[] {
  const until = workingDayAfter(today, REPORTS_AHEAD)
  return known
    .filter(
      ({ meeting, sharedOn }) => meeting.bookedOn >= today && heldOn(meeting) === null && sharedOn === null,
    )
    .filter(({ reportDueOn }) => reportDueOn <= until)
    .map((line) => ({ ...line, daysLate: workingDaysBetween(line.reportDueOn, today) }))
    .toSorted(
      (left, right) =>
        right.daysLate - left.daysLate ||
        (left.reportDueOn < right.reportDueOn
          ? -1
          : left.reportDueOn > right.reportDueOn
            ? 1
            : inOrder(left, right)),
    )
}

const byName = new Intl.Collator('en-GB', { numeric: true })
const compareNames = (left: string, right: string): number => byName.compare(left, right)

const NO_WORKER = 'Unallocated'
const NO_TEAM = 'Team not recorded'

function groupsOf(
  booked: readonly Booked[],
  absences: readonly Absence[],
  clashes: readonly Clash[],
): DiaryGroup[] {
  const row = (who: string, mine: readonly Booked[], isPerson: boolean): DiaryRow => ({
    who,
    booked: mine,
    absences: isPerson ? absences.filter(({ worker }) => worker === who) : [],
    clashDays: new Set(clashes.filter((clash) => clash.who === who).map(({ on }) => on)),
    mostInWeek: mostIn(mine),
  })
  const rows = (all: readonly Booked[], namesOf: (meeting: Meeting) => readonly string[], isPerson = false) =>
    [...gather(all, namesOf)]
      .toSorted(([left], [right]) => compareNames(left, right))
      .map(([who, mine]) => row(who, mine, isPerson))
  const teams = [...gather(booked, teamsOrNone)].toSorted(([left], [right]) => compareNames(left, right))
  const chairs = rows(booked, ({ chair }) => (chair === null ? [] : [chair]), true)
  const places = rows(booked, ({ place }) => (place === null ? [] : [place]))
  const ofTeam = (team: string) => (meeting: Meeting) =>
    meeting.children
      .filter((child) => (child.team ?? NO_TEAM) === team)
      .map(({ worker }) => worker ?? NO_WORKER)
  const workers = teams.map(([team, mine]): DiaryGroup => ({
    title: team,
    what: 'worker',
    rows: rows(mine, ofTeam(team), true),
  }))
  const tooMany = workers.reduce((sum, group) => sum + group.rows.length, 0) > MOST_WORKERS
  const groups: DiaryGroup[] = [
    ...(tooMany
      ? [{ title: 'Teams', what: 'team' as const, rows: teams.map(([team, mine]) => row(team, mine, false)) }]
      : workers),
    { title: 'Chairs and reviewing officers', what: 'chair', rows: chairs },
    { title: 'Places', what: 'place', rows: places },
  ]
  return groups.filter((group) => group.rows.length > 0)
}

const teamsOrNone = (meeting: Meeting): string[] => {
  const teams = teamsOf(meeting)
  return teams.length > 0 ? teams : [NO_TEAM]
}

function gather(
  booked: readonly Booked[],
  namesOf: (meeting: Meeting) => readonly string[],
): ReadonlyMap<string, Booked[]> {
  const found = new Map<string, Booked[]>()
  for (const line of booked)
    for (const name of new Set(namesOf(line.meeting))) found.set(name, [...(found.get(name) ?? []), line])
  return found
}

function mostIn(booked: readonly Booked[]): number {
  const weeks = Map.groupBy(booked, ({ meeting }) => mondayOf(meeting.bookedOn))
  return Math.max(0, ...[...weeks.values()].map((week) => week.length))
}

/** Who has most in one week, in words; null while nobody has three. */
export function heaviest(diary: Pick<Diary, 'groups'>): { who: string; meetings: number } | null {
  const people = diary.groups
    .filter(({ what }) => what === 'worker' || what === 'chair')
    .flatMap(({ rows }) => rows)
  const most = people.toSorted((left, right) => right.mostInWeek - left.mostInWeek)[0]
  return most && most.mostInWeek >= 3 ? { who: most.who, meetings: most.mostInWeek } : null
}

export const isHoliday = (day: Day): boolean => !isWorkingDay(day)

export const whoOf = (meeting: Meeting): string => workersOf(meeting).join(', ') || NO_WORKER
