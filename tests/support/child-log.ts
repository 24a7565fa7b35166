import type { ChildLog, Position, RecordedEvent } from '../../synthetic/event-log.ts'

/** Events written by hand: what a test does not say of them is blank. */
export const childLog = (events: Partial<ChildLog>): ChildLog => ({
  id: '1000001',
  upn: null,
  sex: 'F',
  ethnicity: 'WBRI',
  bornOn: 9617,
  isDisabled: false,
  disabilities: [],
  isUnaccompanied: false,
  postcode: 'ZZ1 1ZZ',
  ward: 'North',
  contacts: [],
  earlyHelp: [],
  referrals: [],
  assessments: [],
  enquiries: [],
  needs: [],
  plans: [],
  care: [],
  leaver: null,
  adoption: null,
  education: null,
  ...events,
})

/** How a piece of work began, and who does it. */
export interface Begun {
  started: RecordedEvent
  position: Position
}

export const contactEvent = (received: RecordedEvent, source = '1A'): ChildLog['contacts'][number] => ({
  received,
  source,
  outcome: 'other',
  decidedAfterHours: null,
})

export const referralEvent = (
  { started, position }: Begun,
  source = '1A',
): ChildLog['referrals'][number] => ({
  number: 1,
  received: started,
  source,
  isNfa: false,
  position,
})

export const assessmentEvent = (
  begun: Begun,
  authorised: RecordedEvent | null,
  wasSeen: boolean | null,
): ChildLog['assessments'][number] => ({
  ...begun,
  referral: 1,
  authorised,
  wasSeen,
  seenOn: null,
  factors: [],
  managerReviews: [],
  needsSupport: true,
})

export const enquiryEvent = (
  begun: Begun,
  ended: RecordedEvent | null,
  conference: RecordedEvent | null,
): ChildLog['enquiries'][number] => ({
  ...begun,
  referral: 1,
  ended,
  conference,
  meeting: null,
  becamePlan: false,
})

export const needEpisode = (begun: Begun, closed: RecordedEvent | null): ChildLog['needs'][number] => ({
  ...begun,
  referral: 1,
  closed,
  closeReason: 'RC1',
  needCode: 'N1',
  assessedOn: null,
  visits: [],
  plans: [],
})

export const protectionPlan = (
  begun: Begun,
  ended: RecordedEvent | null,
  previousPlans: number,
): ChildLog['plans'][number] => ({
  ...begun,
  referral: 1,
  ended,
  firstCategory: 'NEG',
  latestCategory: 'NEG',
  previousPlans,
  policeProtection: false,
  visits: [],
  wasSeenAlone: false,
  reviews: [],
  coreGroups: [],
})

export const carePeriod = (
  begun: Begun,
  ended: RecordedEvent | null,
  statuses: ChildLog['care'][number]['statuses'],
): ChildLog['care'][number] => ({
  ...begun,
  referral: 1,
  ended,
  endReason: 'E4A',
  needCode: 'N1',
  statuses,
  placements: [
    {
      from: begun.started.on,
      to: begun.started.on + 1000,
      type: 'U6',
      provider: 'PR1',
      postcode: 'ZZ1 1ZZ',
      urn: '',
      isOutside: false,
      distance: 1,
      changeReason: '',
      authority: 'Norchester',
    },
  ],
  permanencePlan: 'return_to_family',
  permanencePlannedOn: null,
  officer: 'IRO-1',
  reviews: [],
  visits: [],
  officerContacts: [],
  healthChecks: [],
  dentalChecks: [],
  yearlyHealth: [],
  educationPlans: [],
  missing: [],
  absent: [],
  motherOf: null,
  previousPermanence: null,
})
