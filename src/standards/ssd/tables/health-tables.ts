import { coded, day, dueDay, flag, id, ssdTable, to, words, yesNo } from '../ssd-table.ts'

/** The health and conduct of children looked after. */
export const HEALTH_TABLES = {
  cla_health: ssdTable('cla_health', {
    name: 'Health checks',
    prefix: 'clah',
    id: 'clah_health_check_id',
    subject: 'clah_person_id',
    columns: {
      clah_health_check_id: id,
      clah_person_id: to('cla_episodes.clae_person_id'),
      clah_health_check_type: words,
      clah_health_check_date: dueDay,
      clah_health_check_status: coded('ssd_health_status'),
    },
  }),
  cla_immunisations: ssdTable('cla_immunisations', {
    name: 'Immunisations',
    prefix: 'clai',
    id: ['clai_person_id', 'clai_immunisations_status_date'],
    subject: 'clai_person_id',
    columns: {
      clai_person_id: to('cla_episodes.clae_person_id'),
      clai_immunisations_status: yesNo,
      clai_immunisations_status_date: day,
    },
  }),
  cla_substance_misuse: ssdTable('cla_substance_misuse', {
    name: 'Substance misuse',
    prefix: 'clas',
    id: 'clas_substance_misuse_id',
    subject: 'clas_person_id',
    columns: {
      clas_substance_misuse_id: id,
      clas_person_id: to('cla_episodes.clae_person_id'),
      clas_substance_misuse_date: day,
      clas_substance_misused: words,
      clas_intervention_received: flag,
    },
  }),
  cla_convictions: ssdTable('cla_convictions', {
    name: 'Offences',
    prefix: 'clac',
    id: 'clac_cla_conviction_id',
    subject: 'clac_person_id',
    columns: {
      clac_cla_conviction_id: id,
      clac_person_id: to('cla_episodes.clae_person_id'),
      clac_cla_conviction_date: day,
      clac_cla_conviction_offence: words,
    },
  }),
  sdq_scores: ssdTable('sdq_scores', {
    name: 'Strengths and difficulties scores',
    prefix: 'csdq',
    id: 'csdq_table_id',
    subject: 'csdq_person_id',
    columns: {
      csdq_table_id: id,
      csdq_person_id: to('cla_episodes.clae_person_id'),
      csdq_sdq_completed_date: day,
      csdq_sdq_reason: coded('ssda903_sdq_reason'),
      csdq_sdq_score: words,
    },
  }),
}
