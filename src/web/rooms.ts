import { dataRoutes } from '../dataset/index.ts'
import { measureRoutes, trackerRoutes } from '../indicators/pages/index.ts'
import type { Waymark } from '../main.ts'
import { childRoutes } from '../oversight/index.ts'
import { planRoutes } from '../plan/index.ts'
import type { Room } from './web-deps.ts'

/** What the rooms' pages stand on. */
export type RoomDeps = Pick<Waymark, 'records' | 'shelf' | 'clock' | 'log'> & {
  config: Pick<Waymark['config'], 'dataDir'>
}

/** The rooms behind the door, each under its own address. What one wants to know of another above it is handed in. */
export function roomsOf({ records, shelf, clock, log, config }: RoomDeps): Room[] {
  const figureDeps = { records, shelf, clock, childHref: (ref: string) => `/children/${ref}` }
  const board = { sentencesFor: () => Promise.resolve([]), lastMeetingOn: () => Promise.resolve(null) }
  return [
    { at: '/tracker', routes: trackerRoutes(figureDeps) },
    { at: '/measures', routes: measureRoutes(figureDeps) },
    { at: '/plan', routes: planRoutes({ records, shelf, clock, board }) },
    { at: '/data', routes: dataRoutes({ records, shelf, clock, log, dataDir: config.dataDir }) },
    { at: '/children', routes: childRoutes({ records, shelf, clock }) },
  ]
}
