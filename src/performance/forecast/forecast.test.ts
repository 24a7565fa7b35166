import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shiftMonth, type Month } from '../../platform/day.ts'
import type { Point } from '../../measures/figures/figure.ts'
import { forecast, type Forecast, type ForecastOf } from './forecast.ts'

const FIRST: Month = '2013-01'
const share = { kind: 'rate', unit: '%', polarity: 'higher', noLimits: null } as const
const count = { kind: 'count', unit: 'children', polarity: 'lower', noLimits: null } as const

/** Months of a share of `of` children each. */
const shares = (met: readonly number[], of = 200, first = FIRST): Point[] =>
  met.map((numerator, at) => ({
    period: shiftMonth(first, at),
    split: null,
    numerator,
    denominator: of,
    value: Math.round((10_000 * numerator) / of) / 100,
    provisional: false,
  }))

const counts = (values: readonly number[]): Point[] =>
  values.map((value, at) => ({
    period: shiftMonth(FIRST, at),
    split: null,
    numerator: value,
    denominator: null,
    value,
    provisional: false,
  }))

/** Up and down by so much, the same each time, and no month like the next. */
const shaken = (length: number, size: number) =>
  Array.from({ length }, (_, at) => size * [0.9, -1.1, 0.2, 1.3, -0.7, -0.6][at % 6]!)

/** 24 months from 100 of 200 upwards by 2 a month: one point a month, about a level of 73.5% at the end. */
const rising = shares(shaken(24, 4).map((by, at) => Math.round(100 + 2 * at + by)))

const asked = (more: Partial<ForecastOf>): ForecastOf => ({
  series: share,
  points: rising,
  target: 85,
  targetBy: null,
  ...more,
})
const why = (found: Forecast) => (found.state === 'none' ? found.why : found.state)

test('a steady rise reaches the target when the line does, and the range lies about that month', () => {
  const found = forecast(asked({ targetBy: '2015-06-30' }))
  // From 72.5% in December 2014 by one point a month, 85% is 12 or 13 months away, and a little more: a share gains
  // fewer points as it nears 100.
  expect(found.state).toBe('date')
  if (found.state !== 'date') return
  expect(found.rate).toMatchObject({ from: '2013-01', to: '2014-12', months: 24 })
  expect(found.rate.perMonth).toBeCloseTo(1, 0)
  expect(found.likely! >= '2016-01' && found.likely! <= '2016-06').toBe(true)
  expect(found.earliest <= found.likely!).toBe(true)
  expect(found.latest! >= found.likely!).toBe(true)
  // Six months to June 2015 for about 12.5 points: nearly two a month, and hardly any future is so quick.
  expect(found.rate.needed).toBeCloseTo((85 - found.rate.level) / 6, 6)
  expect(found.chance).toBeLessThan(0.1)
})

test('the same months say the same tomorrow', () => {
  expect(forecast(asked({}))).toEqual(forecast(asked({})))
})

test('a stable series has no date, and it says so', () => {
  const steady = shares(shaken(24, 6).map((by) => Math.round(160 + by)))
  expect(why(forecast(asked({ points: steady, target: 90 })))).toBe('stable')
})

test('too few settled months have no date: one that is provisional is not settled', () => {
  expect(why(forecast(asked({ points: rising.slice(0, 11) })))).toBe('short')
  const unsettled = rising.slice(0, 12).map((point, at) => ({ ...point, provisional: at === 11 }))
  expect(forecast(asked({ points: unsettled }))).toMatchObject({ why: 'short', months: 11 })
})

test('a series that started anew within the year has no date yet, and later is judged from there', () => {
  expect(forecast(asked({ startsAnew: ['2014-06'] }))).toMatchObject({
    why: 'started-anew',
    turnedIn: '2014-06',
  })
  const found = forecast(asked({ startsAnew: ['2013-07'] }))
  expect(found.state === 'none' ? null : found.rate.from).toBe('2013-07')
})

test('a series that moved in one step has no rate, and it says when it moved', () => {
  const stepped = shares(shaken(24, 4).map((by, at) => Math.round((at < 12 ? 110 : 150) + by)))
  const found = forecast(asked({ points: stepped, target: 90 }))
  expect(found).toMatchObject({ state: 'none', why: 'changed' })
  expect(found.state === 'none' && found.turnedIn).toBe('2014-01')
})

