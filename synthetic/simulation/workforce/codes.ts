import type { Staff } from './staffing-course.ts'
import type { Role, Worker } from './worker.ts'

/** Letters of a role's codes, and the first number of those that are given in turn. */
const LETTERS: Readonly<Record<Role, { letters: string; first: number }>> = {
  'social worker': { letters: 'SW', first: 0 },
  'senior social worker': { letters: 'SW', first: 0 },
  'team manager': { letters: 'TM', first: 21 },
  'service manager': { letters: 'SM', first: 11 },
  'independent reviewing officer': { letters: 'IRO', first: 12 },
  'personal adviser': { letters: 'PA', first: 11 },
}
const STEP = 3

/** Gives everyone a code of their own, which they keep wherever they work. */
export interface Codes {
  give(worker: Staff, code: string): void
  /** The worker's code, a new one when they have none. */
  of(worker: Staff): string
  /** All who have a code, in the order in which they were given. */
  everyone(): Worker[]
}

/** Numbers of social workers go on from `lastUsed`. */
export function openCodes(lastUsed: number): Codes {
  const given = new Map<Staff, string>()
  const next = new Map<string, number>()
  return {
    give: (worker, code) => given.set(worker, code),
    of(worker) {
      const own = given.get(worker)
      if (own !== undefined) return own
      const { letters, first } = LETTERS[worker.role]
      const number = next.get(letters) ?? (letters === 'SW' ? lastUsed + STEP : first)
      next.set(letters, number + STEP)
      const code = `${letters}-${number}`
      given.set(worker, code)
      return code
    },
    everyone: () => [...given].map(([worker, code]) => ({ code, ...worker })),
  }
}
