import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spc } from './spc.ts'

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100)
const limits = (values: readonly number[], screen = true) => {
  const { centre, lower, upper } = spc(values, { polarity: 'higher', screen })
  return [rounded(centre), rounded(lower), rounded(upper)]
}
const oneToTen = Array.from({ length: 10 }, (_, at) => at + 1)
const withASpike = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]

test('limits stand 2.66 mean moving ranges from the mean', () => {
  // Every moving range is 1: 5.5 less and plus 2.66.
  expect(limits(oneToTen)).toEqual([5.5, 2.84, 8.16])
})

test('moving ranges at or over 3.267 times their mean are screened out, once', () => {
  expect(limits(withASpike)).toEqual([1.94, -0.72, 4.6])
  expect(limits(withASpike, false)).toEqual([1.94, -3.06, 6.95])
})

test('fewer than 12 points have trial limits, and fewer than 6 no verdict', () => {
  expect(spc(oneToTen, { polarity: 'higher' }).trial).toBe(true)
  expect(spc(withASpike, { polarity: 'higher' }).trial).toBe(false)
  const early = spc([1, 2, 3, 2], { polarity: 'higher', target: 2 })
  expect(early).toMatchObject({ variation: 'none', assurance: 'none', trial: true, points: 4, centre: 2 })
  expect(early.why).not.toBeNull()
  expect(spc([4], { polarity: 'higher' })).toMatchObject({ centre: null, lower: null, upper: null })
})

const steady = [50, 52, 49, 51, 50, 48, 52, 50, 49, 51, 50, 52]

test('a point outside a limit is a signal, better or worse by which way is better', () => {
  const last = [...steady, 70]
  expect(spc(last, { polarity: 'higher' })).toMatchObject({
    rule: 'outside',
    variation: 'improving',
    direction: 'up',
  })
  expect(spc(last, { polarity: 'lower' })).toMatchObject({ rule: 'outside', variation: 'worsening' })
  expect(spc(last, { polarity: 'neutral' })).toMatchObject({ rule: 'outside', variation: 'higher' })
  expect(spc([...steady, 30], { polarity: 'neutral' })).toMatchObject({
    variation: 'lower',
    direction: 'down',
  })
})

test('seven points on one side of the mean are a shift; six are not', () => {
  // Twelve months about 50 and then about 53: the mean lies between, so every later point is above it.
  const before = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51, 49]
  const shifted = spc([...before, 52, 53, 52, 53, 52, 53, 52], { polarity: 'higher' })
  expect(shifted).toMatchObject({ variation: 'improving' })
  expect(shifted.signals.slice(-7).every((signal) => signal?.direction === 'up')).toBe(true)
  const wide = [60, 40, 60, 40, 60, 40, 60, 40, 60, 40, 60, 40]
  expect(spc([...wide, 52, 53, 52, 53, 52, 53], { polarity: 'higher' }).rule).toBeNull()
  expect(spc([...wide, 52, 53, 52, 53, 52, 53, 52], { polarity: 'higher' })).toMatchObject({
    rule: 'shift',
    run: 7,
  })
})

test('seven points running up are a trend, whichever side of the mean they are on', () => {
  const wide = [40, 60, 40, 60, 40, 60, 40, 60, 40, 60, 40, 60, 40]
  expect(spc([...wide, 44, 46, 48, 50, 52], { polarity: 'lower' }).rule).toBeNull()
  expect(spc([...wide, 44, 46, 48, 50, 52, 54], { polarity: 'lower' })).toMatchObject({
    rule: 'trend',
    variation: 'worsening',
    run: 7,
  })
})

test('two of three points in the same outer third are a signal, when all three are on that side of the mean', () => {
  const narrow = [48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52]
  // Mean 51.7, mean moving range 5.3: the upper limit is 65.7 and the outer third starts at 61.
  expect(spc([...narrow, 63, 53, 63], { polarity: 'higher' })).toMatchObject({
    rule: 'two-of-three',
    direction: 'up',
  })
  expect(spc([...narrow, 63, 50, 63], { polarity: 'higher' }).rule).toBeNull()
  expect(spc([...narrow, 50, 50, 63], { polarity: 'higher' }).rule).not.toBe('two-of-three')
})

test('when two rules hold at the last point a trend marks it, and the shift is kept beside it', () => {
  const wide = [40, 60, 40, 60, 40, 60, 40, 60, 40, 60, 40, 60, 40, 60]
  const found = spc([...wide, 62, 61, 60, 59, 58, 57, 56], { polarity: 'higher' })
  expect(found).toMatchObject({ rule: 'trend', direction: 'down', run: 7, variation: 'worsening' })
  expect(found.others).toEqual([{ rule: 'shift', direction: 'up', run: 8 }])
})

