import type { Day } from '../platform/day.ts'
import type { Person, Scope } from './person.ts'
import type { Role } from './role.ts'

/** The roles whose children are given to them, and by what: see `AssignmentKind`. */
export const ASSIGNED: Readonly<Partial<Record<Role, readonly AssignmentKind[]>>> = {
  reviewing_officer: ['chair', 'child'],
  auditor: ['child'],
  childrens_rights: ['missing'],
}

/**
 * What is given: one child by the council's id; the children whose meetings a chair is named for in the data, by the
 * chair's code; or the children who went missing in the year before the day of the figures.
 */
export type AssignmentKind = 'child' | 'chair' | 'missing'

/** Children who were given to a person, from one day to another. Child-level where it names a child. */
export interface Assignment {
  id: string
  personId: string
  kind: AssignmentKind
  /** The council's id of a child, or a chair's code; empty for missing children. */
  subject: string
  from: Day
  /** The last day; null while none is set. */
  to: Day | null
  /** Why, and of a draw how it was drawn. */
  reason: string
  givenBy: string
}

export const isInForce = ({ from, to }: Pick<Assignment, 'from' | 'to'>, today: Day): boolean =>
  from <= today && (to === null || to >= today)

/** A person with the children who are given to them today, besides those that their account names. */
export function withAssigned(
  person: Person,
  assignments: readonly Omit<Assignment, 'givenBy' | 'reason'>[],
  today: Day,
): Person {
  const own = assignments.filter((given) => given.personId === person.id && isInForce(given, today))
  const subjects = (kind: AssignmentKind) =>
    own.filter((given) => given.kind === kind).map(({ subject }) => subject)
  return { ...person, scope: scopeWith(person, subjects) }
}

function scopeWith({ role, scope }: Person, subjects: (kind: AssignmentKind) => string[]): Scope {
  const kinds = ASSIGNED[role] ?? []
  if (kinds.includes('missing')) return subjects('missing').length > 0 ? { kind: 'missing' } : scope
  if (scope.kind !== 'chaired' && scope.kind !== 'drawn') return scope
  const chairs = kinds.includes('chair') ? [...new Set(subjects('chair'))] : []
  const children = [...new Set([...scope.children, ...subjects('child')])]
  return { kind: scope.kind, children, ...(chairs.length > 0 && { chairs }) }
}

/** Whether somebody's role waits for children to be given, and none is. */
export const waitsForChildren = ({ role, scope }: Pick<Person, 'role' | 'scope'>): boolean =>
  role in ASSIGNED &&
  (scope.kind === 'none' ||
    ((scope.kind === 'chaired' || scope.kind === 'drawn') &&
      scope.children.length === 0 &&
      (scope.chairs ?? []).length === 0))
