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

export const missingLines: readonly AccessLine[] = [
  ...recordLines(handCount, { at: '/hand-counts', read: READ, write: KEEP }),
  ...recordLines(missingRule, { at: '/missing-rules', read: READ, write: KEEP }),
  ...recordLines(systemChange, { at: '/system-changes', read: READ, write: KEEP }),
]
