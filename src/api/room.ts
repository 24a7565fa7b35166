import type { Room } from '../platform/room.ts'

/** The figures and the plan as JSON, for other programs of the council, with the rights of who is signed in. */
export const api: Room = {
  name: 'api',
  routes: async (services) => [
    { path: '/api', routes: await (await import('./api-routes.ts')).apiRoutes(services) },
  ],
}
