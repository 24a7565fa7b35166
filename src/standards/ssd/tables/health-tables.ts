import { coded, day, dueDay, flag, id, ssdTable, words, type SsdTable } from '../ssd-table.ts'

/** The health and conduct of children looked after. */
export const HEALTH_TABLES: readonly SsdTable[] = [
  ssdTable('cla_health', {
    name: 'Health checks',
    prefix: 'clah',
    id: 'clah_health_check_id',
    subject: 'clah_person_id',
    fields: [
      id('clah_health_check_id'),
      id('clah_person_id'),
      words('clah_health_check_type'),
      dueDay('clah_health_check_date'),
      coded('clah_health_check_status', 'ssd_health_status'),
    ],
  }),
  ssdTable('cla_immunisations', {
    name: 'Immunisations',
    prefix: 'clai',
    id: ['clai_person_id', 'clai_immunisations_status_date'],
    subject: 'clai_person_id',
    fields: [id('clai_person_id'), flag('clai_immunisations_status'), day('clai_immunisations_status_date')],
  }),
  ssdTable('cla_substance_misuse', {
    name: 'Substance misuse',
    prefix: 'clas',
    id: 'clas_substance_misuse_id',
    subject: 'clas_person_id',
    fields: [
      id('clas_substance_misuse_id'),
      id('clas_person_id'),
      day('clas_substance_misuse_date'),
      words('clas_substance_misused'),
      flag('clas_intervention_received'),
    ],
  }),
  ssdTable('cla_convictions', {
    name: 'Offences',
    prefix: 'clac',
    id: 'clac_cla_conviction_id',
    subject: 'clac_person_id',
    fields: [
      id('clac_cla_conviction_id'),
      id('clac_person_id'),
      day('clac_cla_conviction_date'),
      words('clac_cla_conviction_offence'),
    ],
  }),
  ssdTable('sdq_scores', {
    name: 'Strengths and difficulties scores',
    prefix: 'csdq',
    id: 'csdq_table_id',
    subject: 'csdq_person_id',
    fields: [
      id('csdq_table_id'),
      id('csdq_person_id'),
      day('csdq_sdq_completed_date'),
      coded('csdq_sdq_reason', 'ssda903_sdq_reason'),
      words('csdq_sdq_score'),
    ],
  }),
]
