import { createReadStream } from 'node:fs'
import type { CsvForm } from './csv-form.ts'
import { CsvRecords, type CutRecords } from './csv-records.ts'
import { FileFault, type RawRow, type RawSheet } from './raw-sheet.ts'

/** A CSV file is one sheet, named after the file. Rows are read as they are asked for. */
export const csvSheet = (path: string, file: string, form: CsvForm): RawSheet => ({
  name: file.replace(/\.[^.]*$/, ''),
  inWorkbook: false,
  rows: rowsOf(path, file, form),
  formulas: new Map(),
})

async function* rowsOf(path: string, file: string, form: CsvForm): AsyncGenerator<RawRow[]> {
  let number = 0
  for await (const { records, fault } of cutRecords(path, form)) {
    yield records.map((cells) => ({ number: ++number, cells }))
    if (fault === null) continue
    throw new FileFault(
      'csv-quotes',
      `${file} cannot be read after row ${number}: what follows is no row of a list, most likely because a quotation mark is opened there and never closed`,
      { cause: fault },
    )
  }
}

async function* cutRecords(path: string, form: CsvForm): AsyncGenerator<CutRecords> {
  const decoder = new TextDecoder(form.encoding)
  const records = new CsvRecords(form)
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    yield records.take(decoder.decode(bytes, { stream: true }))
  }
  yield records.take(decoder.decode())
  yield records.end()
}
