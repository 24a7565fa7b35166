import type { Room } from '../platform/room.ts'

/** The figures and the plan as JSON, for other programs of the council, with the rights of who is signed in. */
export const api: Room = {
  name: 'api',
  accessLines: async () => (await import('./access-lines.ts')).API_LINES,
  routes: async (services) => [
    { path: '/api', routes: await (await import('./api-routes.ts')).apiRoutes(services) },
  ],
}
