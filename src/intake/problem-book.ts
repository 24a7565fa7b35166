import type { Problem, ProblemCount } from './problem.ts'

/** How many are kept in full of each code, file, sheet and field; the rest are counted. */
const MOST_KEPT = { error: 50, warning: 50, note: 10 }

/** Gathers what is found. Everything is counted; a file of a million faults does not fill the memory with them. */
export class ProblemBook {
  readonly #kept: Problem[] = []
  readonly #counts = new Map<string, ProblemCount>()

  add(problem: Problem): void {
    const key = JSON.stringify([problem.code, problem.file, problem.sheet, problem.field])
    const count = this.#counts.get(key)
    if (count) count.count += 1
    else this.#counts.set(key, { ...counted(problem), count: 1 })
    if ((count?.count ?? 1) <= MOST_KEPT[problem.severity]) this.#kept.push(problem)
  }

  /** Errors first, then warnings, then notes; as they were met within each. */
  get problems(): Problem[] {
    return ['error', 'warning', 'note'].flatMap((severity) =>
      this.#kept.filter((problem) => problem.severity === severity),
    )
  }

  get counts(): ProblemCount[] {
    return [...this.#counts.values()]
  }

  get refused(): boolean {
    return this.#kept.some(({ severity }) => severity === 'error')
  }
}

const counted = ({ severity, code, file, sheet, field }: Problem) => ({ severity, code, file, sheet, field })
