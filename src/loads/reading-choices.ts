import { createHash } from 'node:crypto'
import type { RoleChoice } from '../dataset/index.ts'
import type { LearnedSpelling } from '../intake/index.ts'

/** What somebody of the council decided about how its files are read. It goes to the process that reads them. */
export interface ReadingChoices {
  spellings: readonly LearnedSpelling[]
  roles: readonly RoleChoice[]
  /** Ids, teams and workers that differ by how they are written alone are joined where one form is clearly the house's. */
  joinIds: boolean
}

export const NO_CHOICES: ReadingChoices = { spellings: [], roles: [], joinIds: true }

/**
 * Tells one set of choices from another: the same files read by other choices are another load. Empty where nothing was
 * chosen.
 */
export function digestOfChoices({ spellings, roles, joinIds }: ReadingChoices): string {
  if (spellings.length === 0 && roles.length === 0 && joinIds) return ''
  const lines = [
    ...spellings.map(({ codeSet, text, code }) => JSON.stringify([codeSet, text, code])),
    ...roles.map(({ role, holds }) => JSON.stringify([role, holds])),
  ]
  return createHash('sha256')
    .update([...lines.sort(), String(joinIds)].join('\n'))
    .digest('hex')
}
