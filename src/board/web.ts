import { digestKinds, GIVEN_ROLES, homeKinds } from '../access/index.ts'
import type { MountedRoutes, Services } from '../platform/room.ts'
import { boardRoutes } from './board-routes.tsx'
import { digestRoutes } from './digest/digest-routes.tsx'
import { homeRoutes } from './home-routes.tsx'

export async function boardPages(services: Services): Promise<MountedRoutes[]> {
  const kinds = await homeKinds(services)
  // A first page of somebody’s own work is theirs alone.
  const keptFor = GIVEN_ROLES.filter((role) => !kinds.some(({ roles }) => roles.includes(role)))
  return [
    { path: '/', routes: homeRoutes(services, kinds), kept: ['/'], keptFor },
    { path: '/digest', routes: digestRoutes(services, await digestKinds(services)) },
    { path: '/board', routes: boardRoutes(services), kept: ['/', '/:meeting', '/:meeting/read'] },
  ]
}
