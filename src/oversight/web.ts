import type { MountedRoutes, Services } from '../platform/room.ts'
import { recordRoutes } from '../records/web.ts'
import { answerReason } from './answers/reason.ts'
import { assignmentRoutes } from './assignments/assignment-routes.tsx'
import { childRoutes } from './child/routes.tsx'
import { actionRoutes } from './clinics/action-routes.tsx'
import { clinicRoutes, clinicsFile } from './clinics/clinic-routes.tsx'
import { liveRoutes } from './clinics/live-routes.tsx'
import { listIndexFile, listIndexRoutes } from './lists/index-routes.tsx'
import { listRoutes } from './lists/list-routes.tsx'
import { togetherRoutes } from './lists/together-routes.tsx'
import { missingPages } from './missing/web.ts'

export const oversightRoutes = (services: Services): MountedRoutes[] => [
  { path: '/children', routes: childRoutes(services) },
  { path: '/assignments', routes: assignmentRoutes(services) },
  {
    path: '/lists',
    routes: listIndexRoutes(services).route('/', listRoutes(services)).route('/', togetherRoutes(services)),
    kept: ['/'],
  },
  { path: '/lists.csv', routes: listIndexFile(services) },
  {
    path: '/clinics',
    routes: actionRoutes(services).route('/', clinicRoutes(services)).route('/', liveRoutes(services)),
  },
  ...missingPages(services),
  { path: '/clinics.csv', routes: clinicsFile(services) },
  {
    path: '/reasons',
    routes: recordRoutes(answerReason, { records: services.records, clock: services.clock, at: '/reasons' }),
  },
]
