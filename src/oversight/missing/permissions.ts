import { definePermission } from '../../access/index.ts'

export const recordMissing = definePermission({
  id: 'missing:record',
  allows: 'record times that a child was missing and what was done after, within their scope',
  roles: ['childrens_rights', 'head_of_service', 'team_manager', 'social_worker'],
})

export const countByHand = definePermission({
  id: 'hand-counts:write',
  allows: 'enter what was counted by hand, and say from when the system’s count is given',
  roles: ['childrens_rights', 'data_team', 'programme_manager'],
})

export const askForChanges = definePermission({
  id: 'system-changes:write',
  allows: 'keep the register of changes asked of the case system and reports',
  roles: ['data_team', 'programme_manager', 'childrens_rights'],
})

export const keepPolice = definePermission({
  id: 'police-reports:write',
  allows:
    'bring in the police’s list of missing children, and say why the council does not have a child on it',
  roles: ['childrens_rights', 'data_team'],
})

export const MISSING_PERMISSIONS = [recordMissing, keepPolice, countByHand, askForChanges] as const
