import { nearestTo } from '../platform/nearest.ts'
import type { Ask } from '../platform/room.ts'
import type { Scope } from './person.ts'

declare module '../platform/room.ts' {
  interface Questions {
    /** The names of the teams in the data in use; none before the first load. */
    teamNames: () => Promise<string[]>
  }
}

/** Names shown in a message about a team that there is not. */
const MAX_SHOWN = 12

/**
 * What is wrong with the teams of a scope: someone who is given a team that there is not would see nothing, and think that
 * there is nothing to see. Null when all are in the data in use, and before the first load, when nobody can know.
 */
export async function unknownTeams(ask: Ask, scope: Scope): Promise<string | null> {
  if (scope.kind !== 'team' && scope.kind !== 'service') return null
  const known = new Set(await ask('teamNames'))
  const unknown = scope.teams.filter((team) => !known.has(team))
  if (known.size === 0 || unknown.length === 0) return null
  const names = [...known].toSorted((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }))
  const nearest = nearestTo(unknown[0]!, names)
  const shown = names.slice(0, MAX_SHOWN).join(', ')
  const more = names.length > MAX_SHOWN ? `, and ${names.length - MAX_SHOWN} more` : ''
  return `The data has no team called ${unknown.map((team) => `‘${team}’`).join(' or ')}.${nearest ? ` The nearest is ${nearest}.` : ''} Its teams are ${shown}${more}`
}
