import type { Problem, ProblemCount } from './problem.ts'

/** How many are kept in full of each code, file, sheet and field; the rest are counted. */
export const MAX_KEPT = { error: 50, warning: 50, note: 10 }

/** Said once for a column, with how many rows more: which of them says nothing that anybody could act on. */
const SAID_ONCE: ReadonlySet<string> = new Set(['blank-written'])

/** Gathers what is found. Everything is counted; a file of a million faults does not fill the memory with them. */
export class ProblemBook {
  readonly #kept: Problem[] = []
  readonly #counts = new Map<string, ProblemCount>()

  add(problem: Problem): void {
    const key = keyOf(problem)
    const count = this.#counts.get(key)
    if (count) count.count += 1
    else this.#counts.set(key, { ...counted(problem), count: 1 })
    const max = SAID_ONCE.has(problem.code) ? 1 : MAX_KEPT[problem.severity]
    if ((count?.count ?? 1) <= max) this.#kept.push(clipped(problem))
  }

  /** Counts `count` more of a problem of which as many as are kept in full have been added. */
  addMore(problem: Pick<Problem, 'code' | 'file' | 'sheet' | 'field'>, count: number): void {
    const counted = this.#counts.get(keyOf(problem))
    if (!counted || counted.count < MAX_KEPT[counted.severity])
      throw new Error(`Too few of '${problem.code}' were added in full`)
    counted.count += count
  }

  /** Errors first, then warnings, then notes; as they were met within each. */
  get problems(): Problem[] {
    return ['error', 'warning', 'note'].flatMap((severity) =>
      this.#kept
        .filter((problem) => problem.severity === severity)
        .map((problem) => (SAID_ONCE.has(problem.code) ? this.#withOthers(problem) : problem)),
    )
  }

  #withOthers(problem: Problem): Problem {
    const others = (this.#counts.get(keyOf(problem))?.count ?? 1) - 1
    if (others === 0) return problem
    const rows = others === 1 ? 'so is 1 more row' : `so are ${others.toLocaleString('en-GB')} more rows`
    return { ...problem, message: `${problem.message}; ${rows} of this column` }
  }

  get counts(): ProblemCount[] {
    return [...this.#counts.values()]
  }

  get refused(): boolean {
    return this.#kept.some(({ severity }) => severity === 'error')
  }
}

const keyOf = ({ code, file, sheet, field }: Pick<Problem, 'code' | 'file' | 'sheet' | 'field'>): string =>
  JSON.stringify([code, file, sheet, field])

const counted = ({ severity, code, file, sheet, field }: Problem) => ({ severity, code, file, sheet, field })

/** A cell may hold a page of prose; a problem shows where it begins. */
const clipped = (problem: Problem): Problem => ({
  ...problem,
  value: problem.value && clip(problem.value, 200),
  message: clip(problem.message, 600),
})
const clip = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length)}…`
