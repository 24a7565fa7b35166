import { describeScope, type Person } from '../../access/index.ts'
import type { MissingEpisode } from './episode.ts'
import type { KnownChild } from './sourced.ts'

/** The role of the children's rights team reaches every missing child, and no other. */
const reachesMissing = ({ role, scope }: Person): boolean =>
  role === 'childrens_rights' && scope.kind === 'none'

export const whyMissing = (person: Person): string =>
  reachesMissing(person)
    ? 'the children’s rights team offers interviews to missing children'
    : describeScope(person.scope)

/** Whether a child is within a person's reach: by who holds them now, or held them when it was written down. */
export function reaches(
  person: Person,
  childId: string,
  child: Pick<KnownChild, 'team' | 'worker'> | null,
  record: Pick<MissingEpisode, 'team' | 'worker'> | null,
): boolean {
  const { scope } = person
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
      return scope.children.includes(childId)
    default:
      return reachesMissing(person)
  }
}
