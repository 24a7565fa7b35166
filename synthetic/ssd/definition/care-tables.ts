import { code, day, json, key, number, text, to, type SsdTables } from './field.ts'

/** Children looked after. */
export const CARE_TABLES = {
  /** Looked-after episodes: a period of care split at each change of legal status or placement. */
  cla_episodes: {
    clae_cla_episode_id: key,
    clae_person_id: to('person.pers_person_id'),
    clae_cla_episode_start_date: day,
    clae_cla_episode_start_reason: code('rne'),
    clae_cla_primary_need_code: code('category_of_need'),
    clae_cla_episode_ceased_date: day,
    clae_cla_episode_ceased_reason: code('reason_episode_ceased'),
    clae_cla_id: text,
    clae_referral_id: text,
    clae_cla_placement_id: to('cla_placement.clap_cla_placement_id'),
    clae_entered_care_date: day,
    clae_cla_last_iro_contact_date: day,
  },
  /** Placements of looked-after children. */
  cla_placement: {
    clap_cla_placement_id: key,
    clap_cla_placement_start_date: day,
    clap_cla_placement_type: code('placement_type'),
    clap_cla_placement_urn: text,
    clap_cla_placement_distance: number,
    clap_cla_id: to('cla_episodes.clae_cla_id'),
    clap_cla_placement_provider: code('placement_provider'),
    clap_cla_placement_postcode: text,
    clap_cla_placement_end_date: day,
    clap_cla_placement_change_reason: code('reason_placement_change'),
    clap_person_id: text,
  },
  /** Legal status spells. */
  legal_status: {
    lega_legal_status_id: key,
    lega_person_id: to('person.pers_person_id'),
    lega_legal_status: code('legal_status'),
    lega_legal_status_start_date: day,
    lega_legal_status_end_date: day,
  },
  /** Looked-after reviews. */
  cla_reviews: {
    clar_cla_review_id: key,
    clar_cla_id: to('cla_episodes.clae_cla_id'),
    clar_cla_review_due_date: day,
    clar_cla_review_date: day,
    clar_cla_review_cancelled: code('yes_no'),
    clar_cla_review_participation: code('participation'),
  },
  /** Visits to looked-after children. */
  cla_visits: {
    clav_cla_visit_id: key,
    clav_cla_id: text,
    clav_person_id: to('cla_episodes.clae_person_id'),
    clav_cla_visit_date: day,
    clav_cla_visit_seen: code('yes_no'),
    clav_cla_visit_seen_alone: code('yes_no'),
  },
  /** Care plan and permanence aims of a looked-after child. */
  cla_care_plan: {
    lacp_table_id: key,
    lacp_person_id: to('cla_episodes.clae_person_id'),
    lacp_cla_care_plan_start_date: day,
    lacp_cla_care_plan_end_date: day,
    lacp_cla_care_plan_json: json(
      'REMAINSUP RETURN1M RETURN6M RETURNEV LTRELFR LTFOST18 RESPLMT SUPPLIV ADOPTION OTHERPLN',
    ),
  },
  /** Earlier adoption, special guardianship or similar order. */
  cla_previous_permanence: {
    lapp_table_id: key,
    lapp_person_id: to('cla_episodes.clae_person_id'),
    lapp_previous_permanence_order_date: text,
    lapp_previous_permanence_option: code('prev_perm'),
    lapp_previous_permanence_la: text,
  },
  /** Missing and away-without-authorisation episodes. */
  missing: {
    miss_table_id: key,
    miss_person_id: to('person.pers_person_id'),
    miss_missing_episode_start_date: day,
    miss_missing_episode_type: code('missing_type'),
    miss_missing_episode_end_date: day,
    miss_missing_rhi_offered: text,
    miss_missing_rhi_accepted: text,
  },
} as const satisfies SsdTables
