import { code, day, key, text, to, type SsdTables } from './field.ts'

/** The health and conduct of children looked after. */
export const HEALTH_TABLES = {
  /** Health assessments and dental checks. */
  cla_health: {
    clah_health_check_id: key,
    clah_person_id: to('cla_episodes.clae_person_id'),
    clah_health_check_type: text,
    clah_health_check_date: day,
    clah_health_check_status: code('health_status'),
  },
  /** Immunisation status. */
  cla_immunisations: {
    clai_person_id: to('cla_episodes.clae_person_id'),
    clai_immunisations_status: code('yes_no'),
    clai_immunisations_status_date: day,
  },
  /** Substance misuse of looked-after children. */
  cla_substance_misuse: {
    clas_substance_misuse_id: key,
    clas_person_id: to('cla_episodes.clae_person_id'),
    clas_substance_misuse_date: day,
    clas_substance_misused: text,
    clas_intervention_received: text,
  },
  /** Offences of looked-after children. */
  cla_convictions: {
    clac_cla_conviction_id: key,
    clac_person_id: to('cla_episodes.clae_person_id'),
    clac_cla_conviction_date: day,
    clac_cla_conviction_offence: text,
  },
  /** Strengths and difficulties questionnaire scores. */
  sdq_scores: {
    csdq_table_id: key,
    csdq_person_id: to('cla_episodes.clae_person_id'),
    csdq_sdq_completed_date: day,
    csdq_sdq_reason: code('sdq_reason'),
    csdq_sdq_score: text,
  },
} as const satisfies SsdTables
