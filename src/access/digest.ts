import type { Day } from '../platform/day.ts'
import { gather, type Services } from '../platform/room.ts'
import type { Person } from './person.ts'
import type { Role } from './role.ts'

/** One line of somebody's week. It is sent by e-mail too: it counts, and never names a child. */
export interface DigestLine {
  readonly part: 'changed' | 'due'
  readonly text: string
  readonly href: string
}

/** Seven days back and seven days on. */
export interface DigestWeek {
  readonly since: Day
  readonly today: Day
  readonly until: Day
}

/** What a room has for the weekly digest of some roles. */
export interface DigestKind {
  /** Lines come in this order, whichever room they are of. */
  readonly order: number
  readonly roles: readonly Role[]
  readonly lines: (person: Person, week: DigestWeek) => Promise<readonly DigestLine[]>
}

declare module '../platform/room.ts' {
  interface Room {
    /** What the room has for people’s weekly digests. */
    readonly digest?: (services: Services) => Promise<readonly DigestKind[]>
  }
}

export const digestKinds = async (services: Services): Promise<readonly DigestKind[]> =>
  (await gather(services.rooms, (room) => room.digest?.(services)))
    .flat()
    .toSorted((left, right) => left.order - right.order)

/** The lines of a person’s digest, in their order. */
export const digestLinesFor = async (
  kinds: readonly DigestKind[],
  person: Person,
  week: DigestWeek,
): Promise<readonly DigestLine[]> =>
  (
    await Promise.all(
      kinds.filter(({ roles }) => roles.includes(person.role)).map((kind) => kind.lines(person, week)),
    )
  ).flat()
