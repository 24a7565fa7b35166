import { spaced } from './code-text.ts'

/** How a council writes a code, as somebody of it confirmed. `code` is null for a text that is no code. */
export interface LearnedSpelling {
  codeSet: string
  text: string
  code: string | null
}

/** A text that is no known spelling of any code of its column, and how many cells have it. Child-level: a cell as it was. */
export interface UnreadSpelling {
  codeSet: string
  table: string
  /** The column's name as the standard publishes it. */
  field: string
  text: string
  count: number
}

/** By a text in lower case with its spaces made one: the code that it was learned to mean, or null for none. */
export type LearnedOfSet = ReadonlyMap<string, string | null>

/** A column of prose in the place of codes has a text for every row: the others are counted with the findings. */
const MAX_TEXTS = 300
/** Longer texts are no spelling of a code. */
const MAX_LENGTH = 120

const NOTHING: LearnedOfSet = new Map()

/** What a council's own spellings were learned to mean, and what this load has that is not known. */
export class SpellingBook {
  readonly #learned = new Map<string, Map<string, string | null>>()
  readonly #unread = new Map<string, UnreadSpelling>()

  constructor(learned: readonly LearnedSpelling[] = []) {
    for (const { codeSet, text, code } of learned) {
      const own = this.#learned.get(codeSet) ?? new Map<string, string | null>()
      this.#learned.set(codeSet, own.set(spaced(text), code))
    }
  }

  learnedOf(codeSet: string): LearnedOfSet {
    return this.#learned.get(codeSet) ?? NOTHING
  }

  seeUnread({ codeSet, table, field, text, count }: UnreadSpelling): void {
    const written = text.trim()
    if (written.length > MAX_LENGTH) return
    const key = JSON.stringify([codeSet, table, field, spaced(written)])
    const known = this.#unread.get(key)
    if (known) known.count += count
    else if (this.#unread.size < MAX_TEXTS)
      this.#unread.set(key, { codeSet, table, field, text: written, count })
  }

  /** The most frequent first. */
  get unread(): UnreadSpelling[] {
    return [...this.#unread.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
  }
}
