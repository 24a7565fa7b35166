import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shiftMonth, type Month } from '../../platform/day.ts'
import { PUBLISHED_SERIES, seriesOf, type Point } from '../../measures/index.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { comparisonOf, england, trackedComparison } from './benchmark.ts'
import { openBook, shippedBook } from './comparison-book.ts'
import { ownYear } from './own-year.ts'
import { comparedYear, periodOf, yearOf } from './published-period.ts'
import { publishedFor } from './published.ts'
import { describePublished, formatRank } from './describe-published.ts'
import { comparisonAuthorityOf } from './comparison-authority.ts'
import { rankAmong } from './standing.ts'
import { endingYear } from './year-label.ts'

test('the first place is the best, the highest where neither way is better, and one figure shares one place', () => {
  const published = [10, 20, 20, 30]
  expect(rankAmong(30, published, 'higher')).toMatchObject({ place: 1, of: 4, isShared: false, quartile: 1 })
  expect(rankAmong(30, published, 'lower')).toMatchObject({ place: 4, quartile: 4 })
  expect(rankAmong(20, published, 'neutral')).toMatchObject({ place: 2, isShared: true, quartile: 2 })
  expect(formatRank(rankAmong(20, published, 'lower'))).toBe('joint 2nd of 4 that publish')
})

test('turned upside down, the first is the last', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 2 }), (published) => {
      const value = published[0]!
      const [up, down] = [rankAmong(value, published, 'higher'), rankAmong(value, published, 'lower')]
      expect(up.place + down.place).toBe(published.length + 1)
    }),
  )
})

test('a published year is named by the year it ends in, however it is written', () => {
  expect(['2016', '2015-16', '2015/16', '2025 (prov)', '2016-17 (OT)', '2015-2016'].map(endingYear)).toEqual([
    2016, 2016, 2016, 2025, 2017, 2016,
  ])
  expect(['2014-16', '0-15', 'to date', '2013/14-15/16'].map(endingYear)).toEqual([null, null, null, null])
  expect([periodOf(2015, 'year'), periodOf(2000, 'march'), periodOf(2025, 'september')]).toEqual([
    '2014-15',
    '1999-00',
    '2025',
  ])
  // January 2015 is in the year to March 2015; its 30 September is that of 2014.
  expect(comparedYear([2014, 2015, 2016], '2015-01', 'year')).toBe(2015)
  expect(comparedYear([2014, 2015, 2016], '2015-01', 'september')).toBe(2014)
  expect(comparedYear([], '2015-01', 'year')).toBeNull()
})

test('a figure of 2015 is held against 2015 or before, and never against 2016', () => {
  expect(comparedYear([2016, 2017], '2015-01', 'year')).toBeNull()
  expect(comparedYear([2014, 2016], '2015-01', 'year')).toBe(2014)
  const reReferrals = { id: 'fd-rereferrals', polarity: 'lower' } as const
  // Authorities' figures are held from 2016 on: in January 2015 there is England alone.
  const early = comparisonOf(reReferrals, '2015-01', shippedBook(), manchester)!
  expect(early.nearest).toBeNull()
  expect(trackedComparison(early)).toMatchObject({ neighbours: { median: null }, region: null, rank: null })
  expect(england(reReferrals, '2015-01', shippedBook())).toMatchObject({
    period: '2014-15',
    isSameYear: true,
  })
  expect(england({ id: 'wf-caseload.mean' }, '2015-01', shippedBook())).toBeNull()
  expect(england(reReferrals, '2026-11', shippedBook())).toMatchObject({
    period: '2024-25',
    isSameYear: false,
  })
})

test('every series is held against its own year or one before, whatever the month', () => {
  const book = shippedBook()
  for (const id of Object.keys(PUBLISHED_SERIES))
    for (const month of ['2014-11', '2015-03', '2015-04', '2016-09', '2019-10', '2026-11'] as const) {
      const published = publishedFor(book, id)
      const found = published && comparisonOf({ id, polarity: 'higher' }, month, book, manchester)
      if (!published || !found?.nearest) continue
      expect(found.nearest.year, `${id} in ${month}`).toBeLessThanOrEqual(yearOf(month, published.item.at))
    }
})

test('ours is taken from the months of the year that it is held against', () => {
  const series = seriesOf('fd-rereferrals')!
  const months = (count: number, last: Month) =>
    Array.from({ length: count }, (_, back): Point => {
      const period = shiftMonth(last, back - count + 1)
      // One in ten until March 2025, and one in two from then on.
      const met = period <= '2025-03' ? 1 : 5
      return { period, split: null, numerator: met, denominator: 10, value: met * 10, provisional: false }
    })
  const rowOf = (points: Point[]) => {
    const compared = comparisonOf(series, points.at(-1)!.period, shippedBook(), manchester)
    return { series: { ...series, noLimits: null }, points, per10k: null, compared } as unknown as TrackerRow
  }
  const short = rowOf(months(20, '2026-03'))
  expect(ownYear(short, 2025)).toBeNull()
  const year = rowOf(months(24, '2025-11'))
  expect(ownYear(year, 2025)).toEqual({ value: 10, when: 'the 12 months to March 2025', isNow: false })
  expect(ownYear(year, 2026)).toEqual({ value: 50, when: 'the 8 months to November 2025', isNow: true })
  expect(ownYear(rowOf(months(24, '2025-06')), 2026)).toBeNull()
})

