import type { DayNumber } from './day-number.ts'

/**
 * The event log: what happened to each child, and when the case system was told of it. It is the truth that every
 * file is written from and every figure can be checked against. Child-level; every child is invented.
 *
 * A log reaches past the day of an extract; an extract holds what had happened by its day and was recorded by its own.
 */
export interface RecordedEvent {
  on: DayNumber
  recordedOn: DayNumber
}

/** A place in a team where cases are held. Who sits there changes as workers come and go: `Workforce.workerAt`. */
export interface Position {
  team: string
  /** Unique in the council, as `North 2/3`. */
  name: string
}

export interface FamilyLog {
  number: number
  children: ChildLog[]
}

export interface ChildLog {
  id: string
  /** Thirteen characters, as a unique pupil number is; null for a child whom no school has known. */
  upn: string | null
  sex: 'M' | 'F' | 'U'
  /** Bare census code, as `WBRI`. */
  ethnicity: string
  bornOn: DayNumber
  isDisabled: boolean
  /** Bare census codes of a disabled child, as `LD`; empty for another. */
  disabilities: string[]
  isUnaccompanied: boolean
  /** Of the family's home, in an area that does not exist. */
  postcode: string
  /** A part of the locality: what a council calls a ward. */
  ward: string
  contacts: ContactEvent[]
  earlyHelp: EarlyHelpEvent[]
  referrals: ReferralEvent[]
  assessments: AssessmentEvent[]
  enquiries: EnquiryEvent[]
  needs: NeedEpisode[]
  plans: ProtectionPlan[]
  care: CarePeriod[]
  leaver: CareLeaver | null
  adoption: AdoptionPath | null
  education: EducationPlan | null
}

export type ContactOutcome = 'referral' | 'early help' | 'advice' | 'no further action' | 'other'

export interface ContactEvent {
  received: RecordedEvent
  source: string
  outcome: ContactOutcome
  /** Hours from the contact to the decision; null where nobody wrote down when it was made. */
  decidedAfterHours: number | null
}

export interface EarlyHelpEvent {
  started: RecordedEvent
  ended: RecordedEvent | null
  organisation: string
  reason: string
  endReason: string
}

export interface ReferralEvent {
  /** The child's first is 1. Everything that followed carries it. */
  number: number
  received: RecordedEvent
  source: string
  isNfa: boolean
  position: Position
}

/** Working days into an assessment at which a manager looks at it. Norchester's action 3.1; before the 45th. */
export const SET_POINTS = [10, 20, 35] as const

export interface AssessmentEvent {
  /** The referral it belongs to. */
  referral: number
  started: RecordedEvent
  /** Null when nobody has ever finished it. */
  authorised: RecordedEvent | null
  /** Null where nobody wrote it down. */
  wasSeen: boolean | null
  seenOn: DayNumber | null
  /** Bare census codes, as `2B`. Written when it is authorised. */
  factors: string[]
  /** The days on which a manager looked at it under way, at the set points. */
  managerReviews: DayNumber[]
  needsSupport: boolean
  position: Position
}

/** A meeting that families and workers come to with a report: conference, review conference or care review. */
export interface Meeting {
  on: DayNumber
  /** Code of the conference chair or independent reviewing officer, as `IRO-12`. */
  chair: string
  didAllocatedWorkerAttend: boolean
  /** The day the family was shown the report; null when they were not. */
  reportSharedOn: DayNumber | null
  /** How the child took part: bare code PN0 to PN7. */
  participation: string
}

export interface EnquiryEvent {
  referral: number
  started: RecordedEvent
  /** The day the enquiry itself was concluded. */
  ended: RecordedEvent | null
  /** Null when no conference was needed. */
  conference: RecordedEvent | null
  /** How the conference went; null where there is none. Its day is that of `conference`. */
  meeting: Meeting | null
  becamePlan: boolean
  position: Position
}

export interface Visit {
  on: DayNumber
  wasSeen: boolean
  /** Null where nobody wrote it down, or the child was not seen. */
  wasSeenAlone: boolean | null
}

/** From the referral that was taken on to the day the case closed. */
export interface NeedEpisode {
  referral: number
  started: RecordedEvent
  closed: RecordedEvent | null
  closeReason: string
  needCode: string
  /** The day the first assessment ended: before it, the child is "open, assessment". */
  assessedOn: DayNumber | null
  visits: Visit[]
  /** Child in need plans, one after another; none while a child protection plan or care runs. */
  plans: { from: DayNumber; to: DayNumber | null }[]
  position: Position
}

