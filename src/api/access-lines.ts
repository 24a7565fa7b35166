import { GIVEN_ROLES, type AccessLine } from '../access/index.ts'

const READERS = GIVEN_ROLES.filter((role) => role !== 'administrator')

/** The same rights as the pages; someone who has not signed in gets 401 and no redirect. */
export const API_LINES: readonly AccessLine[] = [
  { route: 'GET /api/openapi.json', to: GIVEN_ROLES, answer: 200, signedOut: 401 },
  { route: 'GET /api/measures', to: READERS, answer: 200, signedOut: 401 },
  {
    route: 'GET /api/measures/:id',
    at: '/api/measures/as-completed-45wd',
    to: READERS,
    answer: 200,
    signedOut: 401,
  },
  { route: 'GET /api/tracker', to: READERS, answer: 200, signedOut: 401 },
  { route: 'GET /api/plan', to: READERS, answer: 200, signedOut: 401 },
]
