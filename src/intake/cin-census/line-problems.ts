import type { ProblemBook } from '../problem-book.ts'
import type { Severity } from '../problem.ts'

/** Where in an XML file something was found. */
interface LinePlace {
  line: number
  /** The module; null when the file as a whole is meant. */
  sheet?: string | null
  field?: string | null
  value?: string | null
}

/** Tells of what was found in one XML file, line by line. */
export class LineProblems {
  readonly file: string
  readonly #book: ProblemBook
  readonly #toldOnce = new Set<string>()

  constructor(file: string, book: ProblemBook) {
    this.file = file
    this.#book = book
  }

  say(severity: Severity, code: string, place: LinePlace, says: string): void {
    const { line, sheet = null, field = null, value = null } = place
    const message = `Line ${line}: ${says}`
    this.#book.add({ severity, code, file: this.file, sheet, row: line, field, value, message })
  }

  /** Tells of the first alone: what is so of every row of the file. */
  describeOnce(severity: Severity, code: string, place: LinePlace, says: string): void {
    const key = `${code} ${place.sheet} ${place.field}`
    if (this.#toldOnce.has(key)) return
    this.#toldOnce.add(key)
    this.say(severity, code, place, says)
  }
}
