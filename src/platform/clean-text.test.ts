import { expect, test } from 'vitest'
import { unpacked, zipDirectory } from '../intake/reading/zip-directory.ts'
import { allWritable, cellWritable, writable } from './clean-text.ts'
import { toCsv } from './csv.ts'
import { writeWord } from './documents/word.ts'

test('what no document can hold is left out, and every other sign stays', () => {
  expect(writable('a\uFFFEb\uFFFFc\u0000d\u001Fe')).toBe('abcde')
  expect(writable('Zoë’s\tnote\nof 🎈')).toBe('Zoë’s\tnote\nof 🎈')
  expect(writable('half \uD83D of a sign')).toBe('half \uFFFD of a sign')
})

test('a text longer than a cell of Excel holds is cut, and says so', () => {
  expect(cellWritable('x'.repeat(32_767))).toHaveLength(32_767)
  const cut = cellWritable('x'.repeat(40_000))
  expect(cut).toHaveLength(32_767)
  expect(cut).toMatch(/cut here/)
  expect(toCsv(['note'], [['x'.repeat(40_000)]]).length).toBeLessThan(33_000)
})

test('a line break within a cell of a CSV file is in quotation marks', () => {
  expect(toCsv(['note'], [['one\ntwo']])).toContain('"one\ntwo"')
})

test('texts are found however deep they are, and bytes stay bytes', () => {
  const bytes = new Uint8Array([1, 2])
  expect(allWritable({ rows: [['a\uFFFE', { text: '\u0001b', bytes }]] })).toEqual({
    rows: [['a', { text: 'b', bytes }]],
  })
})

test('a Word document opens whatever is in its texts', async () => {
  const written = await writeWord({
    title: 'Plan\uFFFE',
    subject: 'Plan',
    author: 'Norchester',
    footer: 'Plan',
    blocks: [{ kind: 'heading', level: 1, text: 'One\uFFFE two\u0002' }],
  })
  const body = unpacked(written, zipDirectory(written)!.entries.get('word/document.xml')!)!.toString('utf8')
  expect(body).toContain('One two')
})
