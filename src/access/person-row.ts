import type { Day, Instant } from '../platform/day.ts'
import type { Person, Scope } from './person.ts'
import { isRole } from './role.ts'

/** An account, as those who keep accounts see it. */
export interface Account {
  readonly person: Person
  readonly email: string
  readonly active: boolean
  readonly version: number
  readonly createdAt: Instant
  /** The last day on which they may sign in; null while none is set. */
  readonly lastDay: Day | null
}

interface PersonColumns {
  id: string
  council_id: string
  email: string
  name: string
  role: string
  scope: string
  active: number
  version: number
  created_at: Instant
  last_day: Day | null
}

export function toPerson(row: PersonColumns): Person {
  if (!isRole(row.role)) throw new Error(`Person ${row.id} has the unknown role ${row.role}`)
  return {
    id: row.id,
    council: row.council_id,
    name: row.name,
    role: row.role,
    scope: JSON.parse(row.scope) as Scope,
  }
}

export const toAccount = (row: PersonColumns): Account => ({
  person: toPerson(row),
  email: row.email,
  active: row.active === 1,
  version: row.version,
  createdAt: row.created_at,
  lastDay: row.last_day,
})
