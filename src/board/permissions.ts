import { definePermission, GIVEN_ROLES } from '../access/index.ts'

export const openHome = definePermission({
  id: 'home:read',
  allows: 'see their own first page and their own week',
  roles: GIVEN_ROLES,
})
