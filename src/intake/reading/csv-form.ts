import { isUtf8 } from 'node:buffer'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The form a CSV file is written in, found from its bytes. */
export interface CsvForm {
  encoding: Encoding
  delimiter: string
  /** What ends its first line. */
  lineEnd: string
  /** Every line of it ends so, but for line breaks within quotation marks (`CsvShape`). */
  isRegular: boolean
}

/** By its byte-order mark, or by the zero bytes that UTF-16 puts next to plain letters. Null: UTF-8, or an older one. */
export function markedEncoding(start: Buffer): Encoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const sample = start.subarray(0, 400)
  const zeros = (parity: number) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length
  if (zeros(1) > sample.length / 4) return 'utf-16le'
  if (zeros(0) > sample.length / 4) return 'utf-16be'
  return null
}

/** Feed it a file piece by piece: is the whole of it UTF-8? What is not is taken as windows-1252, which Excel writes. */
export class Utf8Check {
  /** The beginning of a letter that the next piece goes on with. */
  #begun: Buffer = Buffer.alloc(0)
  #valid = true

  see(piece: Buffer): void {
    if (!this.#valid) return
    const bytes = this.#begun.length === 0 ? piece : Buffer.concat([this.#begun, piece])
    const end = bytes.length - begunAtEnd(bytes)
    this.#valid = isUtf8(bytes.subarray(0, end))
    this.#begun = Buffer.from(bytes.subarray(end))
  }

  end(): boolean {
    return this.#valid && this.#begun.length === 0
  }
}

/** How many bytes at the end are the beginning of a letter of more bytes; 0 when the last letter is whole. */
function begunAtEnd(bytes: Buffer): number {
  for (let count = 1; count <= Math.min(3, bytes.length); count += 1) {
    const byte = bytes[bytes.length - count]!
    if (byte < 0x80) return 0
    if (byte < 0xc0) continue
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    return count < length ? count : 0
  }
  return 0
}

const withoutQuoted = (text: string): string => text.replaceAll(/"(?:[^"]|"")*"/g, '')

/** The delimiter that parts the fullest of the first lines into most cells, quoted text left aside. */
export function delimiterOf(text: string): string {
  const lines = withoutQuoted(text).split(/\r?\n/).slice(0, 20)
  const cellsBy = (delimiter: string) => Math.max(...lines.map((line) => line.split(delimiter).length))
  return [',', ';', '\t', '|'].reduce((best, next) => (cellsBy(next) > cellsBy(best) ? next : best))
}

/** What ends the first line, quoted text left aside; a text of one line may be given any. */
export const lineEndOf = (text: string): string => /\r\n|\n|\r/.exec(withoutQuoted(text))?.[0] ?? '\n'
