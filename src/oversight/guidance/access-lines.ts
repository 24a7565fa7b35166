import type { AccessLine, Role } from '../../access/index.ts'
import { recordLines } from '../../records/index.ts'
import { guidance, guidanceBriefing, guidanceVersion } from './guidance.ts'
import { practiceStandard } from './practice-standard.ts'

const SET: readonly Role[] = ['programme_manager', 'head_of_service']
const NAMES: readonly Role[] = ['director', 'programme_manager', 'head_of_service', 'team_manager']
const AT = '/guidance/{guidance}'

/** Guidance, its versions and briefings, and practice standards. `read` see figures, and confirm what is issued to them. */
export const guidanceLines = (read: readonly Role[]): AccessLine[] => [
  { route: 'GET /guidance.csv', to: read, answer: 200 },
  // A form that does not say which version was read confirms nothing.
  { route: 'POST /guidance/:id/have-read', at: `${AT}/have-read`, to: read, answer: 422 },
  { route: 'GET /guidance/:id/people', at: `${AT}/people`, to: NAMES, answer: 200 },
  { route: 'GET /guidance/:id/people.csv', at: `${AT}/people.csv`, to: NAMES, answer: 200 },
  ...recordLines(guidance, { at: '/guidance', read, write: SET }),
  ...recordLines(guidanceVersion, { at: '/guidance-versions', read, write: SET }),
  ...recordLines(guidanceBriefing, {
    at: '/guidance-briefings',
    read,
    write: [...SET, 'team_manager'],
  }),
  ...recordLines(practiceStandard, { at: '/practice-standards', read, write: SET }),
]
