import { expect, test } from 'vitest'
import { shiftMonth } from '../../platform/day.ts'
import { seriesOf } from '../../measures/catalogue/catalogue.ts'
import type { Point, SeriesDefinition } from '../../measures/figures/figure.ts'
import { pLimits } from './limits.ts'
import { USUAL_RUNS } from './run-rules.ts'
import { describeChartRule } from './describe-rule.ts'
import { spc } from './spc.ts'
import { chartOf, spcOf, unsuitable } from './suitability.ts'

const inTime = seriesOf('as-completed-45wd')!

/** Months up to January 2015, each `met of all`. */
const pointsOf = (parts: readonly (readonly [met: number, all: number])[]): Point[] =>
  parts.map(([numerator, denominator], at) => ({
    period: shiftMonth('2015-01', at - parts.length + 1),
    split: null,
    numerator,
    denominator,
    value: denominator === 0 ? null : (100 * numerator) / denominator,
    provisional: false,
  }))
const times = <T>(many: number, ...each: T[]): T[] => Array.from({ length: many }, () => each).flat()

test('a p-chart’s limits are three standard errors of each month’s own number', () => {
  // 90 of 100 in all. Of 40: 3 × √(90 × 10 / 40) = 14.23; of 10: 3 × √(90 × 10 / 10) = 28.46.
  const { limits, dispersion } = pLimits([90, 90, 90], [40, 50, 10], true)
  expect(limits.map(({ lower }) => Number(lower.toFixed(2)))).toEqual([75.77, 77.27, 61.54])
  expect(limits[0]!.centre).toBeCloseTo(90)
  expect(dispersion).toBe(1)
})

test('where months differ by more than chance, a p-chart’s limits are that many times wider, and it says so', () => {
  // Of 100, shares of 40 and 60: one standard error is 5, so each month is 4 from the next: 4 / 1.128 = 3.55 times chance.
  const found = spc(times(6, 40, 60), { polarity: 'higher', denominators: times(12, 100) })
  expect(found.dispersion).toBeCloseTo(3.546, 3)
  expect(found.upper).toBeCloseTo(50 + 3 * 5 * 3.546, 1)
  expect(describeChartRule(found)).toContain(
    'Months differ 3.5 times as much as chance alone would make them',
  )
  const even = spc(times(6, 49, 51), { polarity: 'higher', denominators: times(12, 100) })
  expect(even.upper).toBeCloseTo(65)
  expect(describeChartRule(even)).toContain('no more than chance alone')
})

test('a share of few or of very unequal numbers has a p-chart, and anything else an XmR chart', () => {
  expect(chartOf(inTime, pointsOf(times(12, [40, 49])))).toBe('p')
  expect(chartOf(inTime, pointsOf(times(12, [600, 700])))).toBe('xmr')
  expect(chartOf(inTime, pointsOf([...times(11, [600, 700] as const), [250, 300]]))).toBe('p')
  expect(chartOf(seriesOf('fd-referrals')!, pointsOf(times(12, [40, 49])))).toBe('xmr')
})

test('one small month on a p-chart is judged by its own number', () => {
  // 6 of 10 is far below 90%, and ten cases swing that far; 24 of 40 is as far below, and forty do not.
  const before = times(11, [36, 40] as const)
  expect(spcOf(inTime, pointsOf([...before, [7, 10]]), null).rule).toBeNull()
  expect(spcOf(inTime, pointsOf([...before, [27, 40]]), null).rule).toBe('outside')
})

test('a month of nobody has no limits and takes none away', () => {
  const found = spcOf(
    inTime,
    pointsOf([...times(6, [36, 40] as const), [0, 0], ...times(6, [36, 40] as const)]),
    null,
  )
  expect(found).toMatchObject({ points: 12, chart: 'p', trial: false })
  expect(found.limits[6]).toBeNull()
})

