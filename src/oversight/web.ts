import type { MountedRoutes, Services } from '../platform/room.ts'
import type { RecordKind } from '../records/index.ts'
import { recordRoutes } from '../records/web.ts'
import { answerReason } from './answers/reason.ts'
import { assignmentRoutes } from './assignments/assignment-routes.tsx'
import { childRoutes } from './child/routes.tsx'
import { absenceReason } from './conferences/absence-reason.ts'
import { calendarFeed, calendarRoutes, FEED } from './conferences/calendar-routes.tsx'
import { diaryFile, diaryRoutes } from './conferences/diary-routes.tsx'
import { reportStandard } from './conferences/report-standard.ts'
import { actionRoutes } from './clinics/action-routes.tsx'
import { clinicRoutes, clinicsFile } from './clinics/clinic-routes.tsx'
import { liveRoutes } from './clinics/live-routes.tsx'
import { guidanceMounts } from './guidance/guidance-routes.tsx'
import { taskforceMounts } from './taskforce/taskforce-routes.tsx'
import { listIndexFile, listIndexRoutes } from './lists/index-routes.tsx'
import { listRoutes } from './lists/list-routes.tsx'
import { togetherRoutes } from './lists/together-routes.tsx'
import { missingPages } from './missing/web.ts'

/** The standard pages of kinds of records, by their address. */
const kindsAt = (
  { records, clock }: Services,
  kinds: Readonly<Record<string, RecordKind>>,
): MountedRoutes[] =>
  Object.entries(kinds).map(([at, kind]) => ({
    path: at,
    routes: recordRoutes(kind, { records, clock, at }),
  }))

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
  { path: '/diary', routes: diaryRoutes(services) },
  { path: '/diary.csv', routes: diaryFile(services) },
  { path: '/calendar', routes: calendarRoutes(services) },
  { path: FEED, routes: calendarFeed(services), open: [FEED] },
  ...kindsAt(services, { '/report-standards': reportStandard, '/absence-reasons': absenceReason }),
  { path: '/clinics.csv', routes: clinicsFile(services) },
  ...taskforceMounts(services),
  ...guidanceMounts(services),
  {
    path: '/reasons',
    routes: recordRoutes(answerReason, { records: services.records, clock: services.clock, at: '/reasons' }),
  },
]
