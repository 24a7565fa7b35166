import type { AccessLine, Role } from '../access/index.ts'
import { recordLines } from '../records/index.ts'
import { answerReason } from './answers/reason.ts'

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

export const oversightLines: readonly AccessLine[] = [
  { route: 'GET /lists', to: READ, answer: 200 },
  { route: 'GET /lists.csv', to: READ, answer: 200 },
  { route: 'GET /lists/:id', at: '/lists/drift', to: SEE_CHILDREN, answer: 200 },
  { route: 'GET /lists/:file{[a-z0-9-]+\\.csv}', at: '/lists/drift.csv', to: SEE_CHILDREN, answer: 200 },
  // Nobody answers for a child who is not on the list.
  { route: 'POST /lists/:id', at: '/lists/drift?open=nobody', to: ANSWER, answer: 404 },
  ...recordLines(answerReason, {
    at: '/reasons',
    read: READ,
    write: ['programme_manager', 'head_of_service'],
  }),
]
