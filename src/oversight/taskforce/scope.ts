import { isRestricted, type Scope } from '../../access/index.ts'
import type { TaskforceCase } from './taskforce-case.ts'

/** Who holds a child on the day of the figures. */
export interface Holder {
  worker: string
  team: string | null
}

/**
 * Whether a scope reaches a child of a taskforce: by whoever holds the child in the snapshot in use, by the team and
 * worker at the freezing where nobody does, and by the taskforce's own worker and team once the child is given to them.
 * `given` are the children whom a scope reaches by who they are: those chaired, drawn or missing.
 */
export function isInScope(
  scope: Scope,
  child: Pick<TaskforceCase, 'child' | 'team' | 'worker' | 'taskforceTeam' | 'taskforceWorker'>,
  holders: ReadonlyMap<string, readonly Holder[]>,
  given: ReadonlySet<string>,
): boolean {
  if (isRestricted(scope, child.child)) return false
  const held = holders.get(child.child) ?? []
  const teams = [...(held.length > 0 ? held.map(({ team }) => team) : [child.team]), child.taskforceTeam]
  const workers = [
    ...(held.length > 0 ? held.map(({ worker }) => worker) : [child.worker]),
    child.taskforceWorker,
  ]
  switch (scope.kind) {
    case 'everything':
      return true
    case 'service':
    case 'team':
      return teams.some((team) => team !== null && team !== '' && scope.teams.includes(team))
    case 'own':
      return scope.worker !== '' && workers.includes(scope.worker)
    case 'chaired':
    case 'drawn':
      return scope.children.includes(child.child) || given.has(child.child)
    case 'missing':
      return given.has(child.child)
    default:
      return false
  }
}
