import { parse, CsvError } from 'csv-parse/sync'
import type { CsvForm } from './csv-form.ts'

/** No row of an Annex A list is near this long: one that is has a quotation mark that is never closed. */
export const MAX_RECORD_LENGTH = 262_144

/** A line that is longer than any record, and no quotation mark is to blame. */
export class TooLong extends Error {
  override name = 'TooLong'
}

/** The records that a piece of text completed. `fault` is why nothing after them can be read. */
export interface CutRecords {
  records: string[][]
  fault: Error | null
}

/** Takes the text of a CSV file piece by piece, as it comes. */
export interface RecordCutter {
  take(piece: string): CutRecords
  /** What is left when the text is at its end. */
  end(): CutRecords
}

/**
 * Cuts the text of a CSV file into records, piece by piece as it comes. What CSV means is the library's to say. Only a
 * line without a quotation mark is not asked about, because there is nothing to ask: it is one record, cut at its
 * delimiters. The library looks at every byte in turn, and most lines of most files are of that kind.
 */
export class CsvRecords implements RecordCutter {
  readonly #form: CsvForm
  /** Text after the last record that is known to be whole. */
  #rest = ''

  constructor(form: CsvForm) {
    this.#form = form
  }

  take(piece: string): CutRecords {
    const text = this.#rest + piece
    const end = text.lastIndexOf(this.#form.lineEnd)
    if (end < 0) {
      this.#rest = text
      if (text.length <= MAX_RECORD_LENGTH) return { records: [], fault: null }
      return {
        records: [],
        fault: text.includes('"') ? new RangeError('A record has no end') : new TooLong(),
      }
    }
    const lines = text.slice(0, end)
    const cut = this.#cut(lines)
    if (isLeftOpen(cut.fault)) {
      // The record may be closed by what has not come yet; until it is, none of these lines is sure.
      this.#rest = text
      return { records: [], fault: null }
    }
    this.#rest = text.slice(end + this.#form.lineEnd.length)
    return cut
  }

  end(): CutRecords {
    return this.#rest === '' ? { records: [], fault: null } : this.#cut(this.#rest)
  }

  /** `text` is whole lines, without the end of the last. */
  #cut(text: string): CutRecords {
    const { delimiter, lineEnd } = this.#form
    const lines = text.split(lineEnd)
    const asked = lines.filter(isForLibrary)
    if (asked.length === 0) return { records: lines.map((line) => line.split(delimiter)), fault: null }
    const answer = this.#ask(asked.join(lineEnd) + lineEnd)
    // As many records as lines: each line is one record, and what comes between two of them changes neither. Otherwise
    // a record goes over several lines, and the library has to see them all.
    if (answer.fault !== null || answer.records.length !== asked.length) return this.#ask(text + lineEnd)
    const answered = answer.records.values()
    const records = lines.map((line) => (isForLibrary(line) ? answered.next().value! : line.split(delimiter)))
    return { records, fault: null }
  }

  #ask(text: string): CutRecords {
    const records: string[][] = []
    try {
      parse(text, {
        delimiter: this.#form.delimiter,
        recordDelimiter: this.#form.lineEnd,
        relaxColumnCount: true,
        relaxQuotes: true,
        skipEmptyLines: false,
        maxRecordSize: MAX_RECORD_LENGTH,
        // Kept as they come, so that those before a fault are known.
        onRecord: (record: string[]) => void records.push(record),
      })
      return { records, fault: null }
    } catch (error) {
      if (error instanceof CsvError) return { records, fault: faultOfText(error, text) }
      throw error
    }
  }
}

const isForLibrary = (line: string): boolean => line.includes('"') || line.length > MAX_RECORD_LENGTH

export const faultOfText = (error: CsvError, text: string): Error =>
  error.code === 'CSV_MAX_RECORD_SIZE' && !text.includes('"') ? new TooLong() : error

export const isLeftOpen = (fault: Error | null): boolean =>
  fault instanceof CsvError && fault.code === 'CSV_QUOTE_NOT_CLOSED'
