import type { Person } from './person.ts'

/** A setting of one's own that a room has, for the page of the account. */
export interface AccountLink {
  readonly text: string
  readonly href: string
  readonly note: string
}

declare module '../platform/room.ts' {
  interface Questions {
    /** Settings of a person's own; none that they may not open. */
    accountLinks: (person: Person) => Promise<AccountLink[]>
  }
}
