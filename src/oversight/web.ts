import type { MountedRoutes, Services } from '../platform/room.ts'
import { childRoutes } from './child/routes.tsx'

export const oversightRoutes = (services: Services): MountedRoutes[] => [
  { path: '/children', routes: childRoutes(services) },
]