test('limits do not apply where the definition says so, to few, nor to a share that is pinned', () => {
  const rolling: SeriesDefinition = { ...inTime, noLimits: 'each point shares eleven months with the next' }
  const points = pointsOf(times(12, [600, 700]))
  expect(unsuitable(rolling, points)).toBe(
    'Limits do not apply: each point shares eleven months with the next',
  )
  expect(spcOf(rolling, points, 90)).toMatchObject({ applies: false, assurance: 'none', variation: 'none' })
  expect(unsuitable(inTime, pointsOf(times(12, [2, 10])))).toMatch(/^Numbers this small/)
  expect(unsuitable(inTime, pointsOf(times(12, [993, 1000])))).toBe(
    'So close to 100% that there are no limits',
  )
  expect(unsuitable(inTime, pointsOf(times(12, [39, 40])))).toBe('So close to 100% that there are no limits')
  expect(unsuitable(inTime, pointsOf([...times(7, [0, 40] as const), ...times(5, [9, 40] as const)]))).toBe(
    'So close to 0% that there are no limits',
  )
  expect(unsuitable(inTime, pointsOf(times(12, [36, 40])))).toBeNull()
})

test('a named cause parts the limits, and each side has its own', () => {
  const values = [...times(6, 50, 54), ...times(6, 70, 74)]
  const whole = spc(values, { polarity: 'higher' })
  expect(whole.variation).toBe('improving')
  const parted = spc(values, { polarity: 'higher', breaks: [{ at: 12, cause: 'New form' }] })
  expect(parted).toMatchObject({ variation: 'common', points: 12, centre: 72, trial: false })
  expect(parted.limits[11]!.centre).toBe(52)
  expect(parted.limits[12]!.centre).toBe(72)
  expect(parted.signals.every((signal) => signal === null)).toBe(true)
  expect(describeChartRule(parted)).toContain(
    'Limits start anew where a cause is named, last for “New form”.',
  )
})

test('soon after a named cause there is no verdict yet, then trial limits', () => {
  const values = [...times(6, 50, 54), 70, 74, 71]
  const early = spc(values, { polarity: 'higher', target: 90, breaks: [{ at: 12, cause: 'New form' }] })
  expect(early).toMatchObject({ points: 3, trial: true, variation: 'none', assurance: 'none' })
  const first = spc(values, { polarity: 'higher', breaks: [{ at: 14, cause: 'New form' }] })
  expect(first).toMatchObject({ points: 1, centre: null })
})

test('a break before the first month or after the last parts nothing', () => {
  const breaks = [0, 13].map((at) => ({ at, cause: 'Nothing' }))
  expect(spc(times(6, 50, 54), { polarity: 'higher', breaks }).breaks).toEqual([])
})

test('a later version of a definition parts the limits where it starts', () => {
  const second: SeriesDefinition = { ...inTime, version: '2', versionFrom: '2014-09-01' }
  const found = spcOf(second, pointsOf(times(12, [600, 700], [610, 700])), null)
  expect(found.breaks).toEqual([{ at: 19, cause: 'Definition changed to version 2' }])
  expect(spcOf(inTime, pointsOf(times(12, [600, 700])), null).breaks).toEqual([])
})

test('the length of a run is the council’s own, and is printed', () => {
  const wide = times(6, 60, 40)
  const six = [...wide, 52, 53, 52, 53, 52, 53]
  expect(spc(six, { polarity: 'higher' }).rule).toBeNull()
  const found = spc(six, { polarity: 'higher', runLengths: { shift: 6, trend: 7 } })
  expect(found).toMatchObject({ rule: 'shift', run: 6 })
  expect(describeChartRule(found)).toContain('6 on one side of the average, 7 running up or down')
  const rising = [...wide, 40, 44, 46, 48, 49, 49.5]
  expect(spc(rising, { polarity: 'higher', runLengths: { ...USUAL_RUNS, trend: 6 } }).rule).toBe('trend')
})
