import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineEndOf } from './csv-form.ts'
import { CsvRecords, type CutRecords } from './csv-records.ts'

function cutIn(pieces: readonly string[], lineEnd: string): CutRecords {
  const text = new CsvRecords({ encoding: 'utf-8', delimiter: ',', lineEnd, isRegular: true })
  const all: CutRecords = { records: [], fault: null }
  for (const { records, fault } of [...pieces.map((piece) => text.take(piece)), text.end()]) {
    all.records.push(...records)
    all.fault ??= fault
  }
  return all
}

/** What the library makes of the whole text at once; null when it can make nothing of it. */
function whole(text: string, lineEnd: string): string[][] | null {
  try {
    return parse(text, { recordDelimiter: lineEnd, relaxColumnCount: true, relaxQuotes: true })
  } catch {
    return null
  }
}

test('however it comes in pieces, a text has the records that the library finds in the whole', () => {
  const anyText = fc
    .array(fc.constantFrom('a', 'bc', ',', ',', '"', '""', '"d"', '\n', '\n', '\r\n', '\r', ' '), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''))
  const anyCuts = fc.array(fc.nat(60), { maxLength: 5 })
  fc.assert(
    fc.property(anyText, anyCuts, fc.constantFrom('\n', '\r\n', '\r'), (text, cuts, lineEnd) => {
      const at = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length]
      const pieces = at.slice(1).map((end, index) => text.slice(at[index], end))
      const { records, fault } = cutIn(pieces, lineEnd)
      const expected = whole(text, lineEnd)
      if (expected === null) expect(fault).not.toBeNull()
      else expect({ records, fault }).toEqual({ records: expected, fault: null })
    }),
    { numRuns: 2000 },
  )
})

test('a cell may go over several lines, some of which hold no quotation mark', () => {
  const { records } = cutIn(['1,plain\n2,"first\nsec', 'ond, third\nfourth"\n3,plain\n'], '\n')
  expect(records).toEqual([
    ['1', 'plain'],
    ['2', 'first\nsecond, third\nfourth'],
    ['3', 'plain'],
  ])
})

test('the rows before a quotation mark that is never closed are still read', () => {
  const { records, fault } = cutIn(['1,a\n2,b\n3,"c\n', '4,d\n'], '\n')
  expect(records).toEqual([
    ['1', 'a'],
    ['2', 'b'],
  ])
  expect(fault).toMatchObject({ code: 'CSV_QUOTE_NOT_CLOSED' })
})

test('a line that is longer than any record is a fault, with quotation marks or without', () => {
  expect(cutIn(['1,a\n', 'x'.repeat(300_000)], '\n').fault).not.toBeNull()
  expect(cutIn(['1,a\n', 'x'.repeat(300_000), '\n'], '\n').fault).not.toBeNull()
  expect(cutIn(['1,a\n2,"', ...Array<string>(30).fill(`${'x'.repeat(9999)}\n`)], '\n').fault).not.toBeNull()
})

test('the line end is found from the first line, whatever is in its cells', () => {
  expect(lineEndOf('a,b\r\nc,d\n')).toBe('\r\n')
  expect(lineEndOf('"a\r\nb",c\nd,e\n')).toBe('\n')
  expect(lineEndOf('a,b\rc,d\r')).toBe('\r')
  expect(lineEndOf('a,b')).toBe('\n')
})
