/**
 * What the work of a kind of council looks like in numbers: volumes, funnels, durations, who and where. It differs
 * between places and years; what does not is in `everywhere.ts`. How well a council keeps hold of its work is its Grip.
 */
export interface Profile {
  /** Referrals of children a year, per 10,000 who live there. */
  referralsPer10k: number
  /** Children's referrals that one family makes over the years, in the mean: new families are what is left of the volume. */
  referralsPerFamily: number
  /** Children who arrive without a family, a year, per 10,000. */
  unaccompaniedPer10k: number
  /** Contacts for each referral, of which the referral is one. */
  contactsPerReferral: number
  /** Contacts a year about a family that is known, and how many that makes for each referral. */
  contactsWhileKnown: { perYear: number; perReferral: number }
  /** Who makes contact, and who refers, by census code. */
  contactSources: Weights
  referralSources: Weights
  /** What came of contacts that were no referral. */
  contactOutcomes: Readonly<Record<'early help' | 'advice' | 'no further action' | 'other', number>>
  /** Of referrals: those that come to nothing at once, and those assessed and found not in need. */
  referralNfa: number
  referralNotInNeed: number
  /** Chance that a family is referred again within a year of closing, by how it ended; and later than that. */
  returns: { nfa: number; notInNeed: number; inNeed: number; laterThanAYear: number }
  daysToReturn: Quantiles
  /** Age in years on first coming to notice; less than 0 for a child expected. */
  ageWhenFound: Quantiles
  ethnicity: Weights
  /** Of all children known. */
  disabled: number
  /** Working days that an assessment takes: in time, and when it is late but under way. */
  assessmentDaysInTime: Quantiles
  assessmentDaysLate: Quantiles
  /** Open cases that are assessed again. */
  updateAssessments: number
  /** How often each factor is found, by census code: shares of assessments that find a need. */
  assessmentFactors: Weights
  /** Of families found in need, those with a section 47 enquiry; of those, with a conference; of those, with a plan. */
  enquiryGivenNeed: number
  conferenceGivenEnquiry: number
  planGivenConference: number
  /** Times as likely an enquiry, and coming into care, is by the age of the children. */
  timesByAge: { enquiry: TimesByAge; care: TimesByAge }
  /** Working days from the strategy discussion to the conference. */
  conferenceDaysInTime: Quantiles
  conferenceDaysLate: Quantiles
  /** Children on a plan who had one before the years simulated. */
  earlierPlan: number
  planMonths: Quantiles
  abuse: Weights
  /** The fewest days from an assessment that finds a need to the closing: from so many to so many. */
  daysAfterAssessment: readonly [least: number, most: number]
  /** Months of an episode of need without a plan or care. */
  needMonths: Quantiles
  needCodes: Weights
  /** Of families found in need, those from which children come into care. */
  careGivenNeed: number
  careMonths: Quantiles
  /** The legal status that care begins with, by code. */
  firstStatuses: Weights
  /** Of children in care by their parents' agreement, those who never come before a court. */
  staysVoluntary: number
  /** Where children in care live, by placement code and age. */
  placements: { underEleven: Weights; underSixteen: Weights; older: Weights; unaccompanied: Weights }
  /** Of placements, those outside the area. */
  placedOutside: number
  /** Of those outside, the ones more than 20 miles from home. */
  placedFar: number
  /** Of children under six who stay in care, those who are adopted. */
  adoptedWhenYoung: number
  /** Months in care of a child who is adopted; null where care may end so whenever it ends after 14 months. */
  adoptionMonths: Quantiles | null
  careEnds: { at18: Weights; from16: Weights; younger: Weights }
  /** Of young people in care of 12 or more, those who run away. */
  runsAway: number
  /** What is asked of children in care each year: shares. */
  health: {
    immunised: number
    dentalCheck: number
    healthAssessment: number
    developmentChecks: number
    sdqAnswered: number
    convicted: number
    misusesSubstances: number
  }
  /** Strengths and difficulties score, 0 to 40. */
  sdqScore: Quantiles
  leaver: { inTouch: Weights; accommodation: Weights; activity: Weights }
  /** Of children known from two years on, those with an education, health and care plan. */
  educationPlan: number
  staff: StaffProfile
}

export interface TimesByAge {
  underOne: number
  underFive: number
  underTen: number
  underSixteen: number
  older: number
}

/** Who does the work: shares of posts or of people in post. */
interface StaffProfile {
  /** Children open on a day per 10,000, by kind of team: what teams are staffed for. */
  openPer10k: { locality: number; care: number; leavingCare: number }
  /** Children of a worker in the middle of the range; and of one newly qualified. */
  usualCaseload: number
  newlyQualifiedCaseload: number
  /** Of people in post, those who leave in a year. */
  turnover: number
  /** Of posts, those without a permanent worker; and of these, those covered by an agency worker. */
  vacancy: number
  agencyCover: number
  /** Newly qualified workers who start in a year, per 10,000 children: 35 in a city. */
  newlyQualifiedPer10k: number
  /** Of working days, those lost to sickness. */
  sickness: number
}

/** Durations and the like as quantiles: share, value. */
export type Quantiles = readonly (readonly [share: number, value: number])[]
/** How likely each is next to the others. */
export type Weights = Readonly<Record<string, number>>
