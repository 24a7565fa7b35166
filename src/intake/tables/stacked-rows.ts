import { formatCount } from '../../platform/words.ts'
import type { ProblemBook } from '../problem-book.ts'
import { cellText, FileFault, SeveralAuthorities, type RawRow } from '../reading/raw-sheet.ts'
import type { TablePlace } from './table-reader.ts'

/** How many authorities a refusal names. */
const MAX_NAMED = 20

/**
 * The rows of a table in which several authorities may be stacked. Their children may share an id, so rows of two are
 * never counted together: those of the chosen one are read, and without a choice the file is refused.
 */
export class StackedRows {
  readonly #column: number | null
  readonly #chosen: string | null
  /** By what is compared of a name, the name as it is first written. */
  readonly #names = new Map<string, string>()
  #leftOut = 0

  /** `column` is that of the authority, from 0; null where the table has none, and every row is taken. */
  constructor(column: number | null, chosen: string | null) {
    this.#column = column
    this.#chosen = chosen === null ? null : compared(chosen)
  }

  /** Whether a row is to be read. Of an undecided file nothing is any more, and the other names are looked for. */
  takes({ cells }: RawRow): boolean {
    if (this.#column === null) return true
    const name = cellText(cells[this.#column] ?? null)
      .replaceAll(/\s+/g, ' ')
      .trim()
    const own = compared(name)
    if (name !== '' && !this.#names.has(own)) this.#names.set(own, name)
    if (this.#chosen === null) return this.#names.size < 2
    const isTaken = own === this.#chosen
    if (!isTaken && cells.some((cell) => cell !== null && cell !== '')) this.#leftOut += 1
    return isTaken
  }

  /** Throws FileFault for several authorities of which none is chosen, and for one that is not there. */
  describe(book: ProblemBook, { file, sheet }: TablePlace): void {
    const names = [...this.#names.values()]
    const shown = new Intl.ListFormat('en-GB').format(names.slice(0, MAX_NAMED).map((name) => `'${name}'`))
    if (this.#chosen === null) {
      if (names.length < 2) return
      throw new SeveralAuthorities(
        `${file} holds rows of more than one authority: ${shown}. Choose one of them (on the command line with --authority), or take that column out if it says something else`,
        names.slice(0, MAX_NAMED),
      )
    }
    if (names.length > 0 && !this.#names.has(this.#chosen))
      throw new FileFault(
        'authority-absent',
        `${file} holds no row of the authority that was chosen, but of ${shown}`,
      )
    if (this.#leftOut === 0) return
    const message = `${formatCount(this.#leftOut, 'row')} of other authorities than '${this.#names.get(this.#chosen)}' ${this.#leftOut === 1 ? 'was' : 'were'} left out`
    book.add({
      severity: 'warning',
      code: 'authority-left-out',
      file,
      sheet,
      row: null,
      field: null,
      value: null,
      message,
    })
  }
}

const compared = (name: string): string => name.replaceAll(/\s+/g, ' ').trim().toLowerCase()
