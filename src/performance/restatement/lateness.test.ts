import { expect, test } from 'vitest'
import { lastOf, monthsFrom, shiftMonth, type Month } from '../../platform/day.ts'
import { seriesOf } from '../../measures/catalogue/catalogue.ts'
import { isProvisionalBy, latenessOf, describeLateness } from './lateness.ts'
import type { Figure, FigureReport, ReportedFigure } from './reported-figure.ts'

const rate = seriesOf('as-completed-45wd')!
const count = seriesOf('fd-referrals')!

/** What each of six monthly reports, of July to December 2014, says of the months before it, by their age then. */
function reportsOf(at: (age: number, period: Month) => Figure & { version?: string }) {
  const months = monthsFrom('2014-07', '2014-12')
  const reports = months.map((month, index): FigureReport => ({
    place: index + 1,
    snapshot: `${lastOf(month)}-test`,
    asAt: lastOf(month),
    reportedAt: `${lastOf(month)}T12:00:00Z`,
  }))
  const figures = reports.flatMap(({ place }, index) =>
    Array.from({ length: 20 }, (_, age): ReportedFigure => {
      const period = shiftMonth(months[index]!, -age)
      return { series: 'any', period, place, version: '1', ...at(age, period) }
    }),
  )
  return { reports, figures }
}

const children = (value: number): Figure => ({ value, numerator: value, denominator: null })
const shares = [0.9, 0.97, 0.99]

test('how late a measure is recorded is learnt from what was reported of each age', () => {
  const { reports, figures } = reportsOf((age) => children(1000 * (shares[age] ?? 1)))
  const lateness = latenessOf(count, reports, figures)
  expect(lateness.ages.slice(0, 4).map(({ recorded }) => recorded?.toFixed(3))).toEqual([
    '0.900',
    '0.970',
    '0.990',
    '1.000',
  ])
  expect(lateness.ages[0]).toMatchObject({ monthsAfter: 0, seen: 5, isMoving: true })
  expect(lateness.ages.map(({ isMoving }) => isMoving).slice(0, 4)).toEqual([true, true, false, false])
  expect(describeLateness(count, lateness)).toBe(
    'Late recording usually adds 11.1% to a month after its first report, as 5 months went. It moves by less than 2% from 2 months after its end on.',
  )
})

test('a month is provisional while the profile says that months of its age move', () => {
  const { reports, figures } = reportsOf((age) => children(1000 * (shares[age] ?? 1)))
  const lateness = latenessOf(count, reports, figures)
  const provisional = (period: Month) => isProvisionalBy(lateness, period, '2014-12-31')
  expect(provisional('2014-12')).toBe(true)
  expect(provisional('2014-11')).toBe(true)
  expect(provisional('2014-10')).toBe(false)
  expect(provisional('2010-01')).toBe(false)
  // A month that is not over is provisional whatever was learnt.
  expect(isProvisionalBy(lateness, '2014-12', '2014-12-30')).toBe(true)
})

test('a share moves too when its parts grow alike and its value does not stand', () => {
  // Each month 700 cases whatever its age; but three more points are met from the second report on.
  const { reports, figures } = reportsOf((age) => {
    const numerator = age === 0 ? 560 : 581
    return { value: numerator / 7, numerator, denominator: 700 }
  })
  const lateness = latenessOf(rate, reports, figures)
  expect(lateness.ages[0]).toMatchObject({ recorded: 1, isMoving: true })
  expect(lateness.ages[0]!.moves).toBeCloseTo(3)
  expect(lateness.ages[1]).toMatchObject({ moves: 0, isMoving: false })
})

test('a cohort is known only from the age at which it has matured', () => {
  // Nothing is reported of a month until two months after its end.
  const { reports, figures } = reportsOf((age) => children(age === 2 ? 95 : 100))
  const matured = figures.filter(({ period, place }) => period <= shiftMonth('2014-07', place - 1 - 2))
  const lateness = latenessOf(count, reports, matured)
  expect(lateness.ages[0]).toMatchObject({ monthsAfter: 2, isMoving: true })
  expect(isProvisionalBy(lateness, '2014-10', '2014-12-31')).toBe(true)
  expect(isProvisionalBy(lateness, '2014-09', '2014-12-31')).toBe(false)
})

test('without reports enough nothing is known, and a change of the definition teaches nothing', () => {
  const { reports, figures } = reportsOf((age) => children(1000 * (shares[age] ?? 1)))
  const [first, second, third] = reports
  const few = latenessOf(count, [first!, second!, third!], figures)
  expect(few.ages).toEqual([])
  expect(isProvisionalBy(few, '2014-09', '2014-09-30')).toBeNull()
  expect(describeLateness(count, few)).toContain('is not known yet')

  const redefined = reportsOf((age, period) => ({
    ...children(1000),
    version: `${period} ${age}`,
  }))
  expect(latenessOf(count, redefined.reports, redefined.figures).ages).toEqual([])
})
