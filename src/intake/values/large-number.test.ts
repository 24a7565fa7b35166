import { expect, test } from 'vitest'
import { readerOf } from './field-value.ts'

test.each([
  ['integer', '3000000000'],
  ['integer', 3e9],
  ['integer', '9'.repeat(400)],
  ['money', '12345678901234567890123.00'],
  ['money', 1e21],
  ['money', `(${'9'.repeat(23)})`],
  ['decimal', '9'.repeat(400)],
  ['decimal', 1e300],
] as const)('a number that no column of %s holds is unknown, and told: %s', (type, cell) => {
  expect(readerOf({ type, codeSet: null })(cell)).toMatchObject({
    value: null,
    finding: { severity: 'warning', code: 'number-too-large' },
  })
})

test('the largest numbers that a column holds are read', () => {
  expect(readerOf({ type: 'integer', codeSet: null })('2147483647').value).toBe(2_147_483_647)
  expect(readerOf({ type: 'money', codeSet: null })('-90000000000000.00').value).toBe(-9_000_000_000_000_000)
})
