import type { MountedRoutes, Services } from '../../platform/room.ts'
import { recordRoutes } from '../../records/web.ts'
import { countsFile, countsRoutes } from './counts-routes.tsx'
import { handCount, missingRule } from './hand-count.ts'
import { CHANGES_AT } from './measure-uses.ts'
import { missingFile, missingRoutes } from './missing-routes.tsx'
import { policeFile, policeRoutes } from './police-routes.tsx'
import { systemChange } from './system-change.ts'
import { ChangePage, ChangesPage } from './system-change-pages.tsx'

const HAND_COUNTS_AT = '/hand-counts'
const RULES_AT = '/missing-rules'
const CRUMBS = [
  { text: 'Lists', href: '/lists' },
  { text: 'Return interviews: counted by hand and by the system', href: '/missing/counts' },
]

/** Times missing, the police's list, counts by hand and by the system, and changes asked of systems. */
export const missingPages = (services: Services): MountedRoutes[] => {
  const place = { records: services.records, clock: services.clock, section: '/lists', breadcrumbs: CRUMBS }
  return [
    // Those with addresses of their own come before `/missing/:key`.
    { path: '/missing/counts', routes: countsRoutes(services) },
    { path: '/missing/counts.csv', routes: countsFile(services) },
    { path: '/missing/police', routes: policeRoutes(services) },
    { path: '/missing/police.csv', routes: policeFile(services) },
    { path: '/missing', routes: missingRoutes(services) },
    { path: '/missing.csv', routes: missingFile(services) },
    { path: HAND_COUNTS_AT, routes: recordRoutes(handCount, { ...place, at: HAND_COUNTS_AT }) },
    { path: RULES_AT, routes: recordRoutes(missingRule, { ...place, at: RULES_AT }) },
    {
      path: CHANGES_AT,
      routes: recordRoutes(systemChange, {
        ...place,
        at: CHANGES_AT,
        pages: { list: (props) => ChangesPage(props), record: (props) => ChangePage(props) },
      }),
    },
  ]
}
