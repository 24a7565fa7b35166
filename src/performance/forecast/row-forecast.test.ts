import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shiftMonth } from '../../platform/day.ts'
import { seriesOf, type Point } from '../../measures/index.ts'
import { sentenceOf } from '../spc/sentence.ts'
import { spcOf } from '../spc/suitability.ts'
import { meetingOf } from '../tracker/verdict.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { describeForecast } from './describe-forecast.ts'
import { forecastOfRow } from './row-forecast.ts'

const series = seriesOf('as-completed-45wd')!

/** All that the pages say of one measure: the chart's sentence, the answer for its target, and the forecast. */
function saidOf(values: readonly number[], target: number) {
  const points = values.map((value, at): Point => ({
    period: shiftMonth('2015-01', at - values.length + 1),
    split: null,
    numerator: Math.round(value * 5),
    denominator: 500,
    value,
    provisional: false,
  }))
  const latest = points.at(-1)!
  const spc = spcOf(series, points, target)
  const row = {
    series,
    points,
    counted: points,
    target,
    targetBy: null,
    spc,
    latest,
  } as unknown as TrackerRow
  const facts = { series, points, latest, spc, target, per10k: null, available: true, why: null }
  return {
    spc,
    sentence: sentenceOf(facts),
    meeting: meetingOf(series, spc, target, latest),
    forecast: describeForecast(forecastOfRow(row), { series, target, targetBy: null, spc }).answer,
  }
}

test('a figure with no real change that stays below its target has no date for it', () => {
  // A slow rise that the chart takes for chance and a line does not.
  const slow = [
    62, 58, 63, 59, 64, 60, 63, 61, 65, 60, 66, 61, 64, 62, 66, 61, 67, 62, 65, 63, 67, 62, 66, 64,
  ]
  const { spc, sentence, forecast } = saidOf(slow, 90)
  expect(spc.variation).toBe('common')
  expect(sentence).toBe('No real change. It will stay below 90% unless the way of working changes.')
  expect(forecast).toMatch(/^No date can be given: the figure is steady/)
})

test('a figure that improves and misses its target says so before the month in which it may meet it', () => {
  const rising = Array.from({ length: 24 }, (_, at) => 50 + at + [1, -1, 0, 2, -2][at % 5]!)
  const { sentence, meeting, forecast } = saidOf(rising, 90)
  expect(meeting).toBe('will-miss')
  expect(sentence).toMatch(/It will still miss 90% unless it goes on improving\.$/)
  expect(forecast).toMatch(
    /^It will miss 90% as it is now\. If the recent rate goes on, it is likely to meet it in /,
  )
})

test('whatever the months are, the sentence, the answer and the forecast of one measure agree', () => {
  const months = fc
    .record({
      start: fc.integer({ min: 30, max: 80 }),
      slope: fc.double({ min: -1, max: 1, noNaN: true }),
      noise: fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 24, maxLength: 24 }),
    })
    .map(({ start, slope, noise }) =>
      noise.map((by, at) => Math.min(99, Math.max(1, Math.round(start + slope * at + by)))),
    )
  fc.assert(
    fc.property(months, fc.integer({ min: 20, max: 95 }), (values, target) => {
      const { spc, sentence, meeting, forecast } = saidOf(values, target)
      const promises = /likely to be met|every month will meet|already meets/.test(forecast)
      if (meeting === 'will-miss') expect(promises, forecast).toBe(false)
      if (/No real change|^Steady/.test(sentence)) {
        expect(forecast).not.toMatch(
          /at the recent rate|recent rate goes on|changed direction|getting worse/i,
        )
      }
      if (spc.variation === 'improving')
        expect(forecast).not.toMatch(/figure is steady|moving away|getting worse/)
      if (spc.variation === 'worsening') expect(forecast).not.toMatch(/likely to|for the better/)
      if (meeting === 'will-meet') expect(forecast).not.toMatch(/will miss|not moving towards|not be met/)
    }),
    { numRuns: 60 },
  )
})
