import type { AccessLine, Role } from '../../access/index.ts'
import { recordLines } from '../../records/index.ts'
import { frameworkVersion } from './framework.ts'
import { taskforceDecision } from './taskforce-decision.ts'
import { taskforceWorker } from './taskforce-worker.ts'
import { taskforce } from './taskforce.ts'

const RUN: readonly Role[] = ['programme_manager', 'head_of_service']
const WORKERS: readonly Role[] = ['programme_manager', 'head_of_service', 'team_manager', 'data_team']

/** No child of the matrix is on the list of its taskforce: those who may open children are told that there is none. */
export const taskforceLines = (read: readonly Role[], seeChildren: readonly Role[]): AccessLine[] => {
  const line = (route: string, to: readonly Role[], answer: AccessLine['answer']): AccessLine => ({
    route: route as AccessLine['route'],
    at: route
      .replace(/^[A-Z]+ /, '')
      .replace(':id', '{taskforce}')
      .replace(':case', 'nobody'),
    to,
    answer,
  })
  // A programme manager gives nobody out: they see no child.
  const giveOut: readonly Role[] = ['head_of_service', 'team_manager']
  return [
    line('POST /taskforces/:id/freeze', RUN, 422),
    line('POST /taskforces/:id/compare', RUN, 422),
    line('GET /taskforces/:id/burn-down.csv', read, 200),
    line('GET /taskforces/:id/children', seeChildren, 200),
    line('GET /taskforces/:id/children.csv', seeChildren, 200),
    line('GET /taskforces/:id/children/:case', seeChildren, 404),
    line('POST /taskforces/:id/children/:case', giveOut, 404),
    line('POST /taskforces/:id/children/:case/moderate', ['head_of_service', 'auditor'], 404),
    line('GET /taskforces/:id/week', seeChildren, 200),
    line('POST /taskforces/:id/week', giveOut, 422),
    ...recordLines(taskforce, { at: '/taskforces', read, write: RUN }),
    ...recordLines(taskforceWorker, { at: '/taskforce-workers', read: WORKERS, write: RUN }),
    ...recordLines(frameworkVersion, { at: '/taskforce-frameworks', read, write: RUN }),
    ...recordLines(taskforceDecision, { at: '/taskforce-decisions', read, write: RUN }),
  ]
}
