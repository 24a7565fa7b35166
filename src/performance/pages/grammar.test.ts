import { expect, test } from 'vitest'
import { grammarFaults } from '../../../tests/support/grammar.ts'
import { shiftMonth } from '../../platform/day.ts'
import {
  catalogue,
  formatWithUnit,
  unitAfter,
  type Point,
  type SeriesDefinition,
} from '../../measures/index.ts'
import { describeForecast } from '../forecast/describe-forecast.ts'
import { forecastOfRow } from '../forecast/row-forecast.ts'
import { describeChartRule } from '../spc/describe-rule.ts'
import { describeParts, sentenceOf } from '../spc/sentence.ts'
import { spcOf } from '../spc/suitability.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { formatParts, describeSeries } from './figure-view.ts'
import { figureCaption, measureSentence } from './measure-sentence.ts'

/** A month's two counts, or the one value; null where it is not known. */
type Shape = readonly [met: number | null, all: number | null]

const COUNTS: readonly Shape[] = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 2],
  [2, 2],
  [1, 20],
  [380, 400],
  [999_999.5, 1_000_000],
  [null, null],
]
/** Sums over workers, plans or money: they are larger than what they are divided by. */
const SUMS: readonly Shape[] = [
  [0, 1],
  [1, 1],
  [380, 20],
  [72, 2],
  [12.5, 2.5],
  [1_000_000, 3],
  [null, null],
]

const isShare = ({ kind, unit, over }: SeriesDefinition) =>
  kind === 'rate' || (kind === 'ratio' && unit === '%' && over !== 'rest')
const isDivided = ({ kind }: SeriesDefinition) => ['rate', 'ratio', 'mean'].includes(kind)

function pointOf(series: SeriesDefinition, [met, all]: Shape, at: number, of: number): Point {
  const scale = series.unit === '%' ? 100 : 1
  return {
    period: shiftMonth('2015-01', at - of + 1),
    split: null,
    numerator: isDivided(series) ? met : (all ?? null),
    denominator: isDivided(series) ? all : null,
    value:
      met === null || all === null
        ? null
        : isDivided(series)
          ? all === 0
            ? null
            : (scale * met) / all
          : met,
    provisional: false,
  }
}

/** Every sentence that the pages make of these months of one measure. */
function sentencesOf(series: SeriesDefinition, shapes: readonly Shape[], target: number | null): string[] {
  const points = shapes.map((shape, at) => pointOf(series, shape, at, shapes.length))
  const latest = points.at(-1)!
  const spc = spcOf(series, points, target)
  const facts = {
    series,
    points,
    latest,
    spc,
    target,
    per10k: series.kind === 'count' ? 12.3 : null,
    available: true,
    why: null,
  }
  const sentence = sentenceOf(facts)
  const state = { series, points, latest, spc, available: true, why: null }
  const page = measureSentence(state, sentence, [], { one: 'child', many: 'children' })
  const row = {
    series,
    points,
    counted: points,
    target,
    targetBy: '2016-03-31',
    spc,
    latest,
  } as unknown as TrackerRow
  const forecast =
    target === null
      ? null
      : describeForecast(forecastOfRow(row), { series, target, targetBy: '2016-03-31', spc })
  return [
    sentence,
    page.bold,
    page.rest,
    formatWithUnit(latest, series),
    describeParts(series, latest),
    formatParts(latest, series),
    describeSeries(points, series, spc),
    figureCaption(state, []),
    describeChartRule(spc),
    forecast?.answer,
    forecast?.rest,
  ].filter((text): text is string => typeof text === 'string')
}

test('every sentence of every measure agrees in number, whatever its value', () => {
  const faults: string[] = []
  let sentences = 0
  for (const series of catalogue()) {
    const shapes = isShare(series) || !isDivided(series) ? COUNTS : SUMS
    for (const shape of shapes)
      for (const before of [[], Array<Shape>(14).fill(shape), shapes.filter(([met]) => met !== null)])
        for (const target of [null, 90])
          for (const text of sentencesOf(series, [...before, shape], target)) {
            sentences += 1
            const found = grammarFaults(text)
            if (found.length > 0) faults.push(`${series.id}: ${found.join(', ')}: ${text}`)
          }
  }
  expect([...new Set(faults)].slice(0, 20)).toEqual([])
  expect(sentences).toBeGreaterThan(10_000)
})

test('one of a unit is in the singular, its rest as it was', () => {
  expect(
    [
      'children',
      'working days',
      'enquiries',
      'children per full-time worker',
      'days per full-time worker',
      'full-time posts',
      'contact forms',
    ].map((unit) => `1 ${unitAfter('1', unit)}`),
  ).toEqual([
    '1 child',
    '1 working day',
    '1 enquiry',
    '1 child per full-time worker',
    '1 day per full-time worker',
    '1 full-time post',
    '1 contact form',
  ])
  expect([unitAfter('0', 'children'), unitAfter('1.0', 'days'), unitAfter('+1', 'posts')]).toEqual([
    'children',
    'days',
    'post',
  ])
})
