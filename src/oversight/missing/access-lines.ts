import type { AccessLine, Role } from '../../access/index.ts'
import { recordLines } from '../../records/index.ts'
import { handCount, missingRule } from './hand-count.ts'
import { systemChange } from './system-change.ts'

const READ: readonly Role[] = [
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
]
const KEEP: readonly Role[] = ['childrens_rights', 'data_team', 'programme_manager']

const SEE: readonly Role[] = [
  'head_of_service',
  'team_manager',
  'social_worker',
  'reviewing_officer',
  'auditor',
  'childrens_rights',
  'data_team',
]
const RECORD: readonly Role[] = ['childrens_rights', 'head_of_service', 'team_manager', 'social_worker']
const POLICE: readonly Role[] = ['childrens_rights', 'data_team']
/** The time missing is of a child in North 2: others who see children do not reach it, nor does a children’s rights officer to whom none is given. */
const NOT_THEIRS = { social_worker: 404, childrens_rights: 404 } as const
const OUT_OF_REACH = { ...NOT_THEIRS, reviewing_officer: 404, auditor: 404 } as const
const ONE = '/missing/{missing_episode}'

/** Times missing and the police's list; counts by hand and by the system. */
const ownLines: readonly AccessLine[] = [
  { route: 'GET /missing', to: SEE, answer: 200 },
  { route: 'GET /missing.csv', to: SEE, answer: 200 },
  { route: 'GET /missing/new', to: RECORD, answer: 200 },
  { route: 'POST /missing/new', to: RECORD, answer: 422 },
  { route: 'GET /missing/:key', at: ONE, to: SEE, answer: 200, but: OUT_OF_REACH },
  { route: 'GET /missing/:key/change', at: `${ONE}/change`, to: RECORD, answer: 200, but: NOT_THEIRS },
  { route: 'POST /missing/:key/change', at: `${ONE}/change`, to: RECORD, answer: 422, but: NOT_THEIRS },
  { route: 'POST /missing/:key/return', at: `${ONE}/return`, to: RECORD, answer: 422, but: NOT_THEIRS },
  { route: 'POST /missing/:key/steps', at: `${ONE}/steps`, to: RECORD, answer: 422, but: NOT_THEIRS },
  {
    route: 'POST /missing/:key/discussion',
    at: `${ONE}/discussion`,
    to: RECORD,
    answer: 422,
    but: NOT_THEIRS,
  },
  // A record of Waymark's own is taken up from no file.
  { route: 'POST /missing/:key/take-up', at: `${ONE}/take-up`, to: RECORD, answer: 422, but: NOT_THEIRS },
  { route: 'GET /missing/police', to: SEE, answer: 200 },
  { route: 'GET /missing/police.csv', to: SEE, answer: 200 },
  { route: 'POST /missing/police', to: POLICE, answer: 422 },
  {
    route: 'POST /missing/police/:id',
    at: '/missing/police/{police_report}',
    to: POLICE,
    answer: 422,
    but: { childrens_rights: 404 },
  },
  { route: 'GET /missing/counts', to: READ, answer: 200 },
  { route: 'GET /missing/counts.csv', to: READ, answer: 200 },
]

export const missingLines: readonly AccessLine[] = [
  ...ownLines,
  ...recordLines(handCount, { at: '/hand-counts', read: READ, write: KEEP }),
  ...recordLines(missingRule, { at: '/missing-rules', read: READ, write: KEEP }),
  ...recordLines(systemChange, { at: '/system-changes', read: READ, write: KEEP }),
]
