import { expect, test } from 'vitest'
import { shiftMonth } from '../../platform/day.ts'
import { seriesOf } from '../../measures/catalogue/catalogue.ts'
import type { Point, SeriesDefinition } from '../../measures/figures/figure.ts'
import { sentenceOf, type SentenceFacts } from './sentence.ts'
import { USUAL_RUNS } from './run-rules.ts'
import { spcOf } from './suitability.ts'

const rate = seriesOf('as-completed-45wd')!
const count = seriesOf('fd-referrals')!
const caseload = seriesOf('wf-caseload')!

/** Months up to January 2015. A rate is of 1,000, so that its parts are large and its value as given. */
function pointsOf(series: SeriesDefinition, values: readonly number[], denominator = 1000): Point[] {
  return values.map((value, at) => ({
    period: shiftMonth('2015-01', at - values.length + 1),
    split: null,
    numerator: series.kind === 'rate' ? Math.round((value * denominator) / 100) : value,
    denominator: series.kind === 'rate' ? denominator : null,
    value,
    provisional: false,
  }))
}

function say(
  series: SeriesDefinition,
  values: readonly number[],
  more: Partial<SentenceFacts> = {},
  denominator?: number,
) {
  const points = pointsOf(series, values, denominator)
  const target = more.target ?? null
  const spc = spcOf(series, points, target)
  const base = {
    series,
    points,
    latest: points.at(-1) ?? null,
    spc,
    target,
    per10k: null,
    available: true,
    why: null,
  }
  return sentenceOf({ ...base, ...more })
}

const steady = [90, 88, 91, 89, 90, 88, 92, 90, 89, 91, 88, 90]

test('a figure inside its usual range was what it was: it neither rose nor fell', () => {
  expect(say(rate, steady, { target: 90 })).toBe(
    'Steady: inside its usual range of 84% to 95%. Whether a month meets 90% is luck.',
  )
  expect(say(rate, steady, { target: 98 })).toBe(
    'No real change. It will stay below 98% unless the way of working changes.',
  )
  expect(say(rate, steady, { target: 80 })).toBe('Steady, and will meet 80% every month if nothing changes.')
  expect(say(rate, steady)).toBe('Steady: inside its usual range of 84% to 95%.')
})

test('a share’s usual range stays between 0 and 100, whatever the arithmetic says', () => {
  const high = [97, 99, 96, 100, 97, 99, 96, 100, 97, 99, 96, 100]
  expect(say(rate, high)).toBe('Steady: inside its usual range of 90% to 100%.')
})

test('a month outside the range asks what changed, and a run says how long', () => {
  expect(say(rate, [...steady, 70], { target: 98 })).toMatch(
    /^Worse: below its usual \d+% to \d+% for the first time\. Ask what changed in January\. It will miss 98%\.$/,
  )
  expect(
    say(rate, [...steady.map((value) => value - 6), 92, 93, 92, 94, 93, 92, 93], { target: 99 }),
  ).toMatch(/^Better: .* It will still miss 99% unless it goes on improving\.$/)
  const wide = [80, 60, 80, 60, 80, 60, 80, 60, 80, 60, 80, 60]
  expect(say(rate, [...wide, 74, 73, 74, 73, 74, 73, 74], { target: 75 })).toBe(
    'Better: above its average for 7 months. Whether a month meets 75% is luck.',
  )
})

test('when two rules hold at the last month the sentence tells both', () => {
  const wide = [40, 60, 40, 60, 40, 60, 40, 60, 40, 60, 40, 60, 40]
  expect(say(rate, [...wide, 62, 61, 60, 59, 58, 57, 56])).toBe(
    'Worse: above its average for 7 months, but falling for 7.',
  )
  expect(say(rate, [...wide, 56, 57, 58, 59, 60, 61, 62])).toBe(
    'Better: above its average for 7 months, and rising for 8.',
  )
})

test('where neither way is better, it is higher or lower than usual, with its rate', () => {
  const wide = [800, 600, 800, 600, 800, 600, 800, 600, 800, 600, 800, 600]
  expect(say(count, [...wide, 740, 730, 740, 730, 740, 730, 740], { per10k: 765.9 })).toBe(
    'Higher than usual: above its average for 7 months. 740 referrals: 766 per 10,000 children a year.',
  )
  expect(
    say(count, [...wide, 740, 730, 740, 730, 740, 730, 740], { per10k: 765.9, populationYear: '2013' }),
  ).toMatch(/766 per 10,000 children a year by the population of mid-2013\.$/)
})

