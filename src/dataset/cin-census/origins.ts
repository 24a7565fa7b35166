import type { Origins } from '../building/conversion.ts'

/** What is not named here the census does not carry: teams and workers, contacts, visits, and how a conference ended. */
export const ORIGINS: Origins = {
  person: {
    tables: ['cin-census/ChildIdentifiers', 'cin-census/ChildCharacteristics', 'cin-census/Disabilities'],
    columns: {
      person_id: 'LAchildID',
      // To 2024 it is in GenderCurrent.
      sex: 'Sex',
      ethnicity: 'Ethnicity',
      dob: 'PersonBirthDate',
      expected_dob: 'ExpectedPersonBirthDate',
      disability: 'Disability',
    },
  },
  referrals: {
    tables: ['cin-census/CINdetails'],
    columns: {
      referral_id: 'CINreferralDate',
      referral_date: 'CINreferralDate',
      source_code: 'ReferralSource',
      nfa: 'ReferralNFA',
    },
  },
  cin_episodes: {
    tables: ['cin-census/CINdetails'],
    columns: {
      episode_id: 'CINreferralDate',
      referral_date: 'CINreferralDate',
      close_date: 'CINclosureDate',
      close_reason: 'ReasonForClosure',
      primary_need_code: 'PrimaryNeedCode',
    },
  },
  cin_assessments: {
    tables: ['cin-census/Assessments'],
    columns: {
      assessment_id: 'AssessmentActualStartDate',
      referral_id: 'CINdetailsID',
      start_date: 'AssessmentActualStartDate',
      auth_date: 'AssessmentAuthorisationDate',
    },
  },
  assessment_factors: {
    tables: ['cin-census/Assessments'],
    columns: { assessment_id: 'AssessmentActualStartDate', factor: 'AssessmentFactors' },
  },
  cin_plans: {
    tables: ['cin-census/CINPlanDates'],
    columns: {
      cin_plan_id: 'CINPlanStartDate',
      episode_id: 'CINdetailsID',
      start_date: 'CINPlanStartDate',
      end_date: 'CINPlanEndDate',
    },
  },
  s47_enquiry: {
    tables: ['cin-census/Section47'],
    columns: {
      s47_enquiry_id: 'S47ActualStartDate',
      start_date: 'S47ActualStartDate',
      icpc_unnecessary: 'ICPCnotRequired',
    },
  },
  initial_cp_conference: {
    tables: ['cin-census/Section47', 'cin-census/CINdetails'],
    columns: {
      icpc_id: 'DateOfInitialCPC',
      s47_enquiry_id: 'S47ActualStartDate',
      icpc_date: 'DateOfInitialCPC',
      transfer_in: 'DateOfInitialCPC',
    },
  },
  cp_plans: {
    tables: ['cin-census/ChildProtectionPlans'],
    columns: {
      cp_plan_id: 'CPPstartDate',
      start_date: 'CPPstartDate',
      end_date: 'CPPendDate',
      initial_category: 'InitialCategoryOfAbuse',
      latest_category: 'LatestCategoryOfAbuse',
      previous_plans: 'NumberOfPreviousCPP',
    },
  },
  cp_reviews: {
    tables: ['cin-census/Reviews'],
    columns: { cp_plan_id: 'CPPID', review_date: 'CPPreviewDate' },
  },
}
