import { gather, type Services } from '../platform/room.ts'
import type { Permission } from './permission.ts'
import { may, type Person } from './person.ts'

/** Something that the search of every page found, which the person may open. */
export interface SearchResult {
  readonly text: string
  /** No council's id of a child is ever in it. */
  readonly href: string
  /** A reference before the words: `A2`. */
  readonly ref?: string
  readonly note?: string
  /** What was typed is its whole name: where it alone is, it is opened at once. */
  readonly exact?: boolean
}

/** What a room lets people search for. */
export interface SearchKind {
  /** Above what was found: "Measures". */
  readonly heading: string
  /** How to ask for it, after "You can search for": "a measure, by its words or its reference". */
  readonly how: string
  /** Kinds come in this order, whichever room they are of. */
  readonly order: number
  /** Searched for those who hold it. */
  readonly needs: Permission
  /** It may only be asked in the body of a form: an address is written in logs and in the browser's history. */
  readonly inBodyAlone?: true
  /** Where nothing of any kind has the words: what is like them. Never for what a reader may not know of. */
  readonly nearest?: (person: Person, text: string) => Promise<readonly SearchResult[]>
  /** Best first. */
  readonly find: (person: Person, text: string) => Promise<readonly SearchResult[]>
}

declare module '../platform/room.ts' {
  interface Room {
    /** What the search box of every page finds in this room. */
    readonly search?: (services: Services) => Promise<readonly SearchKind[]>
  }
}

/** The kinds that the person may search, in their order. */
export const searchKindsFor = async (services: Services, person: Person): Promise<readonly SearchKind[]> => {
  const kinds = await gather(services.rooms, (room) => room.search?.(services))
  return kinds
    .flat()
    .filter(({ needs }) => may(person, needs))
    .toSorted((a, b) => a.order - b.order)
}
