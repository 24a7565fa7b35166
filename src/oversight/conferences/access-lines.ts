import type { AccessLine, Role } from '../../access/index.ts'
import { recordLines } from '../../records/index.ts'
import { absenceReason } from './absence-reason.ts'
import { reportStandard } from './report-standard.ts'

const KEEP: readonly Role[] = ['head_of_service', 'team_manager', 'social_worker', 'reviewing_officer']
const ATTEND: readonly Role[] = ['head_of_service', 'reviewing_officer']
const SET: readonly Role[] = ['programme_manager', 'head_of_service']
const AT = '/diary/meetings/{meeting_child}'

/** The diary, its meetings, standards and reasons, and calendars. `read` see figures, `seeChildren` children. */
export const conferenceLines = (read: readonly Role[], seeChildren: readonly Role[]): AccessLine[] => [
  { route: 'GET /diary', to: seeChildren, answer: 200 },
  { route: 'GET /diary.csv', to: seeChildren, answer: 200 },
  { route: 'GET /diary/not-attended', to: seeChildren, answer: 200 },
  { route: 'GET /diary/not-attended.csv', to: seeChildren, answer: 200 },
  { route: 'GET /diary/new', to: KEEP, answer: 200 },
  { route: 'POST /diary/new', to: KEEP, answer: 422 },
  {
    route: 'GET /diary/meetings/:ref',
    at: AT,
    to: seeChildren,
    answer: 200,
    but: { auditor: 404, childrens_rights: 404 },
  },
  { route: 'POST /diary/meetings/:ref/cancel', at: `${AT}/cancel`, to: KEEP, answer: 422 },
  {
    route: 'POST /diary/meetings/:ref/:form{booking|report|attendance|reason}',
    at: `${AT}/attendance`,
    to: ATTEND,
    answer: 422,
  },
  { route: 'GET /calendar', to: KEEP, answer: 200 },
  { route: 'POST /calendar', to: KEEP, answer: 200 },
  { route: 'POST /calendar/revoke', to: KEEP, answer: 303 },
  // Opened by a secret alone: without one there is no calendar, for anyone.
  { route: 'GET /calendar.ics', to: [...read, 'administrator'], answer: 404, signedOut: 404 },
  ...recordLines(reportStandard, { at: '/report-standards', read, write: SET }),
  ...recordLines(absenceReason, { at: '/absence-reasons', read, write: SET }),
]
