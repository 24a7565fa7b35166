import { CsvError, parse } from 'csv-parse/sync'
import type { CsvForm } from './csv-form.ts'
import {
  faultOfText,
  isLeftOpen,
  MAX_RECORD_LENGTH,
  TooLong,
  type CutRecords,
  type RecordCutter,
} from './csv-records.ts'

/** One line of the file, which is a record or, where a line break is in a cell without quotation marks, a part of one. */
interface Line {
  cells: string[]
  end: string
}

/** Lines that tell how many cells a record has: titles have fewer, and one that is shifted may have more. */
const LINES_LOOKED_AT = 20

/**
 * Cuts the text of a CSV file whose lines do not all end alike, as happens where files are put one behind another. Every
 * line end outside quotation marks ends a line. A line that ends in another way than the first, and has too few cells, goes
 * on in the next when together they have as many as a record has: then the line break is part of a cell.
 */
export class MixedRecords implements RecordCutter {
  readonly #form: CsvForm
  #rest = ''
  /** How many cells a record has; 0 until the first lines came. */
  #width = 0
  #isUnderHeaders = false
  /** Lines that may be parts of one record. */
  #parts: Line[] = []

  constructor(form: CsvForm) {
    this.#form = form
  }

  take(piece: string): CutRecords {
    const text = this.#rest + piece
    // What follows a return may be the line feed that belongs to it.
    const end = lastLineEnd(text, text.endsWith('\r') ? text.length - 1 : text.length)
    if (end === 0) {
      this.#rest = text
      if (text.length <= MAX_RECORD_LENGTH) return { records: [], fault: null }
      return {
        records: [],
        fault: text.includes('"') ? new RangeError('A record has no end') : new TooLong(),
      }
    }
    const { lines, fault } = this.#cut(text.slice(0, end))
    if (isLeftOpen(fault)) {
      this.#rest = text
      return { records: [], fault: null }
    }
    this.#rest = text.slice(end)
    return { records: this.#joined(lines), fault }
  }

  end(): CutRecords {
    const { lines, fault } = this.#rest === '' ? { lines: [], fault: null } : this.#cut(this.#rest)
    const records = this.#joined(lines)
    return { records: [...records, ...this.#leaveParts()], fault }
  }

  #cut(text: string): { lines: Line[]; fault: Error | null } {
    if (!text.includes('"')) return { lines: plainLines(text, this.#form.delimiter), fault: null }
    const lines: Line[] = []
    let offset = 0
    try {
      parse(text, {
        delimiter: this.#form.delimiter,
        recordDelimiter: ['\r\n', '\n', '\r'],
        relaxColumnCount: true,
        relaxQuotes: true,
        skipEmptyLines: false,
        maxRecordSize: MAX_RECORD_LENGTH,
        raw: true,
        onRecord: (found: unknown) => {
          const { record, raw } = found as { record: string[]; raw: string }
          // The library gives a record with the first letter of its line end.
          offset += raw.length
          const isBoth = text[offset - 1] === '\r' && text[offset] === '\n'
          if (isBoth) offset += 1
          const last = raw.at(-1)
          lines.push({ cells: record, end: isBoth ? '\r\n' : last === '\r' || last === '\n' ? last : '' })
        },
      })
      return { lines, fault: null }
    } catch (error) {
      if (error instanceof CsvError) return { lines, fault: faultOfText(error, text) }
      throw error
    }
  }

  #joined(lines: readonly Line[]): string[][] {
    if (this.#width === 0)
      this.#width = Math.max(0, ...lines.slice(0, LINES_LOOKED_AT).map(({ cells }) => cells.length))
    const records: string[][] = []
    for (const line of lines) {
      this.#isUnderHeaders ||= line.cells.length === this.#width
      const before = widthOf(this.#parts)
      // A line of one cell may be more of the last cell; any other begins a record when those before it are too many with it.
      if (this.#parts.length > 0 && (before + line.cells.length - 1 > this.#width || isBlank(line)))
        records.push(...this.#leaveParts())
      this.#parts.push(line)
      const isEnded = line.end === this.#form.lineEnd || !this.#isUnderHeaders
      if (isEnded && widthOf(this.#parts) === this.#width) records.push(joined(this.#parts.splice(0)))
      else if (isEnded || widthOf(this.#parts) > this.#width) records.push(...this.#leaveParts())
    }
    return records
  }

  /** What waited, without the end that would make it one: the record that is whole, and each line that is not of it. */
  #leaveParts(): string[][] {
    const parts = this.#parts.splice(0)
    const whole = parts.findIndex((_, index) => widthOf(parts.slice(0, index + 1)) === this.#width)
    const record = parts.slice(0, whole + 1)
    return [
      ...(record.length > 0 ? [joined(record)] : []),
      ...parts.slice(whole + 1).map(({ cells }) => cells),
    ]
  }
}

/** How many cells the lines have as one record. */
const widthOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { cells }) => sum + cells.length - 1, 1)

const isBlank = ({ cells }: Line): boolean => cells.length === 1 && cells[0]!.trim() === ''

function joined([first, ...others]: readonly Line[]): string[] {
  const cells = [...first!.cells]
  let end = first!.end
  for (const part of others) {
    cells.push(`${cells.pop()!}${end}${part.cells[0]!}`, ...part.cells.slice(1))
    end = part.end
  }
  return cells
}

/** The index behind the last line end that is before `before`; 0 when there is none. */
const lastLineEnd = (text: string, before: number): number =>
  Math.max(text.lastIndexOf('\n', before - 1), text.lastIndexOf('\r', before - 1)) + 1

function plainLines(text: string, delimiter: string): Line[] {
  const parts = text.split(/(\r\n|\n|\r)/)
  const lines: Line[] = []
  for (let index = 0; index < parts.length; index += 2) {
    const [line, end] = [parts[index]!, parts[index + 1] ?? '']
    if (end !== '' || line !== '') lines.push({ cells: line.split(delimiter), end })
  }
  return lines
}
