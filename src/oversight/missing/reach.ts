import { isRestricted, type Person } from '../../access/index.ts'
import type { MissingEpisode } from './episode.ts'
import type { KnownChild } from './sourced.ts'

/** Whether a child is within a person's reach: by who holds them now, or held them when it was written down. */
export function reaches(
  person: Person,
  childId: string,
  child: Pick<KnownChild, 'team' | 'worker' | 'isGiven'> | null,
  record: Pick<MissingEpisode, 'team' | 'worker'> | null,
): boolean {
  const { scope } = person
  if (isRestricted(scope, childId)) return false
  switch (scope.kind) {
    case 'everything':
      return true
    case 'service':
    case 'team':
      return [child?.team, record?.team].some((team) => Boolean(team) && scope.teams.includes(team!))
    case 'own':
      return [child?.worker, record?.worker].includes(scope.worker)
    case 'chaired':
    case 'drawn':
      return scope.children.includes(childId) || child?.isGiven === true
    // Every child here is missing, or is being written down as missing.
    case 'missing':
      return true
    default:
      return false
  }
}
