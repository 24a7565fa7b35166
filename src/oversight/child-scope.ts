import type { Person, Scope } from '../access/index.ts'

/** What the snapshot says of who has worked with a child. Child-level. */
export interface Holders {
  childId: string
  /** Who holds the child on the as-at day. */
  allocated: { worker: string; team: string | null } | null
  /** Every team and worker named on any row about the child. */
  teams: readonly string[]
  workers: readonly string[]
}

/**
 * Why a person may open a child's record, in words that end "because ..."; null when they may not. A team's children
 * are those that any row names the team on, so that each child on a list the person may open has a record they may
 * open too.
 */
export function whyTheyMaySee({ scope }: Pick<Person, 'scope'>, holders: Holders): string | null {
  switch (scope.kind) {
    case 'everything':
      return 'your role may see everything loaded'
    case 'service':
      return byTeam(scope, holders, 'your service')
    case 'team':
      return byTeam(scope, holders, 'your team')
    case 'own':
      if (holders.allocated?.worker === scope.worker) return 'this child is allocated to you'
      return holders.workers.includes(scope.worker) ? 'you have worked with this child' : null
    case 'chaired':
      return scope.children.includes(holders.childId) ? 'you chair this child’s meetings' : null
    case 'drawn':
      return scope.children.includes(holders.childId) ? 'this child was drawn for you to audit' : null
    default:
      return null
  }
}

function byTeam(
  { teams }: Extract<Scope, { teams: readonly string[] }>,
  { allocated, teams: known }: Holders,
  whose: string,
): string | null {
  if (allocated?.team && teams.includes(allocated.team)) return `this child is allocated to ${whose}`
  return known.some((team) => teams.includes(team)) ? `${whose} has worked with this child` : null
}
