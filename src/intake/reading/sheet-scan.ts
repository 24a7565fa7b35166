/** What a cell of a worksheet holds: nothing, a number, the number of a shared string, or yes or no. */
export const CELL = { blank: 0, number: 1, shared: 2, boolean: 3 } as const

type CellKind = (typeof CELL)[keyof typeof CELL]

/** The rows begin behind this and end before that. */
const ROWS_FROM = '<sheetData>'
const ROWS_TO = '</sheetData>'

const [LESS, MORE, SLASH, QUOTE, EQUALS, SPACE] = [0x3c, 0x3e, 0x2f, 0x22, 0x3d, 0x20]
const [ZERO, NINE, UPPER_A, UPPER_Z] = [0x30, 0x39, 0x41, 0x5a]
const [LOWER_B, LOWER_C, LOWER_N, LOWER_R, LOWER_S, LOWER_T, LOWER_V] = [
  0x62, 0x63, 0x6e, 0x72, 0x73, 0x74, 0x76,
]
const MOST_DIGITS = 15

/**
 * Goes through the cells of one worksheet as it is in an .xlsx file, without making anything of them. It knows the form
 * that programs write tables in, cells in order with `r`, `s` and `t` and a value each, and no other: `isRegular` is
 * false as soon as there is anything else (formulas, texts within cells, names with a prefix, comments), and the sheet
 * is then for a reader that knows all of the format.
 */
export class SheetScan {
  isRegular = true
  /** Of the cell that `next` went to; rows and columns are counted from 0. */
  row = -1
  column = -1
  kind: CellKind = CELL.blank
  value = 0
  /** -1: none. */
  style = -1
  /** What is before the rows, and what is after them. */
  readonly before: string
  readonly after: string
  readonly #bytes: Buffer
  readonly #end: number
  #index: number

  constructor(bytes: Buffer) {
    const from = bytes.indexOf(ROWS_FROM)
    const to = bytes.lastIndexOf(ROWS_TO)
    this.isRegular = from >= 0 && to > from
    this.#bytes = bytes
    this.#index = from + ROWS_FROM.length
    this.#end = to
    this.before = this.isRegular ? bytes.toString('utf8', 0, from) : ''
    this.after = this.isRegular ? bytes.toString('utf8', to + ROWS_TO.length) : ''
  }

  /** Goes to the next cell; false after the last, and where the sheet is not regular. */
  next(): boolean {
    const bytes = this.#bytes
    while (this.isRegular && this.#index < this.#end) {
      if (bytes[this.#index]! <= SPACE) {
        this.#index += 1
      } else if (bytes[this.#index] !== LESS) {
        return this.#giveUp()
      } else if (bytes[this.#index + 1] === LOWER_C && bytes[this.#index + 2] === SPACE) {
        this.#index += 3
        return this.#readCell()
      } else if (!this.#passRow()) return this.#giveUp()
    }
    return false
  }

  /** `<row ...>` or `</row>`: the cells say themselves which row they are of. */
  #passRow(): boolean {
    const bytes = this.#bytes
    const isEnd = bytes[this.#index + 1] === SLASH
    const start = this.#index + (isEnd ? 2 : 1)
    if (bytes.toString('latin1', start, start + 3) !== 'row') return false
    let index = start + 3
    const behind = bytes[index]
    if (behind !== MORE && (isEnd || (behind !== SPACE && behind !== SLASH))) return false
    for (let isQuoted = false; index < this.#end; index += 1) {
      if (bytes[index] === QUOTE) isQuoted = !isQuoted
      else if (bytes[index] === MORE && !isQuoted) {
        this.#index = index + 1
        return true
      }
    }
    return false
  }

  #readCell(): boolean {
    const [row, column] = [this.row, this.column]
    this.row = this.column = this.style = -1
    this.kind = CELL.number
    const isClosed = this.#readAttributes()
    if (isClosed === null || this.row < row || (this.row === row && this.column <= column))
      return this.#giveUp()
    if (isClosed || this.#isAt('</c>')) {
      // Of an empty cell the style is all there is; an empty number of a shared string would be the first of them.
      if (this.kind !== CELL.number) return this.#giveUp()
      this.kind = CELL.blank
      if (!isClosed) this.#index += 4
      return true
    }
    return this.#readValue() || this.#giveUp()
  }

  /** Whether the tag closes its cell at once; null where it is not regular. */
  #readAttributes(): boolean | null {
    const bytes = this.#bytes
    for (;;) {
      const name = bytes[this.#index]
      if (name === MORE) {
        this.#index += 1
        return this.row >= 0 ? false : null
      }
      if (name === SLASH) {
        this.#index += 2
        return this.row >= 0 && bytes[this.#index - 1] === MORE ? true : null
      }
      if (bytes[this.#index + 1] !== EQUALS || bytes[this.#index + 2] !== QUOTE) return null
      this.#index += 3
      const isRead =
        name === LOWER_R
          ? this.#readAddress()
          : name === LOWER_S
            ? this.#readStyle()
            : name === LOWER_T && this.#readKind()
      if (!isRead || bytes[this.#index] !== QUOTE) return null
      this.#index += 1
      if (bytes[this.#index] === SPACE) this.#index += 1
    }
  }

  #readAddress(): boolean {
    const bytes = this.#bytes
    let column = 0
    let letter = bytes[this.#index]!
    for (let letters = 0; letter >= UPPER_A && letter <= UPPER_Z && letters < 3; letters += 1) {
      column = column * 26 + letter - UPPER_A + 1
      letter = bytes[(this.#index += 1)]!
    }
    this.column = column - 1
    this.row = this.#readDigits() - 1
    return this.column >= 0 && this.row >= 0
  }

  #readStyle(): boolean {
    this.style = this.#readDigits()
    return this.style >= 0
  }

  #readKind(): boolean {
    const letter = this.#bytes[this.#index]
    this.#index += 1
    this.kind = letter === LOWER_S ? CELL.shared : letter === LOWER_B ? CELL.boolean : CELL.number
    return letter === LOWER_S || letter === LOWER_B || letter === LOWER_N
  }

  #readValue(): boolean {
    const bytes = this.#bytes
    let index = this.#index
    if (bytes[index] !== LESS || bytes[index + 1] !== LOWER_V || bytes[index + 2] !== MORE) return false
    const start = index + 3
    this.#index = start
    this.value = this.#readDigits()
    index = this.#index
    if (bytes[index] !== LESS || this.value < 0) {
      if (this.kind !== CELL.number) return false
      index = bytes.indexOf(LESS, start)
      const text = bytes.toString('latin1', start, index)
      if (!/^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text)) return false
      this.value = Number(text)
    }
    if (this.kind === CELL.boolean && this.value > 1) return false
    this.#index = index
    if (!this.#isAt('</v></c>')) return false
    this.#index += 8
    return true
  }

  /** -1 where there are none, or more than a number can hold exactly. */
  #readDigits(): number {
    const bytes = this.#bytes
    const start = this.#index
    let number = 0
    let digit = bytes[this.#index]!
    while (digit >= ZERO && digit <= NINE) {
      number = number * 10 + digit - ZERO
      digit = bytes[(this.#index += 1)]!
    }
    const digits = this.#index - start
    return digits === 0 || digits > MOST_DIGITS ? -1 : number
  }

  #isAt(text: string): boolean {
    for (let index = 0; index < text.length; index += 1)
      if (this.#bytes[this.#index + index] !== text.charCodeAt(index)) return false
    return true
  }

  #giveUp(): false {
    this.isRegular = false
    return false
  }
}