export interface CoreGroup {
  dueOn: DayNumber
  /** Null when it was not held. */
  heldOn: DayNumber | null
}

export interface ProtectionPlan {
  referral: number
  started: RecordedEvent
  ended: RecordedEvent | null
  firstCategory: string
  latestCategory: string
  previousPlans: number
  policeProtection: boolean
  visits: Visit[]
  /** Whether the child was seen alone at the latest visits: what Annex A asks. */
  wasSeenAlone: boolean
  reviews: Meeting[]
  coreGroups: CoreGroup[]
  position: Position
}

export interface Placement {
  from: DayNumber
  /** The day it ended, or would end: the day the next begins, or the period's last. */
  to: DayNumber
  type: string
  provider: string
  postcode: string
  urn: string
  isOutside: boolean
  /** Miles from home. */
  distance: number
  /** Why the placement ended in another: bare code, as `CARPL`; blank when care ended with it. */
  changeReason: string
  /** An authority's name, or one of the published letters for elsewhere. */
  authority: string
}

export interface MissingEpisode {
  from: DayNumber
  /** A long tail: most some hours, some days, rarely weeks. */
  hours: number
  interview: Interview
}

/** The return interview after a missing episode. Null where nobody wrote it down. */
export interface Interview {
  wasOffered: boolean | null
  wasAccepted: boolean | null
  heldOn: DayNumber | null
  wasIndependent: boolean | null
}

/** What is asked of a child in care once a year, to 31 March of `year`. */
export interface YearlyHealth {
  year: number
  isImmunised: boolean
  hadDentalCheck: boolean
  hadHealthAssessment: boolean
  hadHealthChecks: boolean
  /** 0 to 40, asked from 4 to 16; null with the reason why not. */
  sdqScore: number | null
  sdqReason: string
  wasConvicted: boolean
  misusesSubstances: boolean
  wasHelpOffered: boolean
  wasHelpTaken: boolean
}

export interface CarePeriod {
  referral: number
  started: RecordedEvent
  ended: RecordedEvent | null
  endReason: string
  needCode: string
  /** In order, one from the first day on. */
  statuses: { from: DayNumber; status: string }[]
  placements: Placement[]
  /** As Annex A's `permanence_plan` has it. */
  permanencePlan: string
  /** The day on which that was first planned; null when nobody had by the end of care, or yet. */
  permanencePlannedOn: DayNumber | null
  /** The independent reviewing officer. */
  officer: string
  reviews: Meeting[]
  visits: Visit[]
  officerContacts: DayNumber[]
  healthChecks: DayNumber[]
  dentalChecks: DayNumber[]
  yearlyHealth: YearlyHealth[]
  /** Personal education plans, each term of a school-age child. */
  educationPlans: DayNumber[]
  missing: MissingEpisode[]
  absent: DayNumber[]
  /** Whose mother the child is: the day of birth of the baby. */
  motherOf: DayNumber | null
  /** How an earlier permanent placement was broken off; null where there was none. */
  previousPermanence: { option: string; orderedOn: DayNumber | null; authority: string } | null
  position: Position
}

export interface CareLeaver {
  from: DayNumber
  until: DayNumber
  adviser: string
  /** As the SSDA903 has it: `YES`, `NO`, `REFU`. */
  inTouch: string
  contacts: DayNumber[]
  pathwayReviews: DayNumber[]
  accommodation: string
  isSuitable: boolean
  activity: string
  position: Position
}

/** An education, health and care plan, from the request on. */
export interface EducationPlan {
  requestedOn: DayNumber
  agreedOn: DayNumber | null
  issuedOn: DayNumber | null
  ceasedOn: DayNumber | null
  /** Bare code of the primary need, as `SEMH`. */
  need: string
}

export interface AdoptionPath {
  enteredCareOn: DayNumber
  decidedOn: DayNumber
  orderedOn: DayNumber | null
  matchedOn: DayNumber | null
  placedOn: DayNumber | null
  adoptedOn: DayNumber | null
  reversedOn: DayNumber | null
  reversedReason: string
  fosteredForAdoptionOn: DayNumber | null
  adoptiveFamily: string
}
