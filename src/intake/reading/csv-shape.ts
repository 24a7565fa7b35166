import type { CsvForm } from './csv-form.ts'

const ZERO = 0
const LINE_FEED = 10
const RETURN = 13
const QUOTE = 34

/** Longer than any row of a list: what such a line is, the records say. */
const MAX_RECORD_BYTES = 262_144

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/**
 * Looks at every byte of a CSV file, piece by piece: is it written as RFC 4180 says? Then every program that reads CSV finds
 * the same records in it. A cell is quoted whole or holds no quotation mark; outside quotation marks there is no line end
 * but that of the file; there is no empty line, no zero byte and no record that is too long. How many cells its records
 * have is left to who reads them.
 */
export class CsvShape {
  readonly #delimiter: number
  readonly #lineEnd: string
  #isRegular: boolean
  #records = 0
  #bytes = 0
  /** Where the record begins that is being looked at. */
  #recordFrom = 0
  #inQuotes = false
  /** The byte before the piece; a file begins as a line does. */
  #before = LINE_FEED

  constructor({ delimiter, lineEnd }: Pick<CsvForm, 'delimiter' | 'lineEnd'>) {
    this.#delimiter = delimiter.charCodeAt(0)
    this.#lineEnd = lineEnd
    this.#isRegular = lineEnd !== '\r'
  }

  see(piece: Uint8Array): void {
    if (!this.#isRegular || piece.length === 0) return
    const isMarked = this.#bytes === 0 && BYTE_ORDER_MARK.equals(piece.subarray(0, BYTE_ORDER_MARK.length))
    if (isMarked) this.#recordFrom = BYTE_ORDER_MARK.length
    this.#isRegular = this.#isRegularIn(piece, isMarked ? BYTE_ORDER_MARK.length : 0)
    this.#before = piece[piece.length - 1]!
    this.#bytes += piece.length
  }

  /** The loop over every byte of a load: what it asks is in variables of its own. */
  #isRegularIn(piece: Uint8Array, from: number): boolean {
    if (!this.#inQuotes && from < piece.length && !this.#mayFollow(this.#before, piece[from]!)) return false
    const delimiter = this.#delimiter
    let inQuotes = this.#inQuotes
    for (let index = from; index < piece.length; index += 1) {
      const byte = piece[index]!
      // So is nearly every byte: the delimiter says nothing but next to a quotation mark.
      if (byte > QUOTE) continue
      if (byte === QUOTE) {
        if (inQuotes && piece[index + 1] === QUOTE) {
          index += 1
          continue
        }
        const before = index > from ? piece[index - 1]! : this.#before
        if (!inQuotes && before !== QUOTE && before !== delimiter && before !== LINE_FEED) return false
        inQuotes = !inQuotes
      } else if (byte === ZERO || (byte === LINE_FEED && !inQuotes && !this.#endRecord(index, piece, from))) {
        return false
      }
      if (inQuotes) continue
      if (index + 1 < piece.length && !this.#mayFollow(byte, piece[index + 1]!)) return false
    }
    this.#inQuotes = inQuotes
    return true
  }

  /** Whether the line may end at a line feed. */
  #endRecord(index: number, piece: Uint8Array, from: number): boolean {
    const before = index > from ? piece[index - 1]! : this.#before
    const end = this.#bytes + index + 1
    const length = end - this.#recordFrom
    this.#recordFrom = end
    this.#records += 1
    if (this.#lineEnd === '\r\n' && before !== RETURN) return false
    return length > this.#lineEnd.length && length <= MAX_RECORD_BYTES
  }

  /** Whether a byte may come after the one before it, outside quotation marks. */
  #mayFollow(before: number, byte: number): boolean {
    if (before === RETURN) return this.#lineEnd === '\r\n' && byte === LINE_FEED
    if (before !== QUOTE) return true
    return byte === QUOTE || byte === this.#delimiter || byte === this.#lineEnd.charCodeAt(0)
  }

  /** How many records the file has; null when it is not regular. */
  end(): number | null {
    const rest = this.#bytes - this.#recordFrom
    if (!this.#isRegular || this.#inQuotes || this.#before === RETURN || rest > MAX_RECORD_BYTES) return null
    return rest === 0 ? this.#records : this.#records + 1
  }
}
