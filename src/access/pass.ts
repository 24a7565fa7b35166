import { NotAllowed } from '../platform/errors.ts'
import { definitionOf, holds, type Permission } from './permission.ts'
import { may, type Person } from './person.ts'
import { ROLES, type Role } from './role.ts'

declare const made: unique symbol

/**
 * Proof that a person holds a permission. Only `allow` makes one, and store functions require it, so that a missing
 * check is a type error.
 */
export interface Pass<P extends Permission = Permission> {
  readonly person: Person
  readonly permission: P
  readonly [made]: true
}

export class LacksPermission extends NotAllowed {
  override name = 'LacksPermission'
  readonly permission: Permission

  constructor(person: Person, permission: Permission) {
    super(`Your role, ${ROLES[person.role].title}, does not let you ${definitionOf(permission).allows}`)
    this.permission = permission
  }
}

/** Throws LacksPermission when the person's role does not have the permission. */
export function allow<P extends Permission>(person: Person, permission: P): Pass<P> {
  if (!may(person, permission)) throw new LacksPermission(person, permission)
  return { person, permission } as Pass<P>
}

/** The titles of the roles that have a permission; not the command line's. */
export const rolesThatMay = (permission: Permission): string[] =>
  (Object.keys(ROLES) as Role[])
    .filter((role) => role !== 'operator' && holds(role, permission))
    .map((role) => ROLES[role].title)
