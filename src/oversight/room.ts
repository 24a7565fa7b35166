import type { Room } from '../platform/room.ts'

/** One child's record, for those whose child it is. */
export const oversight: Room = {
  name: 'oversight',
  routes: async (services) => (await import('./web.ts')).oversightRoutes(services),
}
