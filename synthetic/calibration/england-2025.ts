import { NORCHESTER_2015 } from './norchester-2015.ts'
import type { Profile } from './profile.ts'

/**
 * An average English authority in the year to March 2025. What is not said here is as in Norchester.
 *
 * Department for Education, children in need, children looked after and workforce statistics 2024 to 2025 and Local
 * Authority Interactive Tool, April 2026, Open Government Licence v3.0; Association of Directors of Children's
 * Services, Safeguarding Pressures, phase 9. Figures carry over; no record does. Where children come and go in
 * families, a chance is set so that the share of children comes out as published: see the calibration report.
 */
export const ENGLAND_2025: Profile = {
  ...NORCHESTER_2015,
  referralsPer10k: 519,
  referralsPerFamily: 2.75,
  // 8% of those looked after.
  unaccompaniedPer10k: 2.7,
  // 22 of 100 contacts become a referral.
  contactsPerReferral: 4.5,
  contactsWhileKnown: { perYear: 2.1, perReferral: 1.4 },
  // Police 32, health 17, education 16, family 9, others 26 of a hundred.
  contactSources: {
    '6': 32,
    '2A': 12,
    '2B': 4,
    '3A': 4,
    '3B': 4,
    '3C': 5,
    '3E': 4,
    '1A': 7.5,
    '1B': 3,
    '1C': 2,
    '4': 6,
    '5A': 5,
    '5B': 3,
    '7': 2,
    '8': 4,
    '9': 2.5,
  },
  contactOutcomes: { 'early help': 18, advice: 38, 'no further action': 30, other: 14 },
  // Police 28, schools 21, health 15, others 36 of a hundred, spread over the census codes.
  referralSources: {
    '6': 28.3,
    '2A': 20.6,
    '2B': 2,
    '3A': 3,
    '3B': 3,
    '3C': 2,
    '3D': 2,
    '3E': 4,
    '3F': 1.2,
    '1A': 6,
    '1B': 2,
    '1C': 2,
    '1D': 1,
    '4': 2,
    '5A': 5,
    '5B': 3,
    '5C': 4,
    '5D': 3,
    '7': 2,
    '8': 3,
    '9': 1,
    '10': 1,
  },
  referralNfa: 0.065,
  referralNotInNeed: 0.308,
  // Together 22.6% of referrals.
  returns: { nfa: 0.36, notInNeed: 0.33, inNeed: 0.28, laterThanAYear: 0.1 },
  // England, all children looked after and in need: about 71 of 100 White.
  ethnicity: {
    WBRI: 72,
    WIRI: 0.4,
    WOTH: 5,
    WROM: 0.8,
    MWBC: 3.5,
    MWBA: 1.5,
    MWAS: 2,
    MOTH: 3.5,
    AIND: 1.2,
    APKN: 2.5,
    ABAN: 1.2,
    AOTH: 2,
    BCRB: 1.5,
    BAFR: 4.5,
    BOTH: 1.5,
    CHNE: 0.3,
    OOTH: 2.4,
    REFU: 0.5,
    NOBT: 0.7,
  },
  disabled: 0.1,
  assessmentFactors: { ...NORCHESTER_2015.assessmentFactors, '3B': 0.29 },
  updateAssessments: 0.6,
  // 36 enquiries, 11 conferences and 10 plans of 100 referrals; 63 of them find a need.
  enquiryGivenNeed: 0.58,
  conferenceGivenEnquiry: 0.313,
  planGivenConference: 0.86,
  timesByAge: {
    enquiry: { underOne: 2.4, underFive: 1.2, underTen: 0.95, underSixteen: 0.85, older: 0.6 },
    care: { underOne: 4.4, underFive: 0.38, underTen: 0.45, underSixteen: 1.35, older: 2.6 },
  },
  // 8.7 up to 10, 72.7 in 11 to 15 working days, of 81.4 in time.
  conferenceDaysInTime: [
    [0, 3],
    [0.107, 10.99],
    [0.3, 12.99],
    [0.65, 14.5],
    [1, 15.99],
  ],
  // 8.9 to day 20, 9.7 later, of 18.6 late.
  conferenceDaysLate: [
    [0, 16],
    [0.48, 20.99],
    [0.8, 32],
    [1, 55],
  ],
  // Second or later plans: 24.5%.
  earlierPlan: 0.215,
  planMonths: [
    [0, 1.6],
    [0.12, 3],
    [0.23, 6],
    [0.5, 9],
    [0.7, 12],
    [0.85, 17],
    [0.955, 24],
    [1, 34],
  ],
  abuse: { NEG: 49, EMO: 37, PHY: 7, SAB: 4, MUL: 3 },
  daysAfterAssessment: [0, 12],
  // Of those without a plan or care; a few disabled children are open for years.
  needMonths: [
    [0, 0.2],
    [0.5, 1],
    [0.62, 3],
    [0.8, 6],
    [0.9, 12],
    [0.94, 24],
    [1, 215],
  ],
  needCodes: { N1: 58, N2: 9, N3: 4, N4: 10, N5: 14, N6: 2, N7: 1, N8: 2 },
  // 5.1 of 100 referrals.
  careGivenNeed: 0.053,
  careMonths: [
    [0, 0.3],
    [0.25, 6],
    [0.5, 24],
    [0.75, 70],
    [0.9, 125],
    [1, 215],
  ],
  careEnds: {
    at18: { E5: 45, E6: 15, E7: 6, E17: 12, E8: 22 },
    from16: { E4A: 14, E4B: 6, E5: 32, E6: 10, E9: 6, E8: 32 },
    younger: { E4A: 24, E4B: 4, E45: 22, E46: 5, E41: 6, E13: 3, E3: 4, E8: 32 },
  },
  firstStatuses: { V2: 52, C1: 36, L1: 7, L2: 5 },
  staysVoluntary: 0.1,
  placedOutside: 0.4,
  placedFar: 0.44,
  placements: {
    underEleven: { U6: 47, U4: 16, U1: 11, U3: 10, K2: 4, P1: 10, R3: 1, Z1: 1 },
    underSixteen: { U6: 36, U4: 16, U1: 7, U3: 4, K2: 27, P1: 7, R1: 1, Z1: 2 },
    older: { U6: 24, U4: 7, H5: 30, K2: 22, P2: 10, P1: 4, Z1: 3 },
    unaccompanied: { U6: 45, H5: 45, P2: 10 },
  },
  // Mean 19 months to the placement, and some eight to the order.
  adoptionMonths: [
    [0, 15],
    [0.25, 20],
    [0.5, 25],
    [0.75, 31],
    [1, 52],
  ],
  adoptedWhenYoung: 0.3,
  health: {
    immunised: 0.84,
    dentalCheck: 0.81,
    healthAssessment: 0.9,
    developmentChecks: 0.88,
    sdqAnswered: 0.78,
    convicted: 0.02,
    misusesSubstances: 0.03,
  },
  // 42 of 100 score 17 or more; mean 14.9.
  sdqScore: [
    [0, 0],
    [0.1, 5],
    [0.25, 8.5],
    [0.5, 15],
    [0.75, 20.5],
    [0.9, 25],
    [1, 38],
  ],
  leaver: {
    // 94 in touch; 89 in suitable accommodation; 54 in education, employment or training.
    inTouch: { YES: 94, NO: 3, REFU: 1, NREQ: 1, RHOM: 1 },
    accommodation: { U: 34, D: 19, B: 14, T: 8, E: 8, Z: 6, K: 2, X: 3, R: 3, S: 1, W: 1, V: 1 },
    activity: { F2: 18, P2: 3, F1: 6, F3: 14, F5: 7, P3: 3, F4: 3, G4: 9, G5: 30, G6: 7 },
  },
  educationPlan: 0.47,
  staff: {
    openPer10k: { locality: 235, care: 67, leavingCare: 25 },
    // A mean of 15.2, as people come and go.
    usualCaseload: 13.4,
    newlyQualifiedCaseload: 9.7,
    turnover: 0.118,
    vacancy: 0.142,
    agencyCover: 0.736,
    newlyQualifiedPer10k: 2.5,
    sickness: 0.035,
  },
}
