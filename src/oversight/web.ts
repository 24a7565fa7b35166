import type { MountedRoutes, Services } from '../platform/room.ts'
import { recordRoutes } from '../records/web.ts'
import { answerReason } from './answers/reason.ts'
import { childRoutes } from './child/routes.tsx'
import { listIndexFile, listIndexRoutes } from './lists/index-routes.tsx'
import { listRoutes } from './lists/list-routes.tsx'

export const oversightRoutes = (services: Services): MountedRoutes[] => [
  { path: '/children', routes: childRoutes(services) },
  { path: '/lists', routes: listIndexRoutes(services).route('/', listRoutes(services)), kept: ['/'] },
  { path: '/lists.csv', routes: listIndexFile(services) },
  {
    path: '/reasons',
    routes: recordRoutes(answerReason, { records: services.records, clock: services.clock, at: '/reasons' }),
  },
]
