import { NotAllowed } from '../platform/errors.ts'
import type { Permission } from './permission.ts'
import { may, type Person } from './person.ts'

declare const made: unique symbol

/**
 * Proof that a person was found to hold a permission. Only `allow` makes one, and store functions demand it, so
 * that forgetting to ask is a type error.
 */
export interface Pass<P extends Permission = Permission> {
  readonly person: Person
  readonly permission: P
  readonly [made]: true
}

/** Throws NotAllowed when the person's role does not carry the permission. */
export function allow<P extends Permission>(person: Person, permission: P): Pass<P> {
  if (!may(person, permission)) throw new NotAllowed(`${person.role} may not ${permission}`)
  return { person, permission } as Pass<P>
}