test('a series that rose and stopped has no rate either', () => {
  const bent = shares(shaken(24, 3).map((by, at) => Math.round(100 + 6 * Math.min(at, 10) + by)))
  expect(why(forecast(asked({ points: bent, target: 95 })))).toBe('changed')
})

test('a target that is met, one that is moved away from, and one without a better way have no date', () => {
  expect(why(forecast(asked({ target: 60 })))).toBe('met')
  expect(why(forecast(asked({ series: { ...share, polarity: 'lower' }, target: 40 })))).toBe('away')
  expect(why(forecast(asked({ series: { ...share, polarity: 'neutral' } })))).toBe('neither-better')
  expect(why(forecast(asked({ target: null })))).toBe('no-target')
  expect(why(forecast(asked({ series: { ...share, noLimits: 'rolling years' } })))).toBe('overlapping')
})

test('shares of which hardly any are met, and small counts, have no date', () => {
  expect(why(forecast(asked({ points: shares(Array.from({ length: 24 }, (_, at) => at % 3)) })))).toBe('few')
  expect(
    why(
      forecast(
        asked({ series: count, points: counts(Array.from({ length: 24 }, (_, at) => at % 4)), target: 0 }),
      ),
    ),
  ).toBe('few')
})

test('a falling count has a date, and no future falls below nothing', () => {
  const falling = counts(shaken(24, 5).map((by, at) => Math.round(200 - 5 * at + by)))
  const found = forecast(asked({ series: count, points: falling, target: 50 }))
  expect(found.state).toBe('date')
  if (found.state === 'date') expect(found.fan.every(({ low }) => low >= 0)).toBe(true)
})

test('a target too far for the rate is beyond the horizon', () => {
  const slow = shares(
    shaken(24, 1).map((by, at) => Math.round(400 + 2 * at + by)),
    1000,
  )
  expect(forecast(asked({ points: slow, target: 95 })).state).toBe('beyond')
})

const anyShares = fc
  .record({
    start: fc.integer({ min: 10, max: 180 }),
    rise: fc.double({ min: -6, max: 6, noNaN: true }),
    noise: fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 24, maxLength: 24 }),
  })
  .map(({ start, rise, noise }) =>
    shares(noise.map((by, at) => Math.min(200, Math.max(0, Math.round(start + rise * at + by))))),
  )

test('whatever the months, a range is in order, in the future, and no share leaves 0 to 100', () => {
  fc.assert(
    fc.property(anyShares, fc.double({ min: 0, max: 100, noNaN: true }), (points, target) => {
      const found = forecast(asked({ points, target, targetBy: '2015-12-31' }))
      if (found.state === 'none') return
      expect(
        found.fan.every(
          ({ low, middle, high }) => low >= 0 && low <= middle && middle <= high && high <= 100,
        ),
      ).toBe(true)
      expect(found.chance).toBeGreaterThanOrEqual(0)
      expect(found.chance).toBeLessThanOrEqual(1)
      if (found.state !== 'date') return
      expect(found.earliest > found.rate.to).toBe(true)
      if (found.likely) expect(found.earliest <= found.likely).toBe(true)
      if (found.latest) expect(found.likely! <= found.latest).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('turned upside down, a share that is better lower has the dates of one that is better higher', () => {
  fc.assert(
    fc.property(anyShares, fc.integer({ min: 5, max: 95 }), (points, target) => {
      const over = points.map((point) => ({
        ...point,
        numerator: 200 - point.numerator!,
        value: 100 - point.value!,
      }))
      const up = forecast(asked({ points, target }))
      const down = forecast(
        asked({ series: { ...share, polarity: 'lower' }, points: over, target: 100 - target }),
      )
      expect(why(down)).toBe(why(up))
    }),
    { numRuns: 100 },
  )
})

test('a target further off is never met sooner', () => {
  fc.assert(
    fc.property(anyShares, fc.integer({ min: 20, max: 90 }), (points, target) => {
      const near = forecast(asked({ points, target }))
      const far = forecast(asked({ points, target: target + 5 }))
      if (near.state === 'date' && far.state === 'date') expect(far.earliest >= near.earliest).toBe(true)
    }),
    { numRuns: 100 },
  )
})
