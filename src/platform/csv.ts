import { stringify } from 'csv-stringify/sync'
import { cellWritable } from './clean-text.ts'

export type CsvValue = string | number | boolean | null | undefined

/**
 * Text that a spreadsheet would run as a formula is given an apostrophe in front, so that opening an export
 * never runs anything. https://owasp.org/www-community/attacks/CSV_Injection
 */
const guarded = (value: CsvValue): CsvValue => {
  if (typeof value !== 'string') return value
  const text = cellWritable(value)
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** CSV with a header row, CRLF line ends and a byte-order mark, which Excel needs to read the pound sign right. */
export function toCsv(columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const cells = rows.map((row) =>
    row.map((value) => (value === true ? 'yes' : value === false ? 'no' : guarded(value))),
  )
  return stringify([columns.slice(), ...cells], {
    bom: true,
    record_delimiter: 'windows',
    // The library asks for its own line end alone.
    quoted_match: /[\r\n]/,
  })
}
