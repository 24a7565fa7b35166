import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { CsvShape } from './csv-shape.ts'

function recordsIn(text: string, lineEnd = '\n', cuts: readonly number[] = []): number | null {
  const shape = new CsvShape({ delimiter: ',', lineEnd })
  const bytes = Buffer.from(text)
  const ends = [...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]
  let from = 0
  for (const end of ends) {
    shape.see(bytes.subarray(from, end))
    from = end
  }
  return shape.end()
}

test.each([
  ['lines', 'a,b\nc,d\n', '\n', 2],
  ['a last line without an end', 'a,b\nc,d', '\n', 2],
  ['two characters at the end of a line', 'a,b\r\nc,d\r\n', '\r\n', 2],
  ['quoted cells with the delimiter and quotation marks in them', '"a,""b""",c\n"",""""\n', '\n', 2],
  ['line breaks of any kind within quotation marks', '"a\nb\r\nc\rd",e\r\nf,g\r\n', '\r\n', 2],
  ['a byte-order mark before a quotation mark', '\ufeff"a",b\nc,d\n', '\n', 2],
  ['no text', '', '\n', 0],
])('%s are regular', (_, text, lineEnd, records) => {
  expect(recordsIn(text, lineEnd)).toBe(records)
})

test.each([
  ['a quotation mark within a cell', 'a"b,c\n', '\n'],
  ['text after a quoted cell', '"a"b,c\n', '\n'],
  ['space before a quotation mark', 'a, "b"\n', '\n'],
  ['a quotation mark that is never closed', 'a,"b\nc,d\n', '\n'],
  ['another line end', 'a,b\r\nc,d\n', '\r\n'],
  ['another line end of two characters', 'a,b\nc,d\r\n', '\n'],
  ['a return alone', 'a,b\rc\r\n', '\r\n'],
  ['a return at the end', 'a,b\r\nc\r', '\r\n'],
  ['returns for line ends', 'a,b\rc,d\r', '\r'],
  ['an empty line', 'a,b\n\nc,d\n', '\n'],
  ['an empty line at the end', 'a,b\r\n\r\n', '\r\n'],
  ['a zero byte', 'a,\0\n', '\n'],
  ['a zero byte within quotation marks', '"a\0",b\n', '\n'],
  ['a line that is too long', `a,b\n${'x'.repeat(270_000)}\nc,d\n`, '\n'],
  ['a last line that is too long', `a,b\n${'x'.repeat(270_000)}`, '\n'],
])('%s is not regular', (_, text, lineEnd) => {
  expect(recordsIn(text, lineEnd)).toBeNull()
})

test('however it comes in pieces, a regular text has as many records as the library finds, and no relaxing is needed', () => {
  const anyText = fc
    .array(fc.constantFrom('a', 'é', ',', ',', '"', '""', '"d"', '\n', '\n', '\r\n', '\r', ' '), {
      maxLength: 30,
    })
    .map((parts) => parts.join(''))
  const anyCuts = fc.array(fc.nat(60), { maxLength: 5 })
  fc.assert(
    fc.property(anyText, anyCuts, fc.constantFrom('\n', '\r\n'), (text, cuts, lineEnd) => {
      const records = recordsIn(text, lineEnd, cuts)
      expect(records).toBe(recordsIn(text, lineEnd))
      if (records === null) return
      const strict = { recordDelimiter: lineEnd, relaxColumnCount: true, relaxQuotes: false }
      expect(parse(text, strict)).toHaveLength(records)
    }),
    { numRuns: 3000 },
  )
})
