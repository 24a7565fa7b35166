import { code, day, json, key, text, to, type SsdTables } from './field.ts'

/** Section 47 enquiries, conferences and child protection plans. */
export const PROTECTION_TABLES = {
  /** Section 47 enquiries. */
  s47_enquiry: {
    s47e_s47_enquiry_id: key,
    s47e_referral_id: to('cin_episodes.cine_referral_id'),
    s47e_person_id: to('person.pers_person_id'),
    s47e_s47_start_date: day,
    s47e_s47_end_date: day,
    s47e_s47_nfa: code('nfa'),
    s47e_s47_outcome_json: json(
      'NFA_FLAG LEGAL_ACTION_FLAG PROV_OF_SERVICES_FLAG PROV_OF_SB_CARE_FLAG CP_CONFERENCE_FLAG NFA_CONTINUE_SINGLE_FLAG MONITOR_FLAG OTHER_OUTCOMES_EXIST_FLAG TOTAL_NO_OF_OUTCOMES OUTCOME_COMMENTS',
    ),
    s47e_s47_completed_by_worker_id: to('professionals.prof_professional_id'),
    s47e_s47_completed_by_team: to('department.dept_team_id'),
  },
  /** Initial child protection conferences. */
  initial_cp_conference: {
    icpc_icpc_id: key,
    icpc_icpc_meeting_id: text,
    icpc_s47_enquiry_id: to('s47_enquiry.s47e_s47_enquiry_id'),
    icpc_person_id: to('person.pers_person_id'),
    icpc_cp_plan_id: text,
    icpc_referral_id: to('cin_episodes.cine_referral_id'),
    icpc_icpc_transfer_in: code('yes_no'),
    icpc_icpc_target_date: day,
    icpc_icpc_date: day,
    icpc_icpc_outcome_cp_flag: code('yes_no'),
    icpc_icpc_outcome_json: json(
      'NFA_FLAG REFERRAL_TO_OTHER_AGENCY_FLAG SINGLE_ASSESSMENT_FLAG PROV_OF_SERVICES_FLAG CP_FLAG OTHER_OUTCOMES_EXIST_FLAG TOTAL_NO_OF_OUTCOMES COMMENTS',
    ),
    icpc_icpc_team: to('department.dept_team_id'),
    icpc_icpc_worker_id: to('professionals.prof_professional_id'),
  },
  /** Child protection plans. */
  cp_plans: {
    cppl_cp_plan_id: key,
    cppl_referral_id: text,
    cppl_icpc_id: to('initial_cp_conference.icpc_icpc_id'),
    cppl_person_id: to('person.pers_person_id'),
    cppl_cp_plan_start_date: day,
    cppl_cp_plan_end_date: day,
    cppl_cp_plan_initial_category: code('category_of_abuse'),
    cppl_cp_plan_ola: code('yes_no'),
    cppl_cp_plan_latest_category: code('category_of_abuse'),
  },
  /** Visits to children on a child protection plan. */
  cp_visits: {
    cppv_cp_visit_id: key,
    cppv_person_id: to('cp_plans.cppl_person_id'),
    cppv_cp_plan_id: text,
    cppv_cp_visit_date: day,
    cppv_cp_visit_seen: code('yes_no'),
    cppv_cp_visit_seen_alone: code('yes_no'),
    cppv_cp_visit_bedroom: code('yes_no'),
  },
  /** Review child protection conferences. */
  cp_reviews: {
    cppr_cp_review_id: key,
    cppr_person_id: to('cp_plans.cppl_person_id'),
    cppr_cp_plan_id: to('cp_plans.cppl_cp_plan_id'),
    cppr_cp_review_due: day,
    cppr_cp_review_date: day,
    cppr_cp_review_meeting_id: text,
    cppr_cp_review_outcome_continue_cp: code('yes_no'),
    cppr_cp_review_quorate: code('yes_no'),
    cppr_cp_review_participation: code('participation'),
  },
} as const satisfies SsdTables