test('fewer than 12 months have trial limits and say so', () => {
  expect(say(rate, steady.slice(0, 8), { target: 98 })).toBe(
    'No real change. It will stay below 98% unless the way of working changes. Only 8 months, so limits are trial.',
  )
})

test('one month has no verdict, and is held against its target alone', () => {
  expect(say(caseload, [18.9], { target: 16 })).toBe(
    'One month of data; 12 needed for a trend. Above the target of 16.',
  )
  expect(say(rate, [91], { target: 90 }, 100)).toBe(
    'One month of data; 12 needed for a trend. It meets the target of 90%.',
  )
  expect(say(rate, [40, 45, 50], {}, 20)).toBe(
    '3 months of data; 12 needed for a trend. 10 of 20 in January.',
  )
})

test('small numbers are given as their counts, without limits', () => {
  const few = steady.map(() => 20)
  expect(say(rate, few, { target: 50 }, 10)).toBe(
    '2 of 10 in January. Numbers this small swing by chance, so there are no limits. Below the target of 50%.',
  )
})

test('what is not available names what is missing', () => {
  const why = 'Annex A as loaded does not hold the day of the contact (contacts.contact_date)'
  expect(say(rate, [], { available: false, why })).toBe(`Not available: ${why}.`)
  expect(say(rate, [])).toBe('No month can be shown yet.')
})

test('where limits do not apply it is met or not, and never that it will be', () => {
  const rolling = { ...rate, noLimits: 'each point shares eleven months with the next' }
  expect(say(rolling, steady, { target: 98 })).toBe(
    '900 of 1,000 in January. Limits do not apply: each point shares eleven months with the next. Below the target of 98%.',
  )
  expect(
    say(
      rate,
      steady.map(() => 99.5),
      { target: 98 },
    ),
  ).toBe('995 of 1,000 in January. So close to 100% that there are no limits. It meets the target of 98%.')
})

test('soon after a named cause the sentence counts from it', () => {
  const points = pointsOf(rate, [...steady, 60, 62, 61, 60, 63, 61, 62])
  const since = (month: Point['period']) => {
    const rebases = [{ seriesId: rate.id, month, cause: 'New form' }]
    const spc = spcOf(rate, points, null, { runLengths: USUAL_RUNS, rebases })
    return say(
      rate,
      points.map(({ value }) => value!),
      { spc },
    )
  }
  expect(since('2014-07')).toBe(
    'Steady: inside its usual range of 57% to 66%. Only 7 months since “New form”, so limits are trial.',
  )
  expect(since('2014-11')).toBe(
    '3 months of data since “New form”; 12 needed for a trend. 620 of 1,000 in January.',
  )
  expect(since('2015-01')).toBe(
    'One month of data since “New form”; 12 needed for a trend. 620 of 1,000 in January.',
  )
})

test('a sum, a ratio and money are said in their own units', () => {
  const money: SeriesDefinition = { ...count, kind: 'total', unit: '£', polarity: 'neutral' }
  const spent = [
    800, 600, 800, 600, 800, 600, 800, 600, 800, 600, 800, 600, 740, 730, 740, 730, 740, 730, 740,
  ]
  expect(
    say(
      money,
      spent.map((thousand) => thousand * 1000),
    ),
  ).toBe('Higher than usual: above its average for 7 months. £740,000.')
  expect(say(money, [-4200, 3000, -4100, 2900, -4000, 3100])).toMatch(
    /usual range of −£\d+,\d{3} to £\d+,\d{3}\./,
  )
  const hours: SeriesDefinition = { ...count, kind: 'total', unit: 'hours' }
  expect(say(hours, spent)).toBe('Higher than usual: above its average for 7 months. 740 hours.')
  const vacancy: SeriesDefinition = { ...rate, kind: 'ratio', polarity: 'lower' }
  const latest = { ...pointsOf(rate, [15])[0]!, numerator: 12.5, denominator: 83.3 }
  expect(say(vacancy, [15], { latest, target: 10 })).toBe(
    'One month of data; 12 needed for a trend. Above the target of 10%.',
  )
  expect(say(vacancy, [15], { latest })).toBe(
    'One month of data; 12 needed for a trend. 12.5 of 83.3 in January.',
  )
  const weekly: SeriesDefinition = { ...count, kind: 'mean', unit: '£ per week', polarity: 'lower' }
  expect(say(weekly, [5312.4], { target: 5000 })).toBe(
    'One month of data; 12 needed for a trend. Above the target of £5,000.',
  )
})
