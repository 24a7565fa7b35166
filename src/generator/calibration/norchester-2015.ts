/**
 * What a council's work looks like in numbers: volumes, funnels, durations, season. Published figures with their
 * source, or "our estimate" where none is published. Durations are quantiles: share, value.
 *
 * Department for Education, children in need and children looked after statistics, Manchester and England 2014 to
 * 2015, and Local Authority Interactive Tool, Open Government Licence v3.0; Association of Directors of Children's
 * Services, Safeguarding Pressures. Figures carry over; no record does.
 */
type Quantiles = readonly (readonly [share: number, value: number])[]

/** Monthly index, January first, mean 1.00. Our estimate, shaped by published weekly series. */
export const SEASON = [1.02, 0.98, 1.07, 0.98, 1.03, 1.07, 1.05, 0.82, 0.97, 1.04, 1.1, 0.87] as const

/** Monday to Sunday: Monday and Friday high, 9% at weekends by the emergency duty service. Our estimate. */
export const WEEKDAY = { '1': 20, '2': 17.5, '3': 17, '4': 17, '5': 19.5, '6': 5, '7': 4 } as const

/** Referrals a year per 10,000 children: Manchester 2014 to 2015. */
export const REFERRALS_PER_10K = 1135

/** Of referred families, by number of children. Our estimate. */
export const FAMILY_SIZES = { '1': 45, '2': 28, '3': 16, '4': 8, '5': 3 } as const

/** Who refers: police 28, schools 21, health 15, others 36 of a hundred (England), spread over the census codes. */
export const REFERRAL_SOURCES = {
  '6': 28,
  '2A': 17,
  '2B': 4,
  '3A': 3,
  '3B': 3,
  '3C': 5,
  '3E': 3,
  '3F': 1,
  '1A': 6,
  '1B': 5,
  '1C': 3,
  '4': 4,
  '5A': 5,
  '5B': 3,
  '5C': 2,
  '7': 2,
  '8': 3,
  '9': 3,
} as const
export const SCHOOL_SOURCES: readonly string[] = ['2A', '2B']

/** Who makes contact: police 32, health 17, education 16, family 9, others 26 of a hundred. */
export const CONTACT_SOURCES = {
  '6': 32,
  '2A': 12,
  '2B': 4,
  '3A': 4,
  '3B': 4,
  '3C': 6,
  '3E': 3,
  '1A': 5,
  '1B': 4,
  '4': 7,
  '5A': 6,
  '5B': 3,
  '7': 2,
  '8': 5,
  '9': 3,
} as const

/** Of 100 referrals: Manchester 2014 to 2015. The rest, 29.7, begin an episode of need. */
export const REFERRAL_NFA = 0.299
export const REFERRAL_NOT_IN_NEED = 0.404

/** Chance that a referral is followed by another within a year: together 31.4% of referrals, as Manchester. */
export const RETURNS = { nfa: 0.39, notInNeed: 0.485, inNeed: 0.25, laterThanAYear: 0.08 } as const
/** Days from closing (or from no further action) to coming back. Our estimate. */
export const DAYS_TO_RETURN: Quantiles = [
  [0, 12],
  [0.25, 45],
  [0.5, 95],
  [0.75, 165],
  [1, 280],
]

/** Working days from referral to the assessment's start: 0 / 1 / 1 / 3. Our estimate. */
export const REFERRAL_TO_START: Quantiles = [
  [0, 0],
  [0.3, 0.9],
  [0.8, 1.9],
  [0.92, 3.5],
  [1, 7],
]

/** Working days that an assessment takes, when within 45: England, with its spike at 41 to 45. */
export const ASSESSMENT_DAYS_IN_TIME: Quantiles = [
  [0, 0],
  [0.021, 1],
  [0.158, 10.9],
  [0.36, 20.9],
  [0.544, 30.9],
  [0.78, 40.9],
  [1, 45.99],
]
/** And when it is late but under way. England: 5.8 to day 50, 4.3 to day 60, 4.2 later, of 14.3 late. */
export const ASSESSMENT_DAYS_LATE: Quantiles = [
  [0, 46],
  [0.45, 50.9],
  [0.78, 60.9],
  [0.93, 75],
  [1, 95],
]

