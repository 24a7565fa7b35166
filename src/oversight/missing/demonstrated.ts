import type { EpisodeDraft, StepDraft } from './episode-store.ts'
import type { SystemChange } from './system-change.ts'

/** A child of February: how long missing, when told and entered, and what followed the return. */
export interface Told {
  from: string
  hours: number | null
  recordedAfter: number | null
  livesAt: string
  miles?: number
  by: EpisodeDraft['reportedBy']
  cared?: EpisodeDraft['cared']
  steps?: readonly Partial<StepDraft>[]
}

const RIGHTS = {
  interviewer: 'children’s rights officer',
  interviewerCode: 'CR-03',
  independent: 'yes',
  whyIndependent: 'neither cares for the child nor holds the case',
} as const

/** Of the demonstration, after the last day of its files. */
export const FEBRUARY: readonly Told[] = [
  { from: '2015-02-04T20:00', hours: null, recordedAfter: 3, livesAt: 'Children’s home', by: 'police' },
  {
    from: '2015-02-03T18:00',
    hours: null,
    recordedAfter: 26,
    livesAt: 'Supported lodgings',
    miles: 31,
    by: 'carer',
  },
  { from: '2015-02-02T16:00', hours: 19, recordedAfter: 2, livesAt: 'Foster home', by: 'carer' },
  { from: '2015-02-03T11:00', hours: 9, recordedAfter: 5, livesAt: 'Children’s home', by: 'home' },
  {
    from: '2015-02-01T12:00',
    hours: 30,
    recordedAfter: 4,
    livesAt: 'Children’s home',
    by: 'home',
    steps: [
      { kind: 'offered', at: '2015-02-03T20:00' },
      { kind: 'booked', at: '2015-02-04T10:00', bookedFor: '2015-02-06T09:00', ...RIGHTS },
    ],
  },
  {
    from: '2015-02-03T13:00',
    hours: 11,
    recordedAfter: 9,
    livesAt: 'Foster home',
    miles: 44,
    by: 'carer',
    steps: [
      { kind: 'offered', at: '2015-02-04T09:00' },
      {
        kind: 'booked',
        at: '2015-02-04T11:00',
        bookedFor: '2015-02-06T10:00',
        interviewer: 'youth worker',
        independent: 'yes',
        whyIndependent: 'a charity there',
      },
    ],
  },
  {
    from: '2015-02-01T03:00',
    hours: 22,
    recordedAfter: 18,
    livesAt: 'Living at home',
    by: 'school',
    cared: 'none',
  },
  {
    from: '2015-02-01T07:00',
    hours: 8,
    recordedAfter: 2,
    livesAt: 'Foster home',
    by: 'carer',
    steps: [
      { kind: 'offered', at: '2015-02-02T17:00' },
      { kind: 'held', at: '2015-02-03T22:00', ...RIGHTS, themes: 'family contact, placement' },
    ],
  },
  {
    from: '2015-02-01T01:00',
    hours: 5,
    recordedAfter: 31,
    livesAt: 'Foster home',
    by: 'carer',
    steps: [
      { kind: 'offered', at: '2015-02-03T08:00' },
      {
        kind: 'held',
        at: '2015-02-04T23:00',
        interviewer: 'social worker',
        interviewerCode: 'SW-133',
        independent: 'no',
        whyIndependent: 'allocated worker',
      },
    ],
  },
  {
    from: '2015-02-01T18:00',
    hours: 17,
    recordedAfter: 6,
    livesAt: 'Children’s home',
    miles: 18,
    by: 'home',
    steps: [
      { kind: 'offered', at: '2015-02-03T08:00' },
      { kind: 'declined', at: '2015-02-03T17:00', note: 'Told whom to ask later' },
    ],
  },
  {
    from: '2015-02-01T05:00',
    hours: 26,
    recordedAfter: 4,
    livesAt: 'Supported lodgings',
    by: 'police',
    cared: 'another',
    steps: [
      { kind: 'offered', at: '2015-02-03T02:00' },
      { kind: 'unable', at: '2015-02-05T06:00', note: 'In hospital' },
    ],
  },
]

/** What had to change in the case system before the Board could be given the data. */
export const CHANGES: readonly Omit<SystemChange, 'id' | 'version'>[] = [
  {
    title: 'Keep the day and hour of each offer of a return interview',
    askedOf: 'The case system’s supplier',
    why: 'The record says yes or no, with no date: nobody can say whether it was within 72 hours',
    dueOn: '2015-03-31',
    state: 'agreed',
    measure: 'mis-rhi-offered',
  },
  {
    title: 'Keep who held the interview and whether they were independent',
    askedOf: 'The case system’s supplier',
    why: 'The guidance asks for an independent person, and no field says who it was',
    dueOn: '2015-03-31',
    state: 'asked',
    measure: 'mis-rhi-independent',
  },
  {
    title: 'Keep the hour at which an episode was entered, and who reported it',
    askedOf: 'The case system team',
    why: 'Whether we knew within 24 hours cannot be counted without it',
    dueOn: '2015-02-27',
    state: 'under_way',
    measure: 'mis-notified',
  },
  {
    title: 'One row for each time missing in the monthly report',
    askedOf: 'The performance reporting team',
    why: 'The report has one row for each child, so that second and third times are lost',
    dueOn: '2015-01-30',
    state: 'under_way',
    measure: 'mis-rhi-72h.of_episodes',
  },
]
