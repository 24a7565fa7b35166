import type { MountedRoutes, Services } from '../platform/room.ts'
import { accountRoutes } from './pages/account-routes.tsx'
import { accessLogRoutes } from './pages/access-log-routes.tsx'
import { peopleRoutes } from './pages/people-routes.tsx'
import { restrictionRoutes } from './pages/restriction-routes.tsx'
import { signInRoutes } from './pages/sign-in-routes.tsx'

export { localPath } from './pages/local-path.ts'
export { isLoopback, visitor } from './pages/visitor.ts'

export const accessRoutes = (services: Services): MountedRoutes[] => [
  {
    path: '/',
    routes: signInRoutes(services),
    open: ['/sign-in', '/sign-out', '/demonstration'],
  },
  { path: '/account', routes: accountRoutes(services) },
  { path: '/restricted', routes: restrictionRoutes(services) },
  { path: '/people', routes: accessLogRoutes(services) },
  { path: '/people', routes: peopleRoutes(services) },
]
