import type { Services } from '../platform/room.ts'
import type { Role } from './role.ts'

/** One address of a room, and what each role gets there: a row of the access matrix, which the tests hold to be so. */
export interface AccessLine {
  readonly route: `${'GET' | 'POST'} ${string}`
  /** The address to ask, where the route has a place to fill: `{action}` is the council's own. */
  readonly at?: string
  /** The roles that it answers, and with what. Every other role gets 403. */
  readonly to: readonly Role[]
  readonly answer: number
  /** What a form sends: by default nothing, which its own page says is not enough. */
  readonly form?: Readonly<Record<string, string>>
  /** Roles that it answers differently: a right without the scope. */
  readonly but?: Partial<Record<Role, number>>
  /** What it answers someone who has not signed in: by default the way to the sign-in page. */
  readonly signedOut?: number
}

declare module '../platform/room.ts' {
  interface Room {
    /** Who gets what from the room's addresses: each of its routes has a line. */
    readonly accessLines?: () => Promise<readonly AccessLine[]>
    /**
     * Makes one of each thing that the lines name for a council, and answers its id by that name. The access matrix
     * alone asks it, for two councils: each finds its own and not the other's.
     */
    readonly accessThings?: (
      services: Pick<Services, 'records' | 'clock'>,
      council: string,
    ) => Promise<Readonly<Record<string, string>>>
  }
}
