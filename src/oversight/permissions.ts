import { definePermission } from '../access/index.ts'

export const answerLists = definePermission({
  id: 'lists:answer',
  allows: 'answer for children on lists, within their scope',
  roles: ['head_of_service', 'team_manager', 'social_worker', 'reviewing_officer', 'childrens_rights'],
})

export const setReasons = definePermission({
  id: 'reasons:write',
  allows: 'change the reasons that lists and missed meetings are answered with',
  roles: ['programme_manager', 'head_of_service'],
})

export const planClinics = definePermission({
  id: 'clinics:plan',
  allows: 'plan clinics; managers those of their own teams',
  roles: ['programme_manager', 'head_of_service', 'team_manager'],
})

export const holdClinics = definePermission({
  id: 'clinics:hold',
  allows: 'close, reopen and sign off clinics of their own teams',
  roles: ['head_of_service', 'team_manager'],
})

export const keepActions = definePermission({
  id: 'clinic-actions:write',
  allows: 'add and close actions of clinics, within their scope',
  roles: [
    'director',
    'programme_manager',
    'head_of_service',
    'team_manager',
    'social_worker',
    'reviewing_officer',
    'childrens_rights',
    'panel_adviser',
    'finance_partner',
    'hr_partner',
    'data_team',
  ],
})

export const runTaskforce = definePermission({
  id: 'taskforce:run',
  allows: 'set up a taskforce, freeze its list, and keep its framework, its workers and what is decided',
  roles: ['programme_manager', 'head_of_service'],
})

export const workTaskforce = definePermission({
  id: 'taskforce:work',
  allows: 'freeze a taskforce’s list; mark, give out and close its children, within their scope',
  roles: ['programme_manager', 'head_of_service', 'team_manager'],
})

export const moderateTaskforce = definePermission({
  id: 'taskforce:moderate',
  allows: 'grade drawn assessments of a taskforce again, within their scope',
  roles: ['head_of_service', 'auditor'],
})

export const readTaskforceWorkers = definePermission({
  id: 'taskforce-workers:read',
  allows: 'see a taskforce’s work worker by worker',
  roles: ['programme_manager', 'head_of_service', 'team_manager', 'data_team'],
})

/** Of the taskforce's pages. */
export const TASKFORCE_PERMISSIONS = [
  runTaskforce,
  workTaskforce,
  moderateTaskforce,
  readTaskforceWorkers,
] as const
