import type { Waymark } from '../main.ts'
import { childRoutes } from '../oversight/index.ts'
import type { Room } from './web-deps.ts'

/** The rooms behind the door, each under its own address. */
export const roomsOf = (deps: Pick<Waymark, 'records' | 'shelf' | 'clock'>): Room[] => [
  { at: '/children', routes: childRoutes(deps) },
]
