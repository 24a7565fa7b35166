import type { MountedRoutes, Services } from '../platform/room.ts'
import { boardRoutes } from './board-routes.tsx'
import { homeRoutes } from './home-routes.tsx'

export const boardPages = (services: Services): MountedRoutes[] => [
  { path: '/', routes: homeRoutes(services), kept: ['/'] },
  { path: '/board', routes: boardRoutes(services), kept: ['/', '/:meeting', '/:meeting/read'] },
]
