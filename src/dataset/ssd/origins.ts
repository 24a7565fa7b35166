import type { Origins } from '../building/conversion.ts'
import { WORKFORCE_ORIGINS } from './workforce-origins.ts'

/** Episodes of need, plans and periods of care have no team of their own: it is that of the child's own worker. */
const PRIMARY = { team: 'invo_professional_team', worker: 'invo_professional_id' }

export const ORIGINS: Origins = {
  person: {
    tables: ['ssd/person', 'ssd/disability'],
    columns: {
      person_id: 'pers_person_id',
      sex: 'pers_sex',
      ethnicity: 'pers_ethnicity',
      dob: 'pers_dob',
      expected_dob: 'pers_expected_dob',
      disability: 'disa_disability_code',
    },
  },
  contacts: {
    tables: ['ssd/contacts'],
    columns: {
      contact_id: 'cont_contact_id',
      contact_date: 'cont_contact_date',
      source_code: 'cont_contact_source_code',
    },
  },
  contact_outcomes: {
    tables: ['ssd/contacts'],
    columns: { contact_id: 'cont_contact_id', outcome: 'cont_contact_outcome_json' },
  },
  early_help_episodes: {
    tables: ['ssd/early_help_episodes'],
    columns: {
      episode_id: 'earl_episode_id',
      start_date: 'earl_episode_start_date',
      end_date: 'earl_episode_end_date',
      end_reason: 'earl_episode_end_reason',
      organisation: 'earl_episode_organisation',
    },
  },
  referrals: {
    tables: ['ssd/cin_episodes'],
    columns: {
      referral_id: 'cine_referral_id',
      referral_date: 'cine_referral_date',
      source_code: 'cine_referral_source_code',
      nfa: 'cine_referral_nfa',
      artificial: 'cine_referral_outcome_json',
      team: 'cine_referral_team',
      worker: 'cine_referral_worker_id',
    },
  },
  cin_episodes: {
    tables: ['ssd/cin_episodes', 'ssd/involvements'],
    columns: {
      episode_id: 'cine_referral_id',
      referral_date: 'cine_referral_date',
      close_date: 'cine_close_date',
      close_reason: 'cine_close_reason',
      primary_need_code: 'cine_cin_primary_need_code',
      ...PRIMARY,
    },
  },
  cin_assessments: {
    tables: ['ssd/cin_assessments'],
    columns: {
      assessment_id: 'cina_assessment_id',
      referral_id: 'cina_referral_id',
      start_date: 'cina_assessment_start_date',
      child_seen: 'cina_assessment_child_seen',
      auth_date: 'cina_assessment_auth_date',
      outcome_nfa: 'cina_assessment_outcome_nfa',
      team: 'cina_assessment_team',
      worker: 'cina_assessment_worker_id',
    },
  },
  assessment_factors: {
    tables: ['ssd/assessment_factors'],
    columns: { assessment_id: 'cinf_assessment_id', factor: 'cinf_assessment_factors_json' },
  },
  cin_plans: {
    tables: ['ssd/cin_plans'],
    columns: {
      cin_plan_id: 'cinp_cin_plan_id',
      episode_id: 'cinp_referral_id',
      start_date: 'cinp_cin_plan_start_date',
      end_date: 'cinp_cin_plan_end_date',
      team: 'cinp_cin_plan_team',
      worker: 'cinp_cin_plan_worker_id',
    },
  },
  cin_visits: {
    tables: ['ssd/cin_visits'],
    columns: {
      visit_date: 'cinv_cin_visit_date',
      seen: 'cinv_cin_visit_seen',
      seen_alone: 'cinv_cin_visit_seen_alone',
    },
  },
  s47_enquiry: {
    tables: ['ssd/s47_enquiry'],
    columns: {
      s47_enquiry_id: 's47e_s47_enquiry_id',
      start_date: 's47e_s47_start_date',
      end_date: 's47e_s47_end_date',
      icpc_unnecessary: 's47e_s47_nfa',
      team: 's47e_s47_completed_by_team',
      worker: 's47e_s47_completed_by_worker_id',
    },
  },
  initial_cp_conference: {
    tables: ['ssd/initial_cp_conference'],
    columns: {
      icpc_id: 'icpc_icpc_id',
      s47_enquiry_id: 'icpc_s47_enquiry_id',
      icpc_date: 'icpc_icpc_date',
      outcome_cp_flag: 'icpc_icpc_outcome_cp_flag',
      transfer_in: 'icpc_icpc_transfer_in',
      team: 'icpc_icpc_team',
      worker: 'icpc_icpc_worker_id',
    },
  },
  cp_plans: {
    tables: ['ssd/cp_plans', 'ssd/involvements'],
    columns: {
      cp_plan_id: 'cppl_cp_plan_id',
      start_date: 'cppl_cp_plan_start_date',
      end_date: 'cppl_cp_plan_end_date',
      initial_category: 'cppl_cp_plan_initial_category',
      latest_category: 'cppl_cp_plan_latest_category',
      ola: 'cppl_cp_plan_ola',
      ...PRIMARY,
    },
  },
  cp_visits: {
    tables: ['ssd/cp_visits'],
    columns: {
      cp_plan_id: 'cppv_cp_plan_id',
      visit_date: 'cppv_cp_visit_date',
      seen: 'cppv_cp_visit_seen',
      seen_alone: 'cppv_cp_visit_seen_alone',
    },
  },
  cp_reviews: {
    tables: ['ssd/cp_reviews'],
    columns: {
      cp_plan_id: 'cppr_cp_plan_id',
      review_date: 'cppr_cp_review_date',
      quorate: 'cppr_cp_review_quorate',
    },
  },
  cla_periods: {
    tables: ['ssd/cla_episodes', 'ssd/immigration_status', 'ssd/cla_care_plan', 'ssd/involvements'],
    columns: {
      cla_id: 'clae_cla_id',
      start_date: 'clae_cla_episode_start_date',
      end_date: 'clae_cla_episode_ceased_date',
      end_reason: 'clae_cla_episode_ceased_reason',
      entered: 'clae_cla_episode_start_reason',
      primary_need_code: 'clae_cla_primary_need_code',
      uasc: 'immi_immigration_status',
      last_iro_contact_date: 'clae_cla_last_iro_contact_date',
      permanence_plan: 'lacp_cla_care_plan_json',
      permanence_planned_on: 'lacp_cla_care_plan_start_date',
      ...PRIMARY,
    },
  },
  legal_status: {
    tables: ['ssd/legal_status'],
    columns: {
      cla_id: 'lega_person_id',
      legal_status: 'lega_legal_status',
      start_date: 'lega_legal_status_start_date',
      end_date: 'lega_legal_status_end_date',
    },
  },
  cla_placement: {
    tables: ['ssd/cla_placement', 'ssd/cla_episodes'],
    columns: {
      cla_id: 'clap_cla_id',
      start_date: 'clap_cla_placement_start_date',
      end_date: 'clap_cla_placement_end_date',
      placement_type: 'clap_cla_placement_type',
      provider: 'clap_cla_placement_provider',
      postcode: 'clap_cla_placement_postcode',
      urn: 'clap_cla_placement_urn',
      same_carer: 'clap_cla_placement_start_date',
      distance: 'clap_cla_placement_distance',
    },
  },
  cla_reviews: {
    tables: ['ssd/cla_reviews'],
    columns: {
      cla_id: 'clar_cla_id',
      review_date: 'clar_cla_review_date',
      due_date: 'clar_cla_review_due_date',
    },
  },
  cla_visits: {
    tables: ['ssd/cla_visits'],
    columns: { cla_id: 'clav_cla_id', visit_date: 'clav_cla_visit_date', seen: 'clav_cla_visit_seen' },
  },
  cla_health: {
    tables: ['ssd/cla_health'],
    columns: {
      cla_id: 'clah_person_id',
      check_type: 'clah_health_check_type',
      said_type: 'clah_health_check_type',
      check_date: 'clah_health_check_date',
    },
  },
  sdq_scores: {
    tables: ['ssd/sdq_scores'],
    columns: {
      completed_date: 'csdq_sdq_completed_date',
      score: 'csdq_sdq_score',
      reason: 'csdq_sdq_reason',
    },
  },
  missing_episodes: {
    tables: ['ssd/missing'],
    columns: {
      episode_id: 'miss_table_id',
      start_date: 'miss_missing_episode_start_date',
      end_date: 'miss_missing_episode_end_date',
      type: 'miss_missing_episode_type',
    },
  },
  missing_interviews: {
    tables: ['ssd/missing'],
    columns: {
      episode_id: 'miss_table_id',
      offered: 'miss_missing_rhi_offered',
      accepted: 'miss_missing_rhi_accepted',
    },
  },
  care_leavers: {
    tables: ['ssd/care_leavers', 'ssd/immigration_status'],
    columns: {
      eligibility: 'clea_care_leaver_eligibility',
      uasc: 'immi_immigration_status',
      in_touch: 'clea_care_leaver_in_touch',
      latest_contact: 'clea_care_leaver_latest_contact',
      accommodation: 'clea_care_leaver_accommodation',
      accommodation_suitable: 'clea_care_leaver_accom_suitable',
      activity: 'clea_care_leaver_activity',
      pathway_plan_review_date: 'clea_pathway_plan_review_date',
      personal_advisor: 'clea_care_leaver_personal_advisor',
      team: 'clea_care_leaver_allocated_team',
      worker: 'clea_care_leaver_worker_id',
    },
  },
  permanence: {
    tables: ['ssd/permanence'],
    columns: {
      entered_care_date: 'perm_cla_id',
      adm_decision_date: 'perm_adm_decision_date',
      placement_order_date: 'perm_placement_order_date',
      matched_date: 'perm_matched_date',
      placed_for_adoption_date: 'perm_placed_for_adoption_date',
      adoption_order_date: 'perm_permanence_order_date',
      decision_reversed_date: 'perm_decision_reversed_date',
      decision_reversed_reason: 'perm_decision_reversed_reason',
      placed_ffa_date: 'perm_placed_ffa_cp_date',
      adopted_by_carer: 'perm_adopted_by_carer_flag',
      placed_foster_carer_date: 'perm_placed_foster_carer_date',
    },
  },
  ...WORKFORCE_ORIGINS,
}
