import { recordsIntegrity } from '../platform/records.ts'
import { resultOf, type Room } from '../platform/room.ts'
import { FIRST_STEPS } from './permissions.ts'

/** Setting an installation up and looking after it: what is to be done first, is it up, is it whole. */
export const operations: Room = {
  name: 'operations',
  permissions: [FIRST_STEPS],
  accessLines: () => Promise.resolve([{ route: 'GET /first-steps', to: FIRST_STEPS.roles, answer: 200 }]),
  routes: async (services) => [
    {
      path: '/first-steps',
      routes: (await import('./first-steps-page.tsx')).firstStepsRoutes(services),
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
