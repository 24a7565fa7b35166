import { recordsIntegrity } from '../platform/records.ts'
import { resultOf, type Room } from '../platform/room.ts'
import { FIRST_STEPS } from './permissions.ts'

/** Setting an installation up and looking after it: what is to be done first, is it up, is it whole. */
export const operations: Room = {
  name: 'operations',
  permissions: [FIRST_STEPS],
  accessLines: () =>
    Promise.resolve([
      { route: 'GET /first-steps', to: FIRST_STEPS.roles, answer: 200 },
      { route: 'GET /people-import', to: ['administrator'], answer: 200 },
      { route: 'GET /people-import/template.csv', to: ['administrator'], answer: 200 },
      { route: 'POST /people-import', to: ['administrator'], answer: 422 },
      { route: 'POST /people-import/confirm', to: ['administrator'], answer: 422 },
    ]),
  routes: async (services) => [
    {
      path: '/first-steps',
      routes: (await import('./first-steps-page.tsx')).firstStepsRoutes(services),
    },
    {
      path: '/people-import',
      routes: (await import('./people-import-routes.tsx')).peopleImportRoutes(services),
    },
  ],
  commands: async () => (await import('./commands.ts')).addOperationsCommands,
  checks: ({ records }) =>
    Promise.resolve([
      {
        name: 'records-integrity',
        verify: async () => resultOf(await recordsIntegrity(records), 'the records store is sound'),
      },
    ]),
}
