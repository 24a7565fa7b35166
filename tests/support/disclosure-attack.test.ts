import { expect, test } from 'vitest'
import { givenAway, sumOf, type OutputCell, type OutputEquation } from './disclosure-attack.ts'

const shown = (count: number): OutputCell => ({ count, isShown: true, least: 1 })
const hidden = (count: number): OutputCell => ({ count, isShown: false, least: 1 })
const attack = (cells: Record<string, OutputCell>, ...sums: OutputEquation[]) =>
  givenAway(new Map(Object.entries(cells)), sums).sort()

const sum = sumOf('all', ['east', 'north', 'south'])

test('a small number alone in its sum is worked out, and two together are not', () => {
  expect(attack({ all: shown(35), east: shown(12), north: hidden(3), south: shown(20) }, sum)).toEqual([
    'north',
  ])
  expect(attack({ all: shown(35), east: hidden(12), north: hidden(3), south: shown(20) }, sum)).toEqual([])
})

test('a small total is worked out from parts that are all shown', () => {
  expect(attack({ all: hidden(3), east: shown(0), north: shown(3), south: shown(0) }, sum)).toEqual(['all'])
})

test('two counts that must be at least 1 are worked out where their sum is 2', () => {
  expect(attack({ all: shown(22), east: hidden(1), north: hidden(1), south: shown(20) }, sum)).toEqual([
    'east',
    'north',
  ])
})

test('sums that give nothing away by themselves are solved together', () => {
  // a + b, b + c and a + c are shown: each is then known, though two are hidden in every sum.
  const pairs = [sumOf('ab', ['a', 'b']), sumOf('bc', ['b', 'c']), sumOf('ac', ['a', 'c'])]
  const counts = { ab: shown(15), bc: shown(14), ac: shown(13), a: hidden(7), b: hidden(8), c: hidden(6) }
  expect(attack(counts, ...pairs)).toEqual([])
  const small = { ab: shown(7), bc: shown(24), ac: shown(23), a: hidden(3), b: hidden(4), c: hidden(20) }
  expect(attack(small, ...pairs)).toEqual(['a', 'b'])
})