test('two of three is named before a shift, as the package has it', () => {
  const narrow = [48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52]
  const found = spc([...narrow, 54, 53, 54, 53, 54, 59, 59], { polarity: 'higher' })
  expect([found.rule, ...found.others.map(({ rule }) => rule)]).toEqual(['two-of-three', 'shift'])
})

test('values that differ by rounding alone are equal: they neither rise nor lie on a side of the mean', () => {
  const drift = Array.from({ length: 12 }, (_, at) => 0.3 + at * 4e-17 * 3)
  expect(spc([...drift.slice(0, 5), 0.1 + 0.2, ...drift.slice(5)], { polarity: 'higher' }).rule).toBeNull()
  const wide = [0.2, 0.4, 0.2, 0.4, 0.2, 0.4, 0.2, 0.4, 0.2, 0.4, 0.2, 0.4]
  const equal = [0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2, 0.3]
  expect(spc([...wide, ...equal], { polarity: 'higher' })).toMatchObject({ rule: null, run: 0 })
  expect(spc([...wide, ...equal], { polarity: 'higher' }).signals.every((signal) => signal === null)).toBe(
    true,
  )
})

test('a signal that ended before the last point is marked, and is no verdict on the last', () => {
  const found = spc([...steady.slice(0, 6), 70, ...steady.slice(6)], { polarity: 'higher' })
  expect(found.signals[6]).toEqual({ rule: 'outside', direction: 'up' })
  expect(found).toMatchObject({ variation: 'common', rule: null, run: 0 })
})

test('a target beyond the limits is always passed or always failed; one between them is luck', () => {
  const assurance = (target: number, polarity: 'higher' | 'lower' | 'neutral') =>
    spc(steady, { polarity, target }).assurance
  expect([assurance(20, 'higher'), assurance(50, 'higher'), assurance(90, 'higher')]).toEqual([
    'passes',
    'inconsistent',
    'fails',
  ])
  expect([assurance(20, 'lower'), assurance(50, 'lower'), assurance(90, 'lower')]).toEqual([
    'fails',
    'inconsistent',
    'passes',
  ])
  expect(assurance(20, 'neutral')).toBe('none')
  expect(spc(steady, { polarity: 'higher' }).assurance).toBe('none')
})

test('a month without a figure is passed over', () => {
  const gap = spc([...steady.slice(0, 4), null, ...steady.slice(4)], { polarity: 'higher' })
  expect(gap).toMatchObject({ points: 12, trial: false })
  expect(gap.signals).toHaveLength(13)
})

test('where limits do not apply there is no verdict, and it says why', () => {
  const found = spc(steady, { polarity: 'higher', target: 90, unsuitable: 'Numbers too small' })
  expect(found).toMatchObject({
    variation: 'none',
    assurance: 'none',
    centre: null,
    why: 'Numbers too small',
  })
})

test('turning a series upside down turns its verdict', () => {
  const opposite = { up: 'down', down: 'up' } as const
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 6, maxLength: 30 }), (values) => {
      const up = spc(values, { polarity: 'higher' })
      const down = spc(
        values.map((value) => -value),
        { polarity: 'higher' },
      )
      expect(down.rule).toBe(up.rule)
      expect(down.direction).toBe(up.direction && opposite[up.direction])
    }),
  )
})

test('nor are limits of next to no width, in which the months as they always were lie outside', () => {
  const found = spc([29, 30, 30, 30, 30, 30, 12], { polarity: 'neutral' })
  expect(found).toMatchObject({ variation: 'none', applies: false, lower: null, upper: null })
  expect(found.why).toBe('The figure has hardly moved before, so it has no usual range')
})

test('a figure that stood still for long and has moved month by month since has its verdict', () => {
  const before = [10, 10, 10, 10, 10, 10, 10, 7.5, 7.5, 7.5, 7.5, 7.5, 7.5, 10, 10, 10, 10, 10]
  const found = spc([...before, 23.4, 20.41, 24, 25.49], { polarity: 'lower' })
  expect(found).toMatchObject({ variation: 'worsening', rule: 'outside', applies: true })
})

test('limits of no width are no limits: a figure that has hardly moved has no verdict', () => {
  const found = spc([20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 19, 20], { polarity: 'neutral' })
  expect(found).toMatchObject({ variation: 'none', applies: false, lower: null, upper: null })
  expect(found.why).toBe('The figure has hardly moved before, so it has no usual range')
  expect(found.signals.every((signal) => signal === null)).toBe(true)
})
