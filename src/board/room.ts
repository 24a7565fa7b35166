import type { Room } from '../platform/room.ts'
import { boardMigrations } from './migrations.ts'
import { openHome } from './permissions.ts'

/** Meetings, the Board report, and the first page. */
export const board: Room = {
  name: 'board',
  migrations: boardMigrations,
  permissions: [openHome],
  navigation: [
    { text: 'Home', href: '/', order: 10, needs: openHome },
    { text: 'Board', href: '/board', order: 40, needs: 'report:read' },
  ],
  accessLines: () =>
    Promise.resolve([
      { route: 'GET /digest', to: openHome.roles, answer: 200 },
      { route: 'POST /digest', to: openHome.roles, answer: 303 },
    ]),
  digest: async (services) => (await import('./digest/digest-kinds.ts')).boardDigest(services),
  jobs: async (services) => (await import('./digest/digest-job.ts')).digestJobs(services),
  routes: async (services) => (await import('./web.ts')).boardPages(services),
  search: async (services) => [(await import('./search.ts')).meetingSearch(services)],
  commands: async () => (await import('./commands.ts')).addBoardCommands,
  answers: async (services) => (await import('./answers.ts')).boardAnswers(services),
  checks: ({ records }) =>
    Promise.resolve([
      {
        name: 'issue-hash',
        verify: async () => (await import('./issue-store.ts')).verifyIssues(records),
      },
    ]),
}
