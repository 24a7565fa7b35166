import type { Hono } from 'hono'
import type { Council, Person, SignInClocks } from '../access/index.ts'
import type { SealedSnapshot } from '../dataset/index.ts'
import type { Clock } from '../platform/day.ts'
import type { Log } from '../platform/log.ts'
import type { Records } from '../platform/records.ts'
import type { FrameProps } from '../ui/frame.tsx'

/** What the web application stands on. */
export interface WebDeps {
  records: Records
  council: Council
  pool: { current(council: string): Promise<SealedSnapshot | null> }
  /** The council's clock: it dates what people do. */
  clock: Clock
  /** Sessions and waiting times run by this one. */
  realClock: Clock
  log: Log
  version: string
  /** Which kind of store `records` is, for the health answer. */
  store: 'sqlite' | 'postgres'
  /** Each room's pages and the prefix they stand under. */
  rooms: readonly Room[]
}

export interface Room {
  at: string
  // oxlint-disable-next-line typescript/no-explicit-any -- a room's own routes are typed in the room
  routes: Hono<any>
}

/** What the door itself knows of a request. Rooms see `person` as never null: the door lets nobody else through. */
export interface DoorEnv {
  Variables: {
    /** The secret of this browser's cookie. */
    token: string
    person: Person | null
    frame: FrameProps
  }
}

export const clocksOf = (deps: WebDeps): SignInClocks => ({ council: deps.clock, real: deps.realClock })
