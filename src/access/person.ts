import { holds, type Permission } from './permission.ts'
import type { Role } from './role.ts'

/**
 * Which children's records a person may open, of those that their role may open at all.
 * `service` names its teams, because a source file knows teams alone; `chaired` and `drawn` hold the opaque child
 * ids that were given to the person, and are empty until some are given; `chairs` are codes whose meetings, in the data, they
 * chair for. `missing` reaches the children who went missing in the year before the day of the figures. See `assignment.ts`.
 */
export type Scope = Reach & {
  /** Numbers, as `numberKey` writes them, of children whose records are kept from this person. See `restriction.ts`. */
  restricted?: readonly string[]
}

type Reach =
  | { kind: 'everything' }
  | { kind: 'service'; service: string; teams: readonly string[] }
  | { kind: 'team'; teams: readonly string[] }
  | { kind: 'own'; worker: string }
  | { kind: 'chaired' | 'drawn'; children: readonly string[]; chairs?: readonly string[] }
  | { kind: 'missing' }
  | { kind: 'none' }

/** Someone who is signed in. */
export interface Person {
  readonly id: string
  /** The council whose records they work in: every store function filters by it. */
  readonly council: string
  readonly name: string
  readonly role: Role
  readonly scope: Scope
}

export const may = (person: Pick<Person, 'role'>, permission: Permission): boolean =>
  holds(person.role, permission)

/** The person who runs the command line on the server. Their reads are logged like any other's. */
export const operator = (council: string): Person => ({
  id: 'command-line',
  council,
  name: 'Command line',
  role: 'operator',
  scope: { kind: 'everything' },
})
