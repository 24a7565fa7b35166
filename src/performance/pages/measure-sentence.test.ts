import { expect, test } from 'vitest'
import { seriesOf } from '../../measures/catalogue/catalogue.ts'
import { sentenceOf } from '../spc/sentence.ts'
import { spcOf } from '../spc/suitability.ts'
import { NO_CHART_RULES } from '../spc/chart-rules.ts'
import type { Point } from '../../measures/figures/figure.ts'
import { figureCaption, measureSentence } from './measure-sentence.ts'

const series = seriesOf('as-completed-45wd')!
const CHILDREN = { one: 'child', many: 'children' }
const pageSentence = (latest: Point) =>
  measureSentence(
    {
      series,
      points: [latest],
      latest,
      spc: spcOf(series, [latest], null, NO_CHART_RULES),
      available: true,
      why: null,
    },
    'Hidden: a small number could identify a child.',
    [],
    CHILDREN,
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
  expect(pageSentence(none).bold).toBe('No child was counted in January 2015.')
})

test('where records are counted, it speaks of them', () => {
  const state = {
    series: seriesOf('pl-evidence')!,
    points: [none],
    latest: none,
    spc: spcOf(seriesOf('pl-evidence')!, [none], null, NO_CHART_RULES),
    available: true,
    why: null,
  }
  expect(measureSentence(state, '', [], { one: 'action', many: 'actions' })).toEqual({
    bold: 'No action was counted in January 2015.',
    rest: 'With nothing counted there is no percentage.',
  })
})

test('a chart is headed by the last month that has a figure', () => {
  const december: Point = { ...none, period: '2014-12', numerator: 15, denominator: 20, value: 75 }
  const points = [december, none]
  const spc = spcOf(series, points, null, NO_CHART_RULES)
  const state = { series, points, latest: none, spc, available: true, why: null }
  expect(figureCaption(state, [])).toBe('75.0% in December')
})

test('a month that is hidden from its reader says so, and never that nobody was counted', () => {
  expect(pageSentence({ ...none, numerator: null, denominator: null, hidden: true })).toEqual({
    bold: 'January 2015 is not shown.',
    rest: 'Hidden: a small number could identify a child.',
  })
})

test('three of nine is no reason to act, and the page says so in numbers', () => {
  const few = { ...none, numerator: 3, denominator: 9, value: 33.3 }
  const points = ['2014-11', '2014-12', '2015-01'].map((period) => ({ ...few, period }) as Point)
  const spc = spcOf(series, points, 50, NO_CHART_RULES)
  const sentence = sentenceOf({
    series,
    points,
    latest: few,
    spc,
    target: 50,
    per10k: null,
    available: true,
    why: null,
  })
  expect(
    measureSentence({ series, points, latest: few, spc, available: true, why: null }, sentence, [], CHILDREN),
  ).toEqual({
    bold: '3 of 9 in January. Too few to say if this is a change.',
    rest: 'Numbers this small swing by chance, so there are no limits. Below the target of 50%.',
  })
})
