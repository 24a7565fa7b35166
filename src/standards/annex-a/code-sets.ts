import { yesNo, yesNoUnknown, ffaFlag, referralNfa, disability, childSeen } from './code-sets/yes-no.ts'
import { gender, genderAdopter } from './code-sets/gender.ts'
import { ethnicity } from './code-sets/ethnicity.ts'
import { contactSource } from './code-sets/contact-source.ts'
import { primaryNeed, categoryOfNeed } from './code-sets/need.ts'
import { caseStatus } from './code-sets/case-status.ts'
import { reasonForClosure } from './code-sets/closure-reason.ts'
import { categoryOfAbuse } from './code-sets/abuse.ts'
import { legalStatus } from './code-sets/legal-status.ts'
import { permanencePlan } from './code-sets/permanence-plan.ts'
import { reasonCeasedLookedAfter } from './code-sets/care-end-reason.ts'
import { placementType, placementProvider, placementLocation, laOfPlacement } from './code-sets/placement.ts'
import {
  careLeaverEligibility,
  laInTouch,
  accommodationType,
  suitability,
  activityStatus,
} from './code-sets/care-leaver.ts'
import { adoptionDecisionReversedReason, adopterLeavingReason } from './code-sets/adoption.ts'
import { onlyRead, type CodeSet } from '../code-set.ts'

/** By the name that the columns of the lists give them. */
export const ANNEX_A_CODE_SETS: Readonly<Record<string, CodeSet>> = {
  yes_no: yesNo,
  yes_no_unknown: yesNoUnknown,
  ffa_flag: ffaFlag,
  referral_nfa: referralNfa,
  disability: disability,
  child_seen: childSeen,
  gender: gender,
  gender_adopter: genderAdopter,
  ethnicity: ethnicity,
  contact_source: contactSource,
  primary_need: primaryNeed,
  category_of_need: categoryOfNeed,
  reason_for_closure: reasonForClosure,
  case_status: caseStatus,
  category_of_abuse: categoryOfAbuse,
  legal_status: legalStatus,
  permanence_plan: permanencePlan,
  // Codes of the SSDA903 of other years, which Ofsted never published and councils write all the same.
  reason_ceased_looked_after: onlyRead(reasonCeasedLookedAfter, ['E4', 'E43', 'E44']),
  placement_type: onlyRead(placementType, ['K3']),
  placement_provider: placementProvider,
  placement_location: placementLocation,
  la_of_placement: laOfPlacement,
  care_leaver_eligibility: careLeaverEligibility,
  la_in_touch: laInTouch,
  accommodation_type: accommodationType,
  suitability: suitability,
  activity_status: activityStatus,
  adoption_decision_reversed_reason: adoptionDecisionReversedReason,
  adopter_leaving_reason: adopterLeavingReason,
}
