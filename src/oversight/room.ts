import type { Room } from '../platform/room.ts'
import { oversightMigrations } from './migrations.ts'
import { answerLists, setReasons } from './permissions.ts'

/** Lists that managers act on, what is answered for each child, and one child's record. */
export const oversight: Room = {
  name: 'oversight',
  search: async (services) => [(await import('./child/search.ts')).childSearch(services)],
  migrations: oversightMigrations,
  permissions: [answerLists, setReasons],
  navigation: [{ text: 'Lists', href: '/lists', order: 25, needs: 'figures:read' }],
  routes: async (services) => (await import('./web.ts')).oversightRoutes(services),
}
