import type { Profile, TimesByAge } from './profile.ts'

const ALIKE: TimesByAge = { underOne: 1, underFive: 1, underTen: 1, underSixteen: 1, older: 1 }

/**
 * A city like Manchester in the year to March 2015. Published figures with their source, or "our estimate" where
 * none is published.
 *
 * Department for Education, children in need and children looked after statistics, Manchester and England 2014 to
 * 2015, and Local Authority Interactive Tool, Open Government Licence v3.0; Association of Directors of Children's
 * Services, Safeguarding Pressures. Figures carry over; no record does.
 */
export const NORCHESTER_2015: Profile = {
  // Manchester 2014 to 2015.
  referralsPer10k: 1135,
  // Our estimate.
  referralsPerFamily: 3.3,
  // About 3% of those looked after.
  unaccompaniedPer10k: 1.32,
  // 37% of contacts became referrals in Manchester.
  contactsPerReferral: 2.6,
  // Our estimate.
  contactsWhileKnown: { perYear: 1.4, perReferral: 1 },
  // Police 32, health 17, education 16, family 9, others 26 of a hundred.
  contactSources: {
    '6': 41,
    '4': 6,
    '7': 1.5,
    '8': 4,
    '9': 2,
    '2A': 9.5,
    '2B': 3.5,
    '3A': 4.5,
    '3B': 4.5,
    '3C': 7,
    '3E': 3.5,
    '1A': 8,
    '1B': 1,
    '5A': 3,
    '5B': 1,
  },
  // Police 17, schools 19, health 13, others 51 of a hundred, spread over the census codes.
  referralSources: {
    '6': 17.2,
    '4': 8,
    '7': 4,
    '8': 6,
    '9': 4.8,
    '2A': 18.8,
    '2B': 2.2,
    '3A': 2.4,
    '3B': 2.6,
    '3C': 3.8,
    '3E': 3,
    '3F': 1,
    '1A': 7,
    '1B': 4.2,
    '1C': 3,
    '5A': 6,
    '5B': 3.5,
    '5C': 2.5,
  },
  // Safeguarding Pressures, phase 9: of 100 contacts, with the referrals.
  contactOutcomes: { 'early help': 19, advice: 40, 'no further action': 30, other: 11 },
  // Of 100 referrals: Manchester 2014 to 2015. The rest, 29.7, begin an episode of need.
  referralNfa: 0.299,
  referralNotInNeed: 0.404,
  // Together 31.4% of referrals, as Manchester.
  returns: { nfa: 0.39, notInNeed: 0.485, inNeed: 0.25, laterThanAYear: 0.08 },
  // From closing, or from no further action. Our estimate.
  daysToReturn: [
    [0, 12],
    [0.25, 45],
    [0.5, 95],
    [0.75, 165],
    [1, 280],
  ],
  // Our estimate.
  ageWhenFound: [
    [0, -0.35],
    [0.03, 0],
    [0.13, 1],
    [0.36, 4],
    [0.66, 9],
    [0.9, 15],
    [1, 17.8],
  ],
  // Of children in a city like Manchester.
  ethnicity: {
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
  },
  disabled: 0.08,
  // England, with its spike at 41 to 45.
  assessmentDaysInTime: [
    [0, 0],
    [0.021, 1],
    [0.158, 10.9],
    [0.36, 20.9],
    [0.544, 30.9],
    [0.78, 40.9],
    [1, 45.99],
  ],
  // England: 5.8 to day 50, 4.3 to day 60, 4.2 later, of 14.3 late.
  assessmentDaysLate: [
    [0, 46],
    [0.45, 50.9],
    [0.78, 60.9],
    [0.93, 75],
    [1, 95],
  ],
  // Our estimate.
  updateAssessments: 0.35,
  // England: children in need, factors per 100 assessed episodes; the smaller ones are our estimate.
  assessmentFactors: {
    '1A': 0.02,
    '1B': 0.14,
    '1C': 0.02,
    '2A': 0.04,
    '2B': 0.14,
    '2C': 0.02,
    '3A': 0.1,
    '3B': 0.32,
    '3C': 0.04,
    '4A': 0.17,
    '4B': 0.33,
    '4C': 0.03,
    '5A': 0.07,
    '5B': 0.06,
    '6A': 0.04,
    '6B': 0.04,
    '7A': 0.01,
    '8B': 0.02,
    '9A': 0.01,
    '10A': 0.03,
    '11A': 0.02,
    '12A': 0.01,
    '13A': 0.02,
    '14A': 0.01,
    '15A': 0.02,
    '16A': 0.18,
    '17A': 0.19,
    '18A': 0.1,
    '18B': 0.05,
    '18C': 0.01,
    '19A': 0.05,
    '19B': 0.03,
    '19C': 0.01,
    '20': 0.1,
  },
  // Enquiries 13 and conferences 8.7 of 100 referrals, Manchester.
  enquiryGivenNeed: 0.44,
  conferenceGivenEnquiry: 0.66,
  planGivenConference: 0.9,
  // Manchester 2014 to 2015.
  timesByAge: { enquiry: ALIKE, care: ALIKE },
  conferenceDaysInTime: [
    [0, 4],
    [0.2, 10.9],
    [0.6, 13.9],
    [1, 15.99],
  ],
  conferenceDaysLate: [
    [0, 16],
    [0.35, 20.9],
    [0.75, 32],
    [1, 55],
  ],
  earlierPlan: 0.12,
  // A plan that ended: 5.5 / 9 / 14 / 21.
  planMonths: [
    [0, 2.6],
    [0.25, 5.5],
    [0.5, 9],
    [0.75, 14],
    [0.9, 20],
    [0.965, 24],
    [1, 31],
  ],
  abuse: { NEG: 42, PHY: 11, SAB: 5, EMO: 36, MUL: 6 },
  // Our estimate.
  daysAfterAssessment: [15, 40],
  // Manchester 2014 to 2015.
  needMonths: [
    [0, 1.8],
    [0.25, 3.4],
    [0.5, 6.5],
    [0.75, 13],
    [0.9, 23],
    [1, 60],
  ],
  needCodes: { N1: 62, N2: 4, N3: 6, N4: 10, N5: 13, N6: 2, N7: 1, N8: 2 },
  // 3.6 of 100 referrals.
  careGivenNeed: 0.115,
  // 5 / 19 / 45 / 90. Our estimate; mean 2.7 years, as 1,310 children and 478 entries.
  careMonths: [
    [0, 0.3],
    [0.25, 5],
    [0.5, 19],
    [0.75, 45],
    [0.9, 90],
    [1, 150],
  ],
  firstStatuses: { V2: 62, C1: 25, L1: 8, L2: 5 },
  staysVoluntary: 0.2,
  placements: {
    underEleven: { U6: 54, U4: 17, U1: 7, U3: 13, P1: 7, R3: 2 },
    underSixteen: { U6: 42, U4: 20, U1: 5, U3: 6, K2: 19, P1: 6, R1: 2 },
    older: { U6: 34, U4: 10, H5: 26, K2: 18, P2: 12 },
    unaccompanied: { U6: 45, H5: 40, P2: 15 },
  },
  placedOutside: 0.34,
  placedFar: 0.28,
  adoptedWhenYoung: 0.55,
  adoptionMonths: null,
  careEnds: {
    at18: { E5: 45, E6: 15, E7: 6, E17: 12, E8: 22 },
    from16: { E4A: 25, E4B: 20, E5: 30, E6: 8, E9: 5, E8: 12 },
    younger: { E4A: 46, E4B: 12, E45: 12, E46: 3, E41: 5, E13: 8, E3: 3, E8: 11 },
  },
  // Our estimate.
  runsAway: 0.22,
  // England, children looked after 2014 to 2015.
  health: {
    immunised: 0.88,
    dentalCheck: 0.86,
    healthAssessment: 0.9,
    developmentChecks: 0.89,
    sdqAnswered: 0.72,
    convicted: 0.05,
    misusesSubstances: 0.04,
  },
  // England: 37 of 100 score 17 or more; mean 13.9.
  sdqScore: [
    [0, 0],
    [0.1, 4],
    [0.25, 7],
    [0.5, 13.5],
    [0.75, 19.5],
    [0.9, 24.5],
    [1, 38],
  ],
  leaver: {
    inTouch: { YES: 86, NO: 7, REFU: 4, NREQ: 2, RHOM: 1 },
    accommodation: { U: 26, D: 14, B: 11, T: 7, E: 8, Z: 7, K: 3, X: 7, R: 9, S: 3, W: 3, V: 2 },
    activity: { F2: 15, P2: 3, F1: 4, F3: 10, F5: 5, P3: 3, F4: 3, G4: 10, G5: 37, G6: 10 },
  },
  // Our estimate.
  educationPlan: 0.15,
  staff: {
    // Manchester 2015: 4% vacant, 13% left in the year. The rest is our estimate.
    openPer10k: { locality: 400, care: 105, leavingCare: 20 },
    usualCaseload: 16.5,
    newlyQualifiedCaseload: 12,
    turnover: 0.13,
    vacancy: 0.09,
    agencyCover: 0.8,
    newlyQualifiedPer10k: 3,
    sickness: 0.035,
  },
}
