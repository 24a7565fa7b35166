import type { Person } from '../../access/index.ts'

declare module '../../platform/room.ts' {
  interface Questions {
    /** The recommendations and actions of the plan that have a reference, of those that the person may read. */
    planItemsNamed: (person: Person, ref: string) => Promise<{ text: string; href: string; note: string }[]>
  }
}
