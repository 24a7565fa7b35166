import { code, day, key, number, text, to, type SsdTables } from './field.ts'

/** What comes after care. */
export const LEAVING_TABLES = {
  /** Latest position of each care leaver. */
  care_leavers: {
    clea_table_id: key,
    clea_person_id: to('person.pers_person_id'),
    clea_care_leaver_eligibility: code('eligibility'),
    clea_care_leaver_in_touch: code('in_touch'),
    clea_care_leaver_latest_contact: day,
    clea_care_leaver_accommodation: code('accommodation'),
    clea_care_leaver_accom_suitable: code('suitable'),
    clea_care_leaver_activity: code('activity'),
    clea_pathway_plan_review_date: day,
    clea_care_leaver_personal_advisor: text,
    clea_care_leaver_allocated_team: to('department.dept_team_id'),
    clea_care_leaver_worker_id: to('professionals.prof_professional_id'),
  },
  /** Adoption and other permanence events. */
  permanence: {
    perm_table_id: key,
    perm_person_id: to('person.pers_person_id'),
    perm_cla_id: text,
    perm_adm_decision_date: day,
    perm_ffa_cp_decision_date: day,
    perm_placement_order_date: day,
    perm_placed_for_adoption_date: day,
    perm_matched_date: day,
    perm_adopted_by_carer_flag: code('yes_no'),
    perm_placed_ffa_cp_date: day,
    perm_decision_reversed_date: day,
    perm_placed_foster_carer_date: day,
    perm_part_of_sibling_group: code('zero_one'),
    perm_siblings_placed_together: number,
    perm_siblings_placed_apart: number,
    perm_placement_provider_urn: text,
    perm_decision_reversed_reason: code('reversed'),
    perm_permanence_order_date: day,
    perm_permanence_order_type: code('order_type'),
    perm_adoption_worker_id: to('professionals.prof_professional_id'),
    perm_adopter_sex: code('adopter_sex'),
    perm_adopter_legal_status: code('adopter_legal'),
    perm_number_of_adopters: text,
  },
} as const satisfies SsdTables
