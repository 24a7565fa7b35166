import { code, day, key, number, text, to, type SsdTables } from './field.ts'

/** Tables whose form is published while nobody fills them yet: their headers are written alone. */
export const UNFILLED_TABLES = {
  /** Pre-proceedings and care-proceedings detail (family court, draft 1b items). */
  pre_proceedings: {
    prep_table_id: key,
    prep_person_id: to('person.pers_person_id'),
    prep_plo_family_id: text,
    prep_pre_pro_decision_date: day,
    prep_initial_pre_pro_meeting_date: day,
    prep_pre_pro_outcome: code('pre_pro_outcome'),
    prep_agree_stepdown_issue_date: day,
    prep_cp_plans_referral_period: number,
    prep_legal_gateway_outcome: code('gateway'),
    prep_prev_pre_proc_child: number,
    prep_prev_care_proc_child: number,
    prep_pre_pro_letter_date: day,
    prep_care_pro_letter_date: day,
    prep_pre_pro_meetings_num: number,
    prep_pre_pro_parents_legal_rep: code('ynu'),
    prep_parents_legal_rep_point_of_issue: code('ynu_not_in'),
    prep_court_reference: text,
    prep_care_proc_court_hearings: number,
    prep_care_proc_short_notice: code('ynu_not_in'),
    prep_proc_short_notice_reason: code('short_notice'),
    prep_la_inital_plan_approved: code('ynu'),
    prep_la_initial_care_plan: code('initial_plan'),
    prep_la_final_plan_approved: code('ynu'),
    prep_la_final_care_plan: code('final_plan'),
  },
  /** Child's answers to a short questionnaire (draft 1b items). */
  voice_of_child: {
    voch_table_id: key,
    voch_person_id: to('person.pers_person_id'),
    voch_explained_worries: text,
    voch_story_help_understand: text,
    voch_agree_worker: text,
    voch_plan_safe: text,
    voch_tablet_help_explain: text,
  },
  /** Section 251 finance per placement (placeholder). */
  s251_finance: {
    s251_table_id: key,
    s251_cla_placement_id: to('cla_placement.clap_cla_placement_id'),
    s251_placeholder_1: text,
    s251_placeholder_2: text,
    s251_placeholder_3: text,
    s251_placeholder_4: text,
  },
} as const satisfies SsdTables
