import type { Person } from '../../access/index.ts'
import { NotFound } from '../../platform/errors.ts'

/** Who holds a child on the as-at day. */
export interface Allocation {
  worker: string
  team: string | null
}

/**
 * Why a person, whose scope was found to reach this child, may see their record: in words that follow "because".
 * A team's children are those allocated to it now and those it has worked with.
 */
export function whyTheyMaySee({ scope }: Pick<Person, 'scope'>, allocation: Allocation | null): string {
  const allocatedTo = (teams: readonly string[], whose: string): string =>
    allocation?.team && teams.includes(allocation.team)
      ? `this child is allocated to ${whose}`
      : `${whose} has worked with this child`
  switch (scope.kind) {
    case 'everything':
      return 'your role may see everything loaded'
    case 'service':
      return allocatedTo(scope.teams, 'your service')
    case 'team':
      return allocatedTo(scope.teams, 'your team')
    case 'own':
      return allocation?.worker === scope.worker
        ? 'this child is allocated to you'
        : 'you have worked with this child'
    case 'chaired':
      return 'you chair this child’s meetings'
    case 'missing':
      return 'this child went missing in the last year'
    case 'drawn':
      return 'this child was drawn for you to audit'
    default:
      throw new NotFound('child')
  }
}
