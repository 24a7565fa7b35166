import { formatDay, type Day } from '../../platform/day.ts'
import {
  choice,
  day,
  defineRecord,
  paragraph,
  text,
  type CheckContext,
  type RecordOf,
} from '../../records/index.ts'
import { keepMeetings } from './permissions.ts'

/** The letter that carries a kind of meeting in the picture, its words, and its code in the capture template. */
export const MEETING_KINDS = {
  initial: { letter: 'I', words: 'Initial conference', code: 'initial conference' },
  review: { letter: 'R', words: 'Review conference', code: 'review conference' },
  care: { letter: 'L', words: 'Looked-after review', code: 'care review' },
} as const
export type MeetingKind = keyof typeof MEETING_KINDS
export const isMeetingKind = (text: string): text is MeetingKind => Object.hasOwn(MEETING_KINDS, text)

const wordsOf = <Code extends string>(codes: Readonly<Record<Code, { words: string }>>) =>
  Object.fromEntries(
    Object.entries<{ words: string }>(codes).map(([code, { words }]) => [code, words]),
  ) as Record<Code, string>

/** Who came for the council. A duty worker or a manager is someone else, never the child's own worker. */
export const CAME = {
  whole: { words: 'The child’s own worker, for the whole or the main part', code: null },
  part: { words: 'The child’s own worker, for less than that', code: null },
  duty: { words: 'Duty worker', code: 'duty worker' },
  manager: { words: 'Team manager', code: 'team manager' },
  another: { words: 'Another worker', code: 'another worker' },
  nobody: { words: 'Nobody', code: 'nobody' },
} as const
export type Came = keyof typeof CAME

const noLater = (label: string) => (value: Day | null, today: Day) =>
  value !== null && value > today ? `${label} must be today or earlier` : undefined

/**
 * One child at one meeting: brothers and sisters have a record each, with the same `meeting`. It is a booking of Waymark's own
 * (`keptHere`), or what is added to a meeting of the council's file. Child-level: read beside rows in the reader's scope alone.
 */
export const meetingChild = defineRecord({
  name: 'meeting_child',
  idPrefix: 'met',
  words: { one: 'child at a meeting', many: 'children at meetings' },
  permissions: { read: 'cases:read', write: keepMeetings },
  fields: {
    /** The council's own name of the meeting, or ours: it may hold a child's id, so it is in no address. */
    meeting: text({ label: 'Meeting', required: 'Say which meeting', hidden: true }),
    childId: text({ label: 'Child', required: 'Say which child', hidden: true }),
    keptHere: choice({
      label: 'Booked in Waymark',
      choices: { yes: 'Yes', no: 'No' },
      required: 'Say where it was booked',
      hidden: true,
    }),
    kind: choice({
      label: 'Meeting',
      choices: wordsOf(MEETING_KINDS),
      required: 'Choose the kind of meeting',
    }),
    bookedOn: day({ label: 'Day', required: 'Enter the day of the meeting' }),
    startsAt: text({
      label: 'Time',
      hint: 'On the clock, like 14:30. Leave it empty where it is not known',
      rule: (value) =>
        value === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : 'Time must be like 09:30 or 14:30',
    }),
    place: text({ label: 'Place', hint: 'A room or a building; never a family’s address' }),
    chair: text({ label: 'Chair or reviewing officer', hint: 'Their code, like IRO-12' }),
    team: text({ label: 'Team', hidden: true }),
    worker: text({ label: 'Allocated worker', hidden: true }),
    sharedOn: day({ label: 'The report reached the family', hidden: true }),
    chairHadOn: day({ label: 'The report reached the chair', hidden: true }),
    heldOn: day({ label: 'Held', hidden: true }),
    came: choice({ label: 'Who came', choices: wordsOf(CAME), hidden: true }),
    recordedBy: text({ label: 'Attendance recorded by', hidden: true }),
    recordedOn: day({ label: 'Attendance recorded on', hidden: true }),
    missed: text({ label: 'Reason', hidden: true }),
    missedWords: paragraph({ label: 'In a sentence', hidden: true }),
    answeredOn: day({ label: 'Answered', hidden: true }),
    answeredBy: text({ label: 'Answered by', hidden: true }),
  },
  named: ({ kind, bookedOn }) => `${MEETING_KINDS[kind].words}, ${formatDay(bookedOn)}`,
  order: (left, right) => (left.bookedOn < right.bookedOn ? -1 : 1),
  check: ({ sharedOn, chairHadOn, heldOn }, { today }: CheckContext) => ({
    ...fault('sharedOn', noLater('The day the report reached the family')(sharedOn, today)),
    ...fault('chairHadOn', noLater('The day the report reached the chair')(chairHadOn, today)),
    ...fault('heldOn', noLater('The day it was held')(heldOn, today)),
  }),
})

const fault = (name: string, says: string | undefined) => (says === undefined ? {} : { [name]: says })

export type MeetingChild = RecordOf<typeof meetingChild.fields>

/** A child at a meeting, as files and records together say it. Child-level. */
export interface ChildAtMeeting {
  /** The council's id. */
  childId: string
  /** The child's opaque name in addresses. */
  ref: string
  /** Of the day of the meeting. */
  team: string | null
  worker: string | null
  sharedOn: Day | null
  chairHadOn: Day | null
  heldOn: Day | null
  recordedOn: Day | null
  /** `unsaid`: the file says that the worker was not there, and not who was. Null: nobody wrote it down. */
  came: Came | 'unsaid' | null
  /** The title of one of the council's reasons, or what the file says; null while there is none. */
  missed: string | null
  missedWords: string
  answeredOn: Day | null
  answeredBy: string
  /** What Waymark keeps of it; null where that is nothing yet. */
  record: MeetingChild | null
}

/** One meeting with those of its children whom the reader may see. Child-level. */
export interface Meeting {
  /** The council's name of it, or ours. */
  meeting: string
  /** Its opaque name in addresses. */
  ref: string
  kind: MeetingKind
  bookedOn: Day
  /** `14:30`; null where it is not held. */
  startsAt: string | null
  place: string | null
  chair: string | null
  keptHere: boolean
  children: readonly ChildAtMeeting[]
}

/** Held by what is known: a meeting of which no child's row says that it was held is still to come, or not recorded. */
export const heldOn = ({ children }: Pick<Meeting, 'children'>): Day | null =>
  children.find((child) => child.heldOn !== null)?.heldOn ?? null

/** Blank attendance counts as not attended until the chair confirms it. */
export const ownWorkerCame = ({ came, worker }: Pick<ChildAtMeeting, 'came' | 'worker'>): boolean =>
  came === 'whole' && worker !== null

export const workersOf = ({ children }: Pick<Meeting, 'children'>): string[] => [
  ...new Set(children.flatMap(({ worker }) => worker ?? [])),
]

export const teamsOf = ({ children }: Pick<Meeting, 'children'>): string[] => [
  ...new Set(children.flatMap(({ team }) => team ?? [])),
]

/** Known to have reached the family of every child, and the last day on which one did. */
export const sharedOn = ({ children }: Pick<Meeting, 'children'>): Day | null =>
  children.every((child) => child.sharedOn !== null)
    ? children.reduce<Day | null>(
        (last, child) => (last === null || child.sharedOn! > last ? child.sharedOn : last),
        null,
      )
    : null

export const whoCame = ({ came }: Pick<ChildAtMeeting, 'came'>): string =>
  came === null ? 'Not recorded' : came === 'unsaid' ? 'Someone else or nobody: not said' : CAME[came].words
