import { coded, count, day, dueDay, flag, id, number, ssdTable, words, type SsdTable } from '../ssd-table.ts'

/** Workers, their teams and whom they hold. */
export const WORKFORCE_TABLES: readonly SsdTable[] = [
  ssdTable('professionals', {
    name: 'Workers',
    prefix: 'prof',
    id: 'prof_professional_id',
    subject: 'prof_professional_id',
    fields: [
      id('prof_professional_id'),
      id('prof_staff_id'),
      words('prof_professional_name'),
      id('prof_social_worker_registration_no'),
      words('prof_professional_job_title'),
      count('prof_professional_caseload'),
      words('prof_professional_department'),
      number('prof_full_time_equivalency'),
      flag('prof_agency_worker_flag'),
    ],
  }),
  ssdTable('department', {
    name: 'Teams',
    prefix: 'dept',
    id: 'dept_team_id',
    subject: 'dept_team_id',
    fields: [
      id('dept_team_id'),
      words('dept_team_name'),
      id('dept_team_parent_id'),
      words('dept_team_parent_name'),
    ],
  }),
  ssdTable('involvements', {
    name: 'Involvements of workers',
    prefix: 'invo',
    id: 'invo_involvements_id',
    subject: 'invo_person_id',
    inOrder: [['invo_involvement_start_date', 'invo_involvement_end_date']],
    fields: [
      id('invo_involvements_id'),
      id('invo_professional_id'),
      id('invo_professional_role_id'),
      id('invo_professional_team'),
      day('invo_involvement_start_date'),
      dueDay('invo_involvement_end_date'),
      coded('invo_worker_change_reason', 'ssda903_worker_reason'),
      id('invo_person_id'),
      id('invo_referral_id'),
    ],
  }),
]
