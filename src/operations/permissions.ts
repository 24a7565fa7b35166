import { definePermission } from '../access/index.ts'

export const FIRST_STEPS = definePermission({
  id: 'first-steps:read',
  allows: 'see how far the council has set Waymark up',
  roles: ['administrator', 'programme_manager', 'head_of_service', 'data_team'],
})
