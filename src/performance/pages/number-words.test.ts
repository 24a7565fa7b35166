import { expect, test } from 'vitest'
import { formatCount } from '../../platform/words.ts'
import { countInWords, oneIn } from './number-words.ts'

test('a share is said as people say it', () => {
  expect(oneIn(0.155)).toBe('nearly one in six')
  expect(oneIn(1 / 6)).toBe('one in six')
  expect(oneIn(0.236)).toBe('nearly one in four')
  expect(oneIn(0.281)).toBe('more than one in four')
})

test('a share that has no such words is left to figures', () => {
  expect(oneIn(0.01)).toBeNull()
  expect(oneIn(0.8)).toBeNull()
})

test('small counts are words and large ones figures', () => {
  expect([0, 3, 12, 13, 1114].map(countInWords)).toEqual(['none', 'three', 'twelve', '13', '1,114'])
  expect(formatCount(1, 'child', 'children')).toBe('1 child')
})