test('a figure is shown with the decimals it was published with', () => {
  expect(describePublished({ text: '81.0', value: 81 }, '%')).toBe('81.0%')
  expect(describePublished({ text: '632830', value: 632_830 }, 'referrals')).toBe('632,830')
  expect(describePublished({ text: '7385', value: 7385 }, '£ a week')).toBe('£7,385')
})

const manchester = comparisonAuthorityOf(shippedBook(), '352', null)

test('an authority is next to its neighbours, its region and England, each with its own figure of the year', () => {
  const found = comparisonOf(
    { id: 's47-icpc-15wd.s47', polarity: 'higher' },
    '2025-01',
    shippedBook(),
    manchester,
  )!
  expect(found.nearest).toMatchObject({
    year: 2025,
    period: '2024-25',
    own: { text: '83.4' },
    england: { text: '81.4' },
    region: { code: '981', name: 'North West', figure: { text: '76.8' } },
  })
  const { neighbours, rank } = found.nearest!
  expect(neighbours).toMatchObject({ of: 10 })
  const figures = neighbours!.members.flatMap(({ figure }) => (figure ? [figure.value] : []))
  expect(neighbours!.published).toBe(figures.length)
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2
  expect(neighbours!.median!.value).toBeCloseTo(middle, 1)
  const all = [...found.authorities.values()].map(({ value }) => value)
  expect(rank).toMatchObject({ of: all.length, place: all.filter((value) => value > 83.4).length + 1 })
  expect(trackedComparison(found)).toMatchObject({
    region: { name: 'North West', value: 76.8, period: '2024-25' },
    rank: { period: '2024-25', polarity: 'higher' },
  })
})

test('the last figure published on an earlier estimate of the population says so', () => {
  const found = comparisonOf(
    { id: 'lac-number.all', polarity: 'neutral' },
    '2015-03',
    shippedBook(),
    manchester,
  )!
  expect(found.years().find(({ year }) => year === 2015)?.own?.text).toBe('114')
  expect(found.notes).toEqual([{ year: 2015, text: expect.stringContaining('earlier estimate') }])
})

test('a council that is no authority has England alone, and is told why, until it is compared as another', () => {
  const invented = comparisonAuthorityOf(shippedBook(), '999', null)
  expect(invented).toMatchObject({ own: null, as: null })
  expect(invented.why).toBe('This council has no published neighbours. Ask the data team to choose one.')
  const series = { id: 'cp-rate.open', polarity: 'neutral' } as const
  const found = comparisonOf(series, '2025-01', shippedBook(), invented)!
  expect(found.nearest).toMatchObject({
    england: { text: '40.6' },
    region: null,
    neighbours: null,
    rank: null,
  })
  const borrowed = comparisonOf(
    series,
    '2025-01',
    shippedBook(),
    comparisonAuthorityOf(shippedBook(), '999', '352'),
  )!
  expect(borrowed.nearest).toMatchObject({ own: null, rank: null, region: { name: 'North West' } })
  expect(borrowed.nearest!.neighbours!.of).toBe(10)
  // England's own code is no authority's.
  expect(comparisonAuthorityOf(shippedBook(), '970', '981')).toMatchObject({ own: null, as: null })
})

test('a count is shown and not ranked; a share not in touch is held against as the share in touch', () => {
  const counted = comparisonOf(
    { id: 'lac-number.uasc', polarity: 'neutral' },
    '2025-01',
    shippedBook(),
    manchester,
  )!
  expect(counted.nearest).toMatchObject({ own: { text: '167' }, rank: null })
  expect(counted.also()).toMatchObject([{ unit: '%', own: { text: '13' } }])
  expect(england({ id: 'cl-in-touch.dfe' }, '2025-01', shippedBook())).toMatchObject({
    text: '96',
    unit: '%',
  })
})

test('what was brought in takes the place of that year alone', () => {
  const book = openBook({
    items: { CPP_rate: { years: ['2025', '2026'], figures: { '970': '39.9 41.0', '352': '- 52.0' } } },
    titles: {},
  })
  const published = publishedFor(book, 'cp-rate.open')!
  expect(published.figure('970', 2024)?.text).toBe('41.4')
  expect(published.figure('970', 2025)?.text).toBe('39.9')
  // The new edition withholds it, so it is withheld.
  expect(published.figure('352', 2025)).toBeNull()
  expect(published.figure('352', 2026)?.text).toBe('52.0')
})