/** Of children found in need: section 47 enquiries 13 and conferences 8.7 of 100 referrals, Manchester. */
export const ENQUIRY_GIVEN_NEED = 0.44
export const CONFERENCE_GIVEN_ENQUIRY = 0.66
export const PLAN_GIVEN_CONFERENCE = 0.9
export const EARLIER_PLAN_BEFORE_OUR_TIME = 0.12

/** Working days from strategy discussion to conference, in time and late: Manchester 2014 to 2015. */
export const CONFERENCE_DAYS_IN_TIME: Quantiles = [
  [0, 4],
  [0.2, 10.9],
  [0.6, 13.9],
  [1, 15.99],
]
export const CONFERENCE_DAYS_LATE: Quantiles = [
  [0, 16],
  [0.35, 20.9],
  [0.75, 32],
  [1, 55],
]

/** Months: a plan that ended 5.5 / 9 / 14 / 21. */
export const PLAN_MONTHS: Quantiles = [
  [0, 2.6],
  [0.25, 5.5],
  [0.5, 9],
  [0.75, 14],
  [0.9, 20],
  [0.965, 24],
  [1, 31],
]
/** Months: an episode of need without a plan or care. Manchester 2014 to 2015. */
export const NEED_MONTHS: Quantiles = [
  [0, 1.8],
  [0.25, 3.4],
  [0.5, 6.5],
  [0.75, 13],
  [0.9, 23],
  [1, 60],
]
/** Months: a period of care that ended 5 / 19 / 45 / 90. Our estimate; mean 2.7 years, as 1,310 children and 478 entries. */
export const CARE_MONTHS: Quantiles = [
  [0, 0.3],
  [0.25, 5],
  [0.5, 19],
  [0.75, 45],
  [0.9, 90],
  [1, 150],
]
/** Months: a placement 0.7 / 4 / 12 / 34. Our estimate. */
export const PLACEMENT_MONTHS: Quantiles = [
  [0, 0.1],
  [0.25, 0.9],
  [0.5, 5],
  [0.75, 14],
  [0.9, 34],
  [1, 90],
]
/** Of children found in need, how many enter care during the episode: 3.6 of 100 referrals. */
export const CARE_GIVEN_NEED = 0.115

export const NEED_CODES = { N1: 62, N2: 4, N3: 6, N4: 10, N5: 13, N6: 2, N7: 1, N8: 2 } as const
export const ABUSE = { NEG: 42, PHY: 11, SAB: 5, EMO: 36, MUL: 6 } as const

/** Of children in a city like Manchester, by census code. */
export const ETHNICITY = {
  WBRI: 50,
  WIRI: 1,
  WOTH: 3,
  WROM: 1,
  MWBC: 6,
  MWBA: 3,
  MWAS: 2,
  MOTH: 4,
  AIND: 1,
  APKN: 8,
  ABAN: 2,
  AOTH: 3,
  BCRB: 3,
  BAFR: 7,
  BOTH: 2,
  CHNE: 0.5,
  OOTH: 2,
  REFU: 0.5,
  NOBT: 1,
} as const

/** Days from what happened to its being recorded: 60% the same day, 85% in three, 97% in ten. Our estimate. */
export const RECORDING_LAG: Quantiles = [
  [0, 0],
  [0.6, 0.99],
  [0.85, 3.99],
  [0.97, 10.99],
  [1, 24],
]
/** A manager's sign-off waits longer for the keyboard: 45%, 75%, 94%. Our estimate. */
export const SIGN_OFF_LAG: Quantiles = [
  [0, 0],
  [0.45, 0.99],
  [0.75, 3.99],
  [0.94, 10.99],
  [1, 24],
]

/** Contacts for each referral, of which the referral is one. 37% of contacts became referrals in Manchester. */
export const CONTACTS_PER_REFERRAL = 2.9
