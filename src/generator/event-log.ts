import type { DayNumber } from './day-number.ts'

/**
 * The event log: what happened to each child, and when the case system was told of it. It is the truth that every
 * file is written from and every figure can be checked against. Child-level; every child is invented.
 *
 * A log reaches past the day of an extract; an extract holds what had happened by its day and was recorded by its own.
 */
export interface Happening {
  on: DayNumber
  recordedOn: DayNumber
}

/** A worker and the team they stood in. */
export interface Desk {
  worker: string
  team: string
}

export interface FamilyLog {
  number: number
  children: ChildLog[]
}

export interface ChildLog {
  id: string
  sex: 'M' | 'F' | 'U'
  /** Bare census code, as `WBRI`. */
  ethnicity: string
  bornOn: DayNumber
  isDisabled: boolean
  isUnaccompanied: boolean
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
}

export interface ContactEvent {
  received: Happening
  source: string
}

export interface EarlyHelpEvent {
  started: Happening
  ended: Happening | null
  organisation: string
}

export interface ReferralEvent {
  received: Happening
  source: string
  isNfa: boolean
  desk: Desk
}

export interface AssessmentEvent {
  started: Happening
  /** Null when nobody has ever finished it. */
  authorised: Happening | null
  /** Null where nobody wrote it down. */
  wasSeen: boolean | null
  needsSupport: boolean
  desk: Desk
}

export interface EnquiryEvent {
  started: Happening
  /** Null when no conference was needed. */
  conference: Happening | null
  becamePlan: boolean
  desk: Desk
}

/** From the referral that was taken on to the day the case closed. */
export interface NeedEpisode {
  started: Happening
  closed: Happening | null
  closeReason: string
  needCode: string
  /** The day the first assessment ended: before it, the child is "open, assessment". */
  assessedOn: DayNumber | null
  seenOn: DayNumber[]
  desk: Desk
}

export interface ProtectionPlan {
  started: Happening
  ended: Happening | null
  firstCategory: string
  latestCategory: string
  previousPlans: number
  policeProtection: boolean
  visits: DayNumber[]
  wasSeenAlone: boolean
  reviews: DayNumber[]
  desk: Desk
}

export interface Placement {
  from: DayNumber
  type: string
  provider: string
  postcode: string
  urn: string
  isOutside: boolean
  /** An authority's name, or one of the published letters for elsewhere. */
  authority: string
}

export interface CarePeriod {
  started: Happening
  ended: Happening | null
  endReason: string
  needCode: string
  /** In order, one from the first day on. */
  statuses: { from: DayNumber; status: string }[]
  placements: Placement[]
  permanencePlan: string
  reviews: DayNumber[]
  visits: DayNumber[]
  officerContacts: DayNumber[]
  healthChecks: DayNumber[]
  dentalChecks: DayNumber[]
  missing: DayNumber[]
  absent: DayNumber[]
  /** Of the return interview after the last missing episode. */
  interview: { wasOffered: boolean | null; wasAccepted: boolean | null }
  desk: Desk
}

export interface CareLeaver {
  from: DayNumber
  until: DayNumber
  adviser: string
  inTouch: string
  contacts: DayNumber[]
  pathwayReviews: DayNumber[]
  accommodation: string
  isSuitable: boolean
  activity: string
  desk: Desk
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

/** One prospective adopter; a couple is two. */
export interface AdopterLog {
  id: string
  family: string
  sex: 'M' | 'F'
  ethnicity: string
  isFosteringForAdoption: boolean
  enquiredOn: DayNumber
  stage1: { from: DayNumber | null; to: DayNumber | null }
  stage2: { from: DayNumber | null; to: DayNumber | null }
  approvedOn: DayNumber | null
  matchedOn: DayNumber | null
  placedOn: DayNumber | null
  adoptedOn: DayNumber | null
  leftOn: DayNumber | null
  leftReason: string
  childrenPlaced: number
}
