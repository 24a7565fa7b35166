import type { MountedRoutes, Services } from '../platform/room.ts'
import { exportRoutes } from './export-routes.tsx'
import { loadDeps } from './load-deps.ts'
import { dataRoutes } from './load-routes.tsx'

export const loadsRoutes = (services: Services): MountedRoutes[] => {
  const deps = loadDeps(services)
  return [
    { path: '/data', routes: dataRoutes(deps) },
    { path: '/data', routes: exportRoutes(deps) },
  ]
}
