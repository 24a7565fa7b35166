/** Where a table of the dataset comes from in Annex A: its lists, and for each column the column of the list. */
interface Origin {
  lists: readonly number[]
  columns: Readonly<Record<string, string>>
}

const HELD = { team: 'allocated_team', worker: 'allocated_worker' }

/** What is not named here is carried by no Annex A file. `child_key` is made of `child_id` everywhere. */
export const ORIGINS: Readonly<Record<string, Origin>> = {
  person: {
    lists: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    columns: {
      person_id: 'child_id',
      sex: 'gender',
      ethnicity: 'ethnicity',
      dob: 'date_of_birth',
      expected_dob: 'date_of_birth',
      disability: 'disability',
    },
  },
  contacts: {
    lists: [1],
    columns: { contact_id: 'contact_date', contact_date: 'contact_date', source_code: 'contact_source' },
  },
  early_help_episodes: {
    lists: [2],
    columns: {
      episode_id: 'assessment_start_date',
      start_date: 'assessment_start_date',
      end_date: 'assessment_end_date',
      organisation: 'organisation',
    },
  },
  referrals: {
    lists: [3],
    columns: {
      referral_id: 'referral_date',
      referral_date: 'referral_date',
      source_code: 'referral_source',
      nfa: 'referral_nfa',
      ...HELD,
    },
  },
  cin_episodes: {
    lists: [6],
    columns: {
      episode_id: 'cin_start_date',
      referral_date: 'cin_start_date',
      close_date: 'cin_closure_date',
      close_reason: 'closure_reason',
      primary_need_code: 'primary_need',
      case_status: 'case_status',
      last_seen_date: 'last_seen_date',
      ...HELD,
    },
  },
  cin_assessments: {
    lists: [4],
    columns: {
      assessment_id: 'assessment_start_date',
      start_date: 'assessment_start_date',
      child_seen: 'child_seen',
      auth_date: 'assessment_authorised_date',
      outcome_nfa: 'requires_support',
      ...HELD,
    },
  },
  s47_enquiry: {
    lists: [5],
    columns: {
      s47_enquiry_id: 's47_start_date',
      start_date: 's47_start_date',
      icpc_unnecessary: 'icpc_unnecessary',
      ...HELD,
    },
  },
  initial_cp_conference: {
    lists: [5],
    columns: {
      icpc_id: 'icpc_date',
      s47_enquiry_id: 's47_start_date',
      icpc_date: 'icpc_date',
      outcome_cp_flag: 'icpc_resulted_in_plan',
      ...HELD,
    },
  },
  cp_plans: {
    lists: [7],
    columns: {
      cp_plan_id: 'cp_plan_start_date',
      start_date: 'cp_plan_start_date',
      end_date: 'cp_plan_end_date',
      initial_category: 'initial_category_of_abuse',
      latest_category: 'latest_category_of_abuse',
      previous_plans: 'previous_cp_plans',
      epo_or_police_protection: 'epo_or_police_protection',
      ...HELD,
    },
  },
  cp_visits: {
    lists: [7],
    columns: {
      cp_plan_id: 'cp_plan_start_date',
      visit_date: 'last_statutory_visit_date',
      seen_alone: 'seen_alone',
    },
  },
  cp_reviews: {
    lists: [7],
    columns: { cp_plan_id: 'cp_plan_start_date', review_date: 'latest_review_date' },
  },
  cla_periods: {
    lists: [8],
    columns: {
      cla_id: 'looked_after_start_date',
      start_date: 'looked_after_start_date',
      end_date: 'looked_after_end_date',
      end_reason: 'looked_after_end_reason',
      primary_need_code: 'category_of_need',
      uasc: 'uasc',
      subsequent_period: 'subsequent_period_last_12_months',
      last_iro_contact_date: 'last_iro_contact_date',
      permanence_plan: 'permanence_plan',
      placements_12_months: 'placements_last_12_months',
      missing_12_months: 'missing_episodes_last_12_months',
      absent_12_months: 'absent_episodes_last_12_months',
      rhi_offered: 'return_interview_offered',
      rhi_accepted: 'return_interview_accepted',
      ...HELD,
    },
  },
  legal_status: {
    lists: [8],
    columns: {
      cla_id: 'looked_after_start_date',
      legal_status: 'legal_status',
      start_date: 'legal_status_start_date',
    },
  },
  cla_placement: {
    lists: [8],
    columns: {
      cla_id: 'looked_after_start_date',
      start_date: 'placement_start_date',
      placement_type: 'placement_type',
      provider: 'placement_provider',
      postcode: 'placement_postcode',
      urn: 'placement_urn',
      location: 'placement_location',
      la: 'placement_la',
    },
  },
  cla_reviews: {
    lists: [8],
    columns: { cla_id: 'looked_after_start_date', review_date: 'latest_review_date' },
  },
  cla_visits: { lists: [8], columns: { cla_id: 'looked_after_start_date', visit_date: 'last_visit_date' } },
  cla_health: {
    lists: [8],
    columns: {
      cla_id: 'looked_after_start_date',
      check_type: 'last_health_assessment_date',
      check_date: 'last_health_assessment_date',
    },
  },
  care_leavers: {
    lists: [9],
    columns: {
      eligibility: 'eligibility_category',
      uasc: 'uasc',
      in_touch: 'la_in_touch',
      latest_contact: 'latest_contact_date',
      accommodation: 'accommodation_type',
      accommodation_suitable: 'accommodation_suitable',
      activity: 'activity_status',
      pathway_plan_review_date: 'pathway_plan_review_date',
      personal_advisor: 'allocated_personal_advisor',
      ...HELD,
    },
  },
  permanence: {
    lists: [10],
    columns: {
      adoptive_family_id: 'family_id',
      entered_care_date: 'entered_care_date',
      adm_decision_date: 'adoption_decision_date',
      placement_order_date: 'placement_order_date',
      matched_date: 'matched_date',
      placed_for_adoption_date: 'placed_date',
      adoption_order_date: 'adoption_order_date',
      decision_reversed_date: 'decision_reversed_date',
      decision_reversed_reason: 'decision_reversed_reason',
      placed_ffa_date: 'ffa_placed_date',
    },
  },
  adopters: {
    lists: [11],
    columns: {
      adopter_id: 'adopter_id',
      adoptive_family_id: 'family_id',
      sex: 'gender',
      ethnicity: 'ethnicity',
      disability: 'disability',
      fostering_for_adoption: 'fostering_for_adoption',
      enquiry_date: 'enquiry_date',
      stage_1_start_date: 'stage_1_start_date',
      stage_1_end_date: 'stage_1_end_date',
      stage_2_start_date: 'stage_2_start_date',
      stage_2_end_date: 'stage_2_end_date',
      application_date: 'application_date',
      approval_date: 'approval_date',
      matched_date: 'matched_date',
      placed_date: 'placed_date',
      children_placed: 'children_placed',
      adoption_order_date: 'adoption_order_date',
      left_date: 'left_date',
      left_reason: 'left_reason',
    },
  },
  // Its days are the as-at day, which every file has.
  allocation: {
    lists: [8, 7, 6, 4, 5, 9],
    columns: { from_date: 'child_id', to_date: 'child_id', ...HELD },
  },
}
