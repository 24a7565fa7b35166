import type { MountedRoutes, Services } from '../platform/room.ts'
import { confidenceRoutes } from './confidence-routes.tsx'
import { dataQualityRoutes } from './quality-routes.tsx'

export const qualityRoutes = (services: Services): MountedRoutes[] => [
  { path: '/data/quality/measures', routes: confidenceRoutes(services) },
  { path: '/data', routes: dataQualityRoutes(services) },
]
