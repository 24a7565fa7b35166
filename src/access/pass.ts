import { NotAllowed } from '../platform/errors.ts'
import { holds, type Permission } from './permission.ts'
import { may, type Person } from './person.ts'
import { ROLES, type Role } from './role.ts'

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

/** A person's role does not carry the permission that was asked for. */
export class LacksPermission extends NotAllowed {
  override name = 'LacksPermission'
  readonly permission: Permission

  constructor(person: Person, permission: Permission) {
    super(`${person.role} may not ${typeof permission === 'string' ? permission : permission.id}`)
    this.permission = permission
  }
}

/** Throws NotAllowed when the person's role does not carry the permission. */
export function allow<P extends Permission>(person: Person, permission: P): Pass<P> {
  if (!may(person, permission)) throw new LacksPermission(person, permission)
  return { person, permission } as Pass<P>
}

/** The roles of people, not the command line's, that carry a permission, as the screen says them. */
export const rolesThatMay = (permission: Permission): string[] =>
  (Object.keys(ROLES) as Role[])
    .filter((role) => role !== 'operator' && holds(role, permission))
    .map((role) => ROLES[role].title)
