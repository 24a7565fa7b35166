import type { Person } from '../../access/index.ts'
import type { Cell } from '../../dataset/index.ts'
import { listParameters } from './case-filter.ts'

/** A condition in SQL on `case_row c` and `person p`: the rows that a person may see. */
export interface Within {
  sql: string
  parameters: Record<string, Cell>
}

/** Scopes are about children: rows of records about no child are open to everyone who may read their kind. */
export const AMONG_RECORDS: Within = { sql: 'c.child_key = 0', parameters: {} }

/** Rows of the person's children, without those of children whose records are kept from them. */
export function withinScope(person: Pick<Person, 'scope'>): Within {
  const { restricted } = person.scope
  const reached = reachedBy(person)
  if (restricted === undefined) return reached
  const { sql, parameters } = amongRestricted(restricted)
  return {
    sql: `(${reached.sql}) and not coalesce(${sql}, false)`,
    parameters: { ...reached.parameters, ...parameters },
  }
}

/** The rows that `withinScope` leaves out because a record is restricted: for saying how many there are. */
export function withheldFrom(person: Pick<Person, 'scope'>): Within {
  const { restricted } = person.scope
  const reached = reachedBy(person)
  if (restricted === undefined) return { sql: 'false', parameters: {} }
  const { sql, parameters } = amongRestricted(restricted)
  return {
    sql: `(${reached.sql}) and coalesce(${sql}, false)`,
    parameters: { ...reached.parameters, ...parameters },
  }
}

/** Numbers are compared as `numberKey` of access writes them. */
function amongRestricted(restricted: readonly string[]): Within {
  const { text, parameters } = listParameters('restricted', restricted)
  return { sql: `${NUMBER_KEY} in (${text})`, parameters }
}

const NUMBER_KEY = "ltrim(upper(regexp_replace(p.person_id, '\\s+', '', 'g')), '0')"

/** Denies by default: a scope that names nobody sees nobody. */
function reachedBy({ scope }: Pick<Person, 'scope'>): Within {
  const nobody = { sql: 'false', parameters: {} }
  const among = (column: string, values: readonly string[]): Within => {
    if (values.length === 0) return nobody
    const { text, parameters } = listParameters('scope', values)
    return { sql: `${column} in (${text})`, parameters }
  }
  switch (scope.kind) {
    case 'everything':
      return { sql: 'true', parameters: {} }
    case 'service':
    case 'team':
      return among('c.team', scope.teams)
    case 'own':
      return among('c.worker', [scope.worker])
    case 'chaired':
    case 'drawn':
      return either(
        among('p.person_id', scope.children),
        scope.chairs && scope.chairs.length > 0 ? chairedBy(scope.chairs) : nobody,
      )
    case 'missing':
      return { sql: `p.child_key in (${WENT_MISSING})`, parameters: {} }
    default:
      return nobody
  }
}

/** The children of whom a source says that they were missing in the year before the day of the figures. */
const WENT_MISSING = `select m.child_key from missing_episodes m cross join extract x
     where m.start_date <= x.as_at and coalesce(m.end_date, x.as_at) > x.as_at - 365
     union
     select n.child_key from missing_notifications n cross join extract x
     where coalesce(n.returned_at, n.missing_from, n.reported_at) > x.as_at - 365`

/** The children of whose latest meeting in the file of conferences and reviews one of these is the chair. */
function chairedBy(chairs: readonly string[]): Within {
  const { text, parameters } = listParameters('chair', chairs)
  return {
    sql: `p.child_key in (select child_key from conference_attendance
     group by child_key having max_by(chair, coalesce(held_on, booked_on)) in (${text}))`,
    parameters,
  }
}

const either = (one: Within, other: Within): Within => ({
  sql: `(${one.sql} or ${other.sql})`,
  parameters: { ...one.parameters, ...other.parameters },
})
