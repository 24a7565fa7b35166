import type { MountedRoutes, Services } from '../../platform/room.ts'
import { recordRoutes } from '../../records/web.ts'
import { handCount, missingRule } from './hand-count.ts'
import { CHANGES_AT } from './measure-uses.ts'
import { systemChange } from './system-change.ts'

export const HAND_COUNTS_AT = '/hand-counts'
export const RULES_AT = '/missing-rules'

export const missingPages = ({ records, clock }: Services): MountedRoutes[] => [
  { path: HAND_COUNTS_AT, routes: recordRoutes(handCount, { records, clock, at: HAND_COUNTS_AT }) },
  { path: RULES_AT, routes: recordRoutes(missingRule, { records, clock, at: RULES_AT }) },
  { path: CHANGES_AT, routes: recordRoutes(systemChange, { records, clock, at: CHANGES_AT }) },
]
