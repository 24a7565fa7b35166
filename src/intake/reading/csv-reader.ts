import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { parse, CsvError } from 'csv-parse'
import type { CsvForm, Encoding } from './csv-form.ts'
import { FileFault, type RawRow, type RawSheet } from './raw-sheet.ts'

/** No row of an Annex A list is near this long: one that is has a quotation mark that is never closed. */
const MAX_ROW_LENGTH = 262_144

/** A CSV file is one sheet, named after the file. Rows are read as they are asked for. */
export const csvSheet = (path: string, file: string, form: CsvForm): RawSheet => ({
  name: file.replace(/\.[^.]*$/, ''),
  inWorkbook: false,
  rows: rowsOf(path, file, form),
  formulas: new Map(),
})

async function* rowsOf(path: string, file: string, form: CsvForm): AsyncGenerator<RawRow> {
  const parser = parse({
    bom: true,
    delimiter: form.delimiter,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: false,
    maxRecordSize: MAX_ROW_LENGTH,
  })
  const bytes = createReadStream(path)
  const text = form.encoding === 'utf-8' ? bytes : Readable.from(decoded(bytes, form.encoding))
  // A fault on the way ends the parser with it, and so reaches the loop below.
  pipeline(text, parser, () => undefined)
  let number = 0
  try {
    for await (const cells of parser) yield { number: ++number, cells: cells as string[] }
  } catch (error) {
    if (error instanceof CsvError) {
      throw new FileFault(
        'csv-quotes',
        `${file} cannot be read after row ${number}: what follows is no row of a list, most likely because a quotation mark is opened there and never closed`,
        { cause: error },
      )
    }
    throw error
  } finally {
    parser.destroy()
  }
}

async function* decoded(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}
