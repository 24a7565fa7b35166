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

/** Denies by default: a scope that names nobody sees nobody. */
export function withinScope({ scope }: Person): Within {
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
      return among('p.person_id', scope.children)
    default:
      return nobody
  }
}
