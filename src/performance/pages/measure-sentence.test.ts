import { expect, test } from 'vitest'
import { seriesOf } from '../../measures/catalogue/catalogue.ts'
import { spcOf } from '../spc/suitability.ts'
import { NO_CHART_RULES } from '../spc/chart-rules.ts'
import type { Point } from '../../measures/figures/figure.ts'
import { measureSentence } from './measure-sentence.ts'

const series = seriesOf('as-completed-45wd')!
const sentenceOf = (latest: Point) =>
  measureSentence(
    {
      series,
      points: [latest],
      latest,
      spc: spcOf(series, [latest], null, NO_CHART_RULES),
      available: true,
      why: null,
    },
    'Too few to show outside the service.',
    [],
  )
const none: Point = {
  period: '2015-01',
  split: null,
  numerator: 0,
  denominator: 0,
  value: null,
  provisional: false,
}

test('a month without a case says that nobody was counted', () => {
  expect(sentenceOf(none).bold).toBe('No child was counted in January 2015.')
})

test('a month that is hidden from its reader says so, and never that nobody was counted', () => {
  expect(sentenceOf({ ...none, numerator: null, denominator: null, hidden: true })).toEqual({
    bold: 'January 2015 is not shown.',
    rest: 'Too few to show outside the service.',
  })
})
