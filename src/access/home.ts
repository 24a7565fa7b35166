import type { Child } from 'hono/jsx'
import { gather, type Services } from '../platform/room.ts'
import type { Person } from './person.ts'
import type { Role } from './role.ts'

/** One part of somebody's first page: what a room has for them today. */
export interface HomePart {
  readonly heading: string
  /** Said once beside the heading. */
  readonly note?: string
  /** What matters most in it. The page is headed by that of the first part that has one. */
  readonly lead?: HomeLead
  readonly body: Child
  /** It is narrow, and may be beside another narrow one. */
  readonly narrow?: true
}

interface HomeLead {
  /** The page’s `h1`: never a child’s detail. */
  readonly title: string
  readonly sentence: { bold: string; rest?: string }
  /** The first thing to do; without one there is nothing to do. */
  readonly first?: { text: string; href: string; note?: string }
}

/** What a room has for the first page of some roles. */
export interface HomeKind {
  /** Parts come in this order, whichever room they are of. */
  readonly order: number
  readonly roles: readonly Role[]
  /** Null where it has nothing to say to them. Rows about children are read through `childReader`. */
  readonly part: (person: Person) => Promise<HomePart | null>
}

declare module '../platform/room.ts' {
  interface Room {
    /** What the room has for people’s first pages. */
    readonly home?: (services: Services) => Promise<readonly HomeKind[]>
  }
}

export const homeKinds = async (services: Services): Promise<readonly HomeKind[]> =>
  (await gather(services.rooms, (room) => room.home?.(services)))
    .flat()
    .toSorted((left, right) => left.order - right.order)

/** The parts of a person’s first page, in their order. */
export async function homePartsFor(kinds: readonly HomeKind[], person: Person): Promise<readonly HomePart[]> {
  const theirs = kinds.filter(({ roles }) => roles.includes(person.role))
  const parts = await Promise.all(theirs.map((kind) => kind.part(person)))
  return parts.filter((part) => part !== null)
}
