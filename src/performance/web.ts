import type { MountedRoutes, Services } from '../platform/room.ts'
import { handbookRoutes } from './handbook/handbook-routes.tsx'
import { measureRoutes } from './pages/measure-routes.tsx'
import { targetsRoutes } from './pages/targets-routes.tsx'
import { trackerRoutes } from './pages/tracker-routes.tsx'

export { countsOf } from './pages/case-words.ts'
export { listsOpenTo } from './pages/lists-open.ts'
export { NeedingLink } from './pages/needing-link.tsx'
export { verdictOf } from './pages/figure-view.ts'
export { describeConfidence, formatShare, NeedsAction, SeriesSparkline } from './pages/row-parts.tsx'
export { NoDataPage } from './pages/tracker-page.tsx'

export const performanceRoutes = (services: Services): MountedRoutes[] => [
  { path: '/tracker/targets', routes: targetsRoutes(services) },
  { path: '/tracker', routes: trackerRoutes(services), kept: ['/', '/overview'] },
  { path: '/measures', routes: measureRoutes(services), kept: ['/', '/:id'] },
  { path: '/handbook/measures', routes: handbookRoutes(services), kept: ['/', '/:id'] },
]
