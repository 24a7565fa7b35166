import type { Room } from '../platform/room.ts'
import { definePermission, GIVEN_ROLES } from '../access/index.ts'
import { boardMigrations } from './migrations.ts'

const openHome = definePermission({
  id: 'home:read',
  allows: 'see their own first page',
  roles: GIVEN_ROLES,
})

/** Meetings, the Board report, and the first page. */
export const board: Room = {
  name: 'board',
  migrations: boardMigrations,
  permissions: [openHome],
  navigation: [
    { text: 'Home', href: '/', order: 10, needs: openHome },
    { text: 'Board', href: '/board', order: 40, needs: 'report:read' },
  ],
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
