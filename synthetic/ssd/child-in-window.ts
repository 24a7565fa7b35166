import type { DayNumber } from '../day-number.ts'
import type {
  AdoptionPath,
  AssessmentEvent,
  CareLeaver,
  CarePeriod,
  ChildLog,
  ContactEvent,
  EarlyHelpEvent,
  EducationPlan,
  EnquiryEvent,
  FamilyLog,
  NeedEpisode,
  ProtectionPlan,
  ReferralEvent,
} from '../event-log.ts'
import { isInPeriod, wasGoingOn, type ExtractView } from '../extract-view.ts'

/** An event with the id that it has in the dataset whenever that is written. */
export interface Identified<Event> {
  id: string
  event: Event
}

/** What of a child's log the dataset holds: it happened in the view's days, or what it began was still going on. */
export interface ChildInWindow {
  child: ChildLog
  family: FamilyLog
  view: ExtractView
  contacts: Identified<ContactEvent>[]
  earlyHelp: Identified<EarlyHelpEvent>[]
  /** Also those to which something belongs that is in. */
  referrals: Identified<ReferralEvent>[]
  assessments: Identified<AssessmentEvent>[]
  /** Also those whose conference is in, or made a plan that is. */
  enquiries: Identified<EnquiryEvent>[]
  needs: NeedEpisode[]
  plans: Identified<ProtectionPlan>[]
  care: Identified<CarePeriod>[]
  leaver: CareLeaver | null
  adoption: AdoptionPath | null
  education: EducationPlan | null
}

export const referralId = ({ id }: ChildLog, number: number): string => `${id}-R${number}`

/** A day of something that happened at once, as a visit, is among those that the dataset holds. */
export const isSeenOn = ({ from, asAt }: ExtractView, on: DayNumber): boolean => on >= from && on <= asAt

/** Child-level. Null when the dataset holds nothing of the child. */
export function childInWindow(child: ChildLog, family: FamilyLog, view: ExtractView): ChildInWindow | null {
  const among = <Event>(events: readonly Event[], letter: string, isIn: (event: Event) => boolean) =>
    events.flatMap((event, index): Identified<Event>[] =>
      isIn(event) ? [{ id: `${child.id}-${letter}${index + 1}`, event }] : [],
    )
  const plans = among(child.plans, 'P', ({ started, ended }) => wasGoingOn(view, started, ended))
  const assessments = among(child.assessments, 'A', ({ started, authorised }) =>
    wasGoingOn(view, started, authorised),
  )
  const enquiries = among(
    child.enquiries,
    'E',
    (enquiry) =>
      wasGoingOn(view, enquiry.started, enquiry.ended) ||
      (enquiry.conference !== null && isInPeriod(view, enquiry.conference)) ||
      plans.some(({ event }) => didBecome(enquiry, event)),
  )
  const needs = child.needs.filter(({ started, closed }) => wasGoingOn(view, started, closed))
  const care = among(child.care, 'L', ({ started, ended }) => wasGoingOn(view, started, ended))
  const belongings = [
    ...needs,
    ...[...assessments, ...enquiries, ...plans, ...care].map(({ event }) => event),
  ]
  const followed = new Set(belongings.map(({ referral }) => referral))
  const referrals = child.referrals
    .filter(({ number, received }) => isInPeriod(view, received) || followed.has(number))
    .map((event) => ({ id: referralId(child, event.number), event }))
  const contacts = among(child.contacts, 'C', ({ received }) => isInPeriod(view, received))
  const earlyHelp = among(child.earlyHelp, 'H', ({ started, ended }) => wasGoingOn(view, started, ended))
  const leaver = child.leaver && isLeaverIn(child.leaver, view) ? child.leaver : null
  if (contacts.length + earlyHelp.length + referrals.length === 0 && !leaver) return null
  const { adoption, education } = child
  return {
    child,
    family,
    view,
    contacts,
    earlyHelp,
    referrals,
    assessments,
    enquiries,
    needs,
    plans,
    care,
    leaver,
    adoption: adoption && isAdoptionIn(adoption, view) ? adoption : null,
    education: education && isEducationIn(education, view) ? education : null,
  }
}

/** The plan was made at the conference that the enquiry led to. */
export const didBecome = (
  { becamePlan, conference, referral }: EnquiryEvent,
  plan: ProtectionPlan,
): boolean => becamePlan && referral === plan.referral && conference?.on === plan.started.on

const isLeaverIn = ({ from, until }: CareLeaver, view: ExtractView): boolean =>
  from <= view.asAt && until >= view.from

function isAdoptionIn({ decidedOn, adoptedOn, reversedOn }: AdoptionPath, view: ExtractView): boolean {
  const end = adoptedOn ?? reversedOn
  return decidedOn <= view.asAt && (end === null || end >= view.from)
}

function isEducationIn({ requestedOn, agreedOn, ceasedOn }: EducationPlan, view: ExtractView): boolean {
  if (requestedOn > view.asAt) return false
  return requestedOn >= view.from || (agreedOn !== null && (ceasedOn === null || ceasedOn >= view.from))
}
