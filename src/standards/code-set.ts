export interface Code {
  /** As Waymark keeps it: `WBRI`, `1A`, `yes`. */
  code: string
  /** As Ofsted publishes it: `a) WBRI`. */
  published: string
  label: string
  /** Other ways councils have written it, beyond its label and its code among other words. */
  spellings: readonly string[]
  /** The first and the last year's return in which it may be, of a code that came or went. */
  since?: number
  until?: number
  /** An older form, or one that another standard has: read where it is met, and never written. */
  isOnlyRead?: true
}

export interface CodeSet {
  codes: readonly Code[]
  /** Finds a code among other words: group 1 is the code. Null where codes are not written so. */
  token: RegExp | null
  /** Tried last, in order, on the text in lower case with its punctuation out: words that settle the code. */
  words: readonly (readonly [words: RegExp, code: string])[]
  /** Words of another list, which end the sentence that says why the cell was not read. */
  elsewhere: readonly (readonly [words: RegExp, says: string])[]
  /**
   * Phrases in which `not`, `and` or `or` turns nothing round and adds nothing: `asian or asian british`. In them `or` is
   * any alternative, and `/` the sign alone.
   */
  joined: readonly string[]
  /** Codes that mean several of the others: `Neglect and physical abuse` is none of the two. */
  combinations: readonly string[]
  /** An open list, such as names of authorities: what matches no code is kept as it is written. */
  open: boolean
}

export const code = (
  code: string,
  published: string,
  label: string,
  spellings: readonly string[] = [],
): Code => ({ code, published, label, spellings })

export const codeSet = (
  codes: readonly Code[],
  more: Partial<Pick<CodeSet, 'token' | 'words' | 'elsewhere' | 'joined' | 'combinations' | 'open'>> = {},
): CodeSet => ({
  codes,
  token: null,
  words: [],
  elsewhere: [],
  joined: [],
  combinations: [],
  open: false,
  ...more,
})

/** A set as most standards write it: the bare code is the published form, and Annex A's (`a) WBRI`) one more spelling. */
export const bareCodes = (set: CodeSet): CodeSet => ({
  ...set,
  codes: set.codes.map((code) => ({
    ...code,
    published: code.code,
    spellings: [...code.spellings, code.published],
  })),
})

/** The set with some of its forms read and never written. */
export const onlyRead = (set: CodeSet, forms: readonly string[]): CodeSet => ({
  ...set,
  codes: set.codes.map((code) =>
    forms.includes(code.published) ? { ...code, isOnlyRead: true as const } : code,
  ),
})

/** The set with the years in which codes that came or went may be, by their published form. */
export const inYears = (
  set: CodeSet,
  years: Readonly<Record<string, Pick<Code, 'since' | 'until'>>>,
): CodeSet => ({
  ...set,
  codes: set.codes.map((code) => ({ ...code, ...years[code.published] })),
})

/** The codes of a set as a file has them; of a yearly return, those that may be in the year's. */
export const publishedCodes = (set: CodeSet, year?: number): string[] =>
  set.codes
    .filter(({ isOnlyRead, since, until }) => {
      if (isOnlyRead) return false
      return year === undefined || (year >= (since ?? year) && year <= (until ?? year))
    })
    .map(({ published }) => published)
