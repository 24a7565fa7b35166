import type { AccessLine, Role } from '../access/index.ts'
import { recordLines } from '../records/index.ts'
import { conferenceLines } from './conferences/access-lines.ts'
import { answerReason } from './answers/reason.ts'
import { missingLines } from './missing/access-lines.ts'
import { guidanceLines } from './guidance/access-lines.ts'
import { taskforceLines } from './taskforce/access-lines.ts'

const SEE_CHILDREN: readonly Role[] = [
  'head_of_service',
  'team_manager',
  'social_worker',
  'reviewing_officer',
  'auditor',
  'childrens_rights',
  'data_team',
]
const ANSWER: readonly Role[] = [
  'head_of_service',
  'team_manager',
  'social_worker',
  'reviewing_officer',
  'childrens_rights',
]
const READ: readonly Role[] = [
  ...SEE_CHILDREN,
  'director',
  'board_member',
  'programme_manager',
  'panel_adviser',
  'finance_partner',
  'hr_partner',
]

const PLAN_CLINICS: readonly Role[] = ['programme_manager', 'head_of_service', 'team_manager']
const HOLD_CLINICS: readonly Role[] = ['head_of_service', 'team_manager']
const KEEP_ACTIONS: readonly Role[] = READ.filter((role) => role !== 'auditor' && role !== 'board_member')

/** Each clinic and action of the matrix is of North 2, and about no child. */
const clinicLines: readonly AccessLine[] = [
  { route: 'GET /clinics', to: READ, answer: 200 },
  { route: 'GET /clinics.csv', to: READ, answer: 200 },
  { route: 'GET /clinics/new', to: PLAN_CLINICS, answer: 200 },
  { route: 'POST /clinics/new', to: PLAN_CLINICS, answer: 422 },
  { route: 'GET /clinics/:id', at: '/clinics/{clinic}', to: READ, answer: 200 },
  { route: 'GET /clinics/:id/print', at: '/clinics/{clinic}/print', to: SEE_CHILDREN, answer: 200 },
  { route: 'POST /clinics/:id', at: '/clinics/{clinic}?open=nobody', to: ANSWER, answer: 404 },
  { route: 'POST /clinics/:id/actions', at: '/clinics/{clinic}/actions', to: KEEP_ACTIONS, answer: 422 },
  { route: 'GET /clinics/:id/change', at: '/clinics/{clinic}/change', to: PLAN_CLINICS, answer: 200 },
  { route: 'POST /clinics/:id/change', at: '/clinics/{clinic}/change', to: PLAN_CLINICS, answer: 422 },
  { route: 'GET /clinics/:id/cancel', at: '/clinics/{clinic}/cancel', to: PLAN_CLINICS, answer: 200 },
  { route: 'POST /clinics/:id/cancel', at: '/clinics/{clinic}/cancel', to: PLAN_CLINICS, answer: 422 },
  // A form that does not say what it was filled from closes and signs nothing.
  { route: 'POST /clinics/:id/close', at: '/clinics/{clinic}/close', to: HOLD_CLINICS, answer: 409 },
  { route: 'POST /clinics/:id/sign-off', at: '/clinics/{clinic}/sign-off', to: HOLD_CLINICS, answer: 409 },
  { route: 'POST /clinics/:id/reopen', at: '/clinics/{clinic}/reopen', to: HOLD_CLINICS, answer: 422 },
  { route: 'GET /clinics/actions', to: READ, answer: 200 },
  { route: 'GET /clinics/actions.csv', to: READ, answer: 200 },
  { route: 'GET /clinics/actions/:id', at: '/clinics/actions/{clinic_action}', to: READ, answer: 200 },
  {
    route: 'POST /clinics/actions/:id',
    at: '/clinics/actions/{clinic_action}',
    to: KEEP_ACTIONS,
    answer: 422,
  },
]

/** The officer of the matrix is a reviewing officer; a form that does not say what it gives gives nothing. */
const GIVE: readonly Role[] = ['head_of_service', 'administrator']
const assignmentLines: readonly AccessLine[] = [
  { route: 'GET /assignments', to: GIVE, answer: 200 },
  { route: 'GET /assignments/:person', at: '/assignments/{officer}', to: GIVE, answer: 200 },
  { route: 'POST /assignments/:person', at: '/assignments/{officer}', to: GIVE, answer: 422 },
  { route: 'POST /assignments/:person/end', at: '/assignments/{officer}/end', to: GIVE, answer: 404 },
]

export const oversightLines: readonly AccessLine[] = [
  { route: 'GET /lists', to: READ, answer: 200 },
  { route: 'GET /lists.csv', to: READ, answer: 200 },
  { route: 'GET /api/lists', to: READ, answer: 200, signedOut: 401 },
  { route: 'GET /api/lists/:name', at: '/api/lists/drift', to: SEE_CHILDREN, answer: 200, signedOut: 401 },
  { route: 'GET /lists/:id', at: '/lists/drift', to: SEE_CHILDREN, answer: 200 },
  { route: 'GET /lists/:file{[a-z0-9-]+\\.csv}', at: '/lists/drift.csv', to: SEE_CHILDREN, answer: 200 },
  // Nobody answers for a child who is not on the list.
  { route: 'POST /lists/:id', at: '/lists/drift?open=nobody', to: ANSWER, answer: 404 },
  { route: 'GET /lists/:id/together', at: '/lists/dental-checks/together', to: ANSWER, answer: 200 },
  { route: 'POST /lists/:id/together', at: '/lists/dental-checks/together', to: ANSWER, answer: 422 },
  ...clinicLines,
  ...assignmentLines,
  ...missingLines,
  ...conferenceLines(READ, SEE_CHILDREN),
  ...taskforceLines(READ, SEE_CHILDREN),
  ...guidanceLines(READ),
  ...recordLines(answerReason, {
    at: '/reasons',
    read: READ,
    write: ['programme_manager', 'head_of_service'],
  }),
]
