import type { Room } from '../platform/room.ts'

/** One child's record, for those whose child it is. */
export const oversight: Room = {
  name: 'oversight',
  search: async (services) => [(await import('./child/search.ts')).childSearch(services)],
  routes: async (services) => (await import('./web.ts')).oversightRoutes(services),
}
