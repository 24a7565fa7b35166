import type { Origins } from '../building/conversion.ts'

export const WORKFORCE_ORIGINS = {
  allocation: {
    tables: ['ssd/involvements', 'ssd/professionals'],
    columns: {
      worker: 'invo_professional_id',
      team: 'invo_professional_team',
      fte: 'prof_full_time_equivalency',
      from_date: 'invo_involvement_start_date',
      to_date: 'invo_involvement_end_date',
    },
  },
  involvements: {
    tables: ['ssd/involvements'],
    columns: {
      worker: 'invo_professional_id',
      role: 'invo_professional_role_id',
      team: 'invo_professional_team',
      start_date: 'invo_involvement_start_date',
      end_date: 'invo_involvement_end_date',
      change_reason: 'invo_worker_change_reason',
      is_primary: 'invo_professional_role_id',
    },
  },
  professionals: {
    tables: ['ssd/professionals'],
    columns: {
      worker: 'prof_professional_id',
      job_title: 'prof_professional_job_title',
      registered: 'prof_social_worker_registration_no',
      fte: 'prof_full_time_equivalency',
      agency: 'prof_agency_worker_flag',
      team: 'prof_professional_department',
    },
  },
} satisfies Origins
