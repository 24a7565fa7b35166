import { definePermission } from '../../access/index.ts'

export const setPracticeStandards = definePermission({
  id: 'practice-standards:write',
  allows: 'set how often children in need are seen, and when their plans are made and reviewed',
  roles: ['programme_manager', 'head_of_service'],
})

export const issueGuidance = definePermission({
  id: 'guidance:write',
  allows: 'issue guidance, and say for which roles and teams it is',
  roles: ['programme_manager', 'head_of_service'],
})

export const recordBriefings = definePermission({
  id: 'guidance-briefings:write',
  allows: 'write down who was briefed on guidance',
  roles: ['programme_manager', 'head_of_service', 'team_manager'],
})

export const confirmGuidance = definePermission({
  id: 'guidance:confirm',
  allows: 'confirm that they have read guidance that was issued to them',
  roles: [
    'director',
    'board_member',
    'programme_manager',
    'head_of_service',
    'team_manager',
    'social_worker',
    'reviewing_officer',
    'auditor',
    'childrens_rights',
    'panel_adviser',
    'finance_partner',
    'hr_partner',
    'data_team',
  ],
})

export const seeConfirmations = definePermission({
  id: 'guidance-confirmations:read',
  allows: 'see by name who has confirmed guidance and who has not; managers those of their own teams',
  roles: ['director', 'programme_manager', 'head_of_service', 'team_manager'],
})

/** Of guidance and practice standards. */
export const GUIDANCE_PERMISSIONS = [
  setPracticeStandards,
  issueGuidance,
  recordBriefings,
  confirmGuidance,
  seeConfirmations,
] as const
