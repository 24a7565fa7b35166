import { coded, count, day, dueDay, id, number, ssdTable, to, words, yesNo } from '../ssd-table.ts'

/** Workers, their teams and whom they hold. */
export const WORKFORCE_TABLES = {
  professionals: ssdTable('professionals', {
    name: 'Workers',
    prefix: 'prof',
    id: 'prof_professional_id',
    subject: 'prof_professional_id',
    columns: {
      prof_professional_id: id,
      prof_staff_id: id,
      prof_professional_name: words,
      prof_social_worker_registration_no: id,
      prof_professional_job_title: words,
      prof_professional_caseload: count,
      prof_professional_department: words,
      prof_full_time_equivalency: number,
      prof_agency_worker_flag: yesNo,
    },
  }),
  department: ssdTable('department', {
    name: 'Teams',
    prefix: 'dept',
    id: 'dept_team_id',
    subject: 'dept_team_id',
    columns: {
      dept_team_id: id,
      dept_team_name: words,
      dept_team_parent_id: to('department.dept_team_id'),
      dept_team_parent_name: words,
    },
  }),
  involvements: ssdTable('involvements', {
    name: 'Involvements of workers',
    prefix: 'invo',
    id: 'invo_involvements_id',
    subject: 'invo_person_id',
    inOrder: [['invo_involvement_start_date', 'invo_involvement_end_date']],
    columns: {
      invo_involvements_id: id,
      invo_professional_id: to('professionals.prof_professional_id'),
      invo_professional_role_id: id,
      invo_professional_team: to('department.dept_team_id'),
      invo_involvement_start_date: day,
      invo_involvement_end_date: dueDay,
      invo_worker_change_reason: coded('ssda903_worker_reason'),
      invo_person_id: id,
      invo_referral_id: id,
    },
  }),
}
