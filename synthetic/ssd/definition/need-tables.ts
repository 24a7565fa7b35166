import { code, day, json, key, list, text, to, type SsdTables } from './field.ts'

/** The front door, early help and children in need. */
export const NEED_TABLES = {
  /** Contacts received about a child. */
  contacts: {
    cont_contact_id: key,
    cont_person_id: to('person.pers_person_id'),
    cont_contact_date: day,
    cont_contact_source_code: code('referral_source'),
    cont_contact_source_desc: text,
    cont_contact_outcome_json: json(
      'NEW_REFERRAL_FLAG EXISTING_REFERRAL_FLAG CP_ENQUIRY_FLAG NFA_FLAG NON_AGENCY_ADOPTION_FLAG PRIVATE_FOSTERING_FLAG ADVICE_FLAG MISSING_FLAG OLA_CP_FLAG OTHER_OUTCOMES_EXIST_FLAG',
    ),
  },
  /** Early help episodes. */
  early_help_episodes: {
    earl_episode_id: key,
    earl_person_id: to('person.pers_person_id'),
    earl_episode_start_date: day,
    earl_episode_end_date: day,
    earl_episode_reason: text,
    earl_episode_end_reason: text,
    earl_episode_organisation: text,
    earl_episode_worker_id: to('professionals.prof_professional_id'),
  },
  /** Referrals to social care and the need episode each opens. */
  cin_episodes: {
    cine_referral_id: key,
    cine_person_id: to('person.pers_person_id'),
    cine_referral_date: day,
    cine_cin_primary_need_code: code('primary_need'),
    cine_referral_source_code: code('referral_source'),
    cine_referral_source_desc: text,
    cine_referral_outcome_json: json(
      'SINGLE_ASSESSMENT_FLAG NFA_FLAG STRATEGY_DISCUSSION_FLAG CLA_REQUEST_FLAG NON_AGENCY_ADOPTION_FLAG PRIVATE_FOSTERING_FLAG CP_TRANSFER_IN_FLAG CP_CONFERENCE_FLAG CARE_LEAVER_FLAG OTHER_OUTCOMES_EXIST_FLAG',
    ),
    cine_referral_nfa: code('nfa'),
    cine_close_reason: code('closure_reason'),
    cine_close_date: day,
    cine_referral_team: to('department.dept_team_id'),
    cine_referral_worker_id: to('professionals.prof_professional_id'),
  },
  /** Statutory (continuous) assessments. */
  cin_assessments: {
    cina_assessment_id: key,
    cina_person_id: to('person.pers_person_id'),
    cina_referral_id: to('cin_episodes.cine_referral_id'),
    cina_assessment_start_date: day,
    cina_assessment_child_seen: code('yes_no'),
    cina_assessment_auth_date: day,
    cina_assessment_outcome_json: json(
      'NFA_FLAG NFA_S47_END_FLAG STRATEGY_DISCUSSION_FLAG CLA_REQUEST_FLAG PRIVATE_FOSTERING_FLAG LEGAL_ACTION_FLAG PROV_OF_SERVICES_FLAG PROV_OF_SB_CARE_FLAG SPECIALIST_ASSESSMENT_FLAG REFERRAL_TO_OTHER_AGENCY_FLAG OTHER_ACTIONS_FLAG OTHER_OUTCOMES_EXIST_FLAG TOTAL_NO_OF_OUTCOMES COMMENTS',
    ),
    cina_assessment_outcome_nfa: code('nfa'),
    cina_assessment_team: to('department.dept_team_id'),
    cina_assessment_worker_id: to('professionals.prof_professional_id'),
  },
  /** Factors found at the end of each assessment, held as JSON. */
  assessment_factors: {
    cinf_table_id: key,
    cinf_assessment_id: to('cin_assessments.cina_assessment_id'),
    cinf_assessment_factors_json: list('assessment_factors'),
  },
  /** Child in need plans. */
  cin_plans: {
    cinp_cin_plan_id: key,
    cinp_referral_id: to('cin_episodes.cine_referral_id'),
    cinp_person_id: to('person.pers_person_id'),
    cinp_cin_plan_start_date: day,
    cinp_cin_plan_end_date: day,
    cinp_cin_plan_team: to('department.dept_team_id'),
    cinp_cin_plan_worker_id: to('professionals.prof_professional_id'),
  },
  /** Visits to children on a CIN plan. */
  cin_visits: {
    cinv_cin_visit_id: key,
    cinv_person_id: to('cin_episodes.cine_person_id'),
    cinv_cin_visit_date: day,
    cinv_cin_visit_seen: code('yes_no'),
    cinv_cin_visit_seen_alone: code('yes_no'),
    cinv_cin_visit_bedroom: code('yes_no'),
  },
} as const satisfies SsdTables
