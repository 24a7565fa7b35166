import { expect, test } from 'vitest'
import { unseenSpellings } from '../../../tests/support/unseen-spellings.ts'
import { codeSetOf } from '../../standards/code-sets.ts'
import { matchCode } from './code-match.ts'

const readAs = (set: string, text: string): string | null =>
  matchCode(codeSetOf(set), text)?.code.code ?? null

test('of spellings that nobody has seen before nearly all are read, and next to none as another code', () => {
  const unseen = unseenSpellings()
  const readings = unseen.map(({ set, text, codes }) => ({ read: readAs(set, text), codes }))
  const right = readings.filter(({ read, codes }) => read !== null && codes.includes(read)).length
  const wrong = readings.filter(({ read, codes }) => read !== null && !codes.includes(read)).length
  expect(unseen.length).toBeGreaterThan(10_000)
  expect(right / unseen.length).toBeGreaterThan(0.97)
  expect(wrong / unseen.length).toBeLessThan(0.002)
})

test.each([
  ['ethnicity', 'White Brtiish', 'WBRI'],
  ['ethnicity', 'British, White', 'WBRI'],
  ['category_of_abuse', 'NEG. Neglect', 'NEG'],
  ['category_of_abuse', 'Neglect NEG', 'NEG'],
  ['legal_status', 'Intrim care order', 'C1'],
  ['reason_ceased_looked_after', 'Adopted – consent dispens', 'E12'],
  ['contact_source', 'HEALTH SERVICES – school ', '3C'],
  ['reason_for_closure', 'Case closed after Assmt, no further action', 'RC8'],
])('in %s "%s" is %s', (set, text, code) => {
  expect(readAs(set, text)).toBe(code)
})

test.each([
  ['placement_type', 'Placed for adoption with parental/guardian cons'],
  ['placement_type', 'Placed for adoption with...'],
])('in %s "%s" begins the words of two codes and is neither', (set, text) => {
  expect(readAs(set, text)).toBeNull()
})

test('a slip of the last letter is another word, and a slip makes no negation and takes none away', () => {
  expect(readAs('reason_ceased_looked_after', 'Adopter')).toBeNull()
  expect(readAs('suitability', 'Unsuitabel')).not.toBe('yes')
  expect(readAs('suitability', 'Not suitabel')).not.toBe('yes')
  expect(readAs('suitability', 'nto suitable')).not.toBe('yes')
})
