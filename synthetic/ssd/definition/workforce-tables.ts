import { code, day, key, number, text, to, type SsdTables } from './field.ts'

/** Workers, their teams, and the release of the dataset. */
export const WORKFORCE_TABLES = {
  /** Workers. */
  professionals: {
    prof_professional_id: key,
    prof_staff_id: text,
    prof_professional_name: text,
    prof_social_worker_registration_no: text,
    prof_professional_job_title: text,
    prof_professional_caseload: number,
    prof_professional_department: text,
    prof_full_time_equivalency: number,
    prof_agency_worker_flag: code('yes_no'),
  },
  /** Teams and departments. */
  department: {
    dept_team_id: key,
    dept_team_name: text,
    dept_team_parent_id: to('department.dept_team_id'),
    dept_team_parent_name: text,
  },
  /** Which worker and team was involved, and when. */
  involvements: {
    invo_involvements_id: key,
    invo_professional_id: to('professionals.prof_professional_id'),
    invo_professional_role_id: text,
    invo_professional_team: to('department.dept_team_id'),
    invo_involvement_start_date: day,
    invo_involvement_end_date: day,
    invo_worker_change_reason: code('worker_change'),
    invo_person_id: text,
    invo_referral_id: text,
  },
  /** Release history of the SSD script itself. */
  version_log: {
    version_number: text,
    release_date: day,
    description: text,
    is_current: text,
    created_at: day,
    created_by: text,
    impact_description: text,
  },
} as const satisfies SsdTables
