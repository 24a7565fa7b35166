import type { Day, Instant } from '../platform/day.ts'
import type { Person, Scope } from './person.ts'

/** Somebody who may still see a restricted record, if their scope reaches the child. */
export interface NamedPerson {
  personId: string
  namedAt: Instant
  namedBy: string
  /** Null while they are named. */
  endedAt: Instant | null
  endedBy: string | null
}

/**
 * A child's record that is shown to named people alone. It is ended and never deleted, so that what was restricted, why and
 * from whom stays readable. Child-level.
 */
export interface Restriction {
  id: string
  /** The council's id of the child, as it was typed. */
  child: string
  reason: string
  from: Day
  markedAt: Instant
  markedBy: string
  /** Null while it is in force. */
  endedOn: Day | null
  endedBy: string | null
  endReason: string | null
  people: readonly NamedPerson[]
}

/** Signs that a copied number may bring along and nobody sees. */
const INVISIBLE = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu

/** A child's number as restrictions are compared by: without spaces, leading zeros and difference of case. */
export const numberKey = (child: string): string =>
  child.replaceAll(INVISIBLE, '').toUpperCase().replace(/^0+/, '')

/** Whether the record of a child is kept from a person with this scope. */
export const isRestricted = ({ restricted }: Scope, child: string | null): boolean =>
  restricted !== undefined && child !== null && restricted.includes(numberKey(child))

/** The scope for counting: a restricted child is counted for everybody, and shown to named people alone. */
export function forCounts(scope: Scope): Scope {
  const { restricted: _, ...all } = scope
  return all
}

/** A person with the numbers of the children whose records are kept from them. */
export function withRestricted(
  person: Person,
  inForce: readonly { child: string; people: readonly string[] }[],
): Person {
  const kept = inForce.filter(({ people }) => !people.includes(person.id))
  if (kept.length === 0) return person
  const restricted = [...new Set(kept.map(({ child }) => numberKey(child)))].toSorted()
  return { ...person, scope: { ...person.scope, restricted } }
}

/** "1 child’s record is restricted and is not shown to you." Empty for none. */
export const describeWithheld = (children: number): string =>
  children === 0
    ? ''
    : children === 1
      ? '1 child’s record is restricted and is not shown to you.'
      : `The records of ${children} children are restricted and are not shown to you.`

/** The same of rows of files, of which a child may have several. Empty for none. */
export const describeWithheldRows = (rows: number): string =>
  rows === 0
    ? ''
    : rows === 1
      ? '1 row is about a child whose record is restricted, and is not shown to you.'
      : `${rows} rows are about children whose records are restricted, and are not shown to you.`

/** Whether a text from a file names a child whose record is kept from a person with this scope. */
export const namesRestricted = (scope: Scope, text: string | null): boolean =>
  scope.restricted !== undefined &&
  text !== null &&
  [text, ...text.split(/[\s,;:"'‘’“”()]+/)].some((part) => isRestricted(scope, part))
