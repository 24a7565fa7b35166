import type { CsvForm } from './csv-form.ts'
import { CsvRecords, TooLong, type CutRecords } from './csv-records.ts'
import { MixedRecords } from './mixed-records.ts'
import { FileFault, type RawRow, type RawSheet } from './raw-sheet.ts'

/** Excel's own limit: a row with more cells is of no list, and each of its cells would be asked whether it is a header. */
const MAX_COLUMNS = 16_384

/** A CSV file is one sheet, named after the file. Rows are read as they are asked for, from `pieces` of its bytes. */
export const csvSheet = (pieces: AsyncIterable<Buffer>, file: string, form: CsvForm): RawSheet => ({
  name: file.replace(/\.[^.]*$/, ''),
  inWorkbook: false,
  rows: rowsOf(pieces, file, form),
  formulas: new Map(),
})

async function* rowsOf(pieces: AsyncIterable<Buffer>, file: string, form: CsvForm): AsyncGenerator<RawRow[]> {
  let number = 0
  for await (const { records, fault } of cutRecords(pieces, form)) {
    const wide = records.findIndex((cells) => cells.length > MAX_COLUMNS)
    if (wide >= 0) throw tooLong(file, number + wide)
    yield records.map((cells) => ({ number: ++number, cells }))
    if (fault === null) continue
    if (fault instanceof TooLong) throw tooLong(file, number)
    throw new FileFault(
      'csv-quotes',
      `${file} cannot be read after row ${number}: what follows is no row of a list, most likely because a quotation mark is opened there and never closed`,
      { cause: fault },
    )
  }
}

const tooLong = (file: string, number: number): FileFault =>
  new FileFault(
    'row-too-long',
    `${file} cannot be read after row ${number}: the next row is far longer than any row of a list. Save the list again with only its own columns, each row on a line`,
  )

async function* cutRecords(pieces: AsyncIterable<Buffer>, form: CsvForm): AsyncGenerator<CutRecords> {
  const decoder = new TextDecoder(form.encoding)
  const records = form.isRegular ? new CsvRecords(form) : new MixedRecords(form)
  for await (const bytes of pieces) yield records.take(decoder.decode(bytes, { stream: true }))
  yield records.take(decoder.decode())
  yield records.end()
}
