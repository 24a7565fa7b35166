import { isUtf8 } from 'node:buffer'
import { delimiterOf, lineEndOf, markedEncoding } from './csv-form.ts'
import { MixedRecords } from './mixed-records.ts'
import { FileFault } from './raw-sheet.ts'

/**
 * All rows of a small CSV file, in whatever encoding, line ends and separator a spreadsheet program saved it. Throws FileFault
 * when it is no text, or a quotation mark in it is never closed.
 */
export function csvRows(bytes: Uint8Array): string[][] {
  const content = Buffer.from(bytes)
  const encoding = markedEncoding(content) ?? (isUtf8(content) ? 'utf-8' : 'windows-1252')
  const text = new TextDecoder(encoding).decode(content)
  if (text.includes('\0')) throw new FileFault('file-kind', 'This is not a CSV file')
  const records = new MixedRecords({
    encoding,
    delimiter: delimiterOf(text),
    lineEnd: lineEndOf(text),
    isRegular: false,
  })
  const [some, rest] = [records.take(text), records.end()]
  const fault = some.fault ?? rest.fault
  if (fault !== null)
    throw new FileFault('csv-quotes', 'A quotation mark in the file is never closed', { cause: fault })
  return [...some.records, ...rest.records]
}
