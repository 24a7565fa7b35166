import { definePermission } from '../../access/index.ts'

export const keepMeetings = definePermission({
  id: 'meetings:write',
  allows: 'book conferences and reviews, and say when a report reached the family, within their scope',
  roles: ['head_of_service', 'team_manager', 'social_worker', 'reviewing_officer'],
})

export const recordAttendance = definePermission({
  id: 'attendance:write',
  allows: 'record who came to a conference or review, within their scope',
  roles: ['head_of_service', 'reviewing_officer'],
})

export const setReportStandards = definePermission({
  id: 'report-standards:write',
  allows: 'set by when reports must reach families',
  roles: ['programme_manager', 'head_of_service'],
})

export const ownCalendar = definePermission({
  id: 'calendar:own',
  allows: 'have conferences and reviews of their scope in a calendar of their own',
  roles: ['head_of_service', 'team_manager', 'social_worker', 'reviewing_officer'],
})

/** Of the diary, its meetings and calendars. */
export const CONFERENCE_PERMISSIONS = [
  keepMeetings,
  recordAttendance,
  setReportStandards,
  ownCalendar,
] as const
