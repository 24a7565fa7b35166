import { definePermission } from '../access/index.ts'

export const answerLists = definePermission({
  id: 'lists:answer',
  allows: 'answer for children on lists, within their scope',
  roles: ['head_of_service', 'team_manager', 'social_worker', 'reviewing_officer', 'childrens_rights'],
})

export const setReasons = definePermission({
  id: 'reasons:write',
  allows: 'change the reasons that lists are answered with',
  roles: ['programme_manager', 'head_of_service'],
})
