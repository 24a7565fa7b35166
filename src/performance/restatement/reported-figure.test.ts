import { expect, test } from 'vitest'
import { seriesOf } from '../../measures/catalogue/catalogue.ts'
import { isReportOf, monthsAfter, describeRestated, type Figure } from './reported-figure.ts'

const rate = seriesOf('as-completed-45wd')!
const count = seriesOf('fd-referrals')!

const of = (numerator: number, denominator: number): Figure => ({
  value: Math.round((10_000 * numerator) / denominator) / 100,
  numerator,
  denominator,
})
const children = (value: number): Figure => ({ value, numerator: value, denominator: null })

test('a month is reported once it is over on the as-at day', () => {
  expect(isReportOf('2015-01', '2015-01-30')).toBe(false)
  expect(isReportOf('2015-01', '2015-01-31')).toBe(true)
  expect(isReportOf('2015-01', '2015-03-04')).toBe(true)
})

test('its age is in whole months after its end', () => {
  const ages = (['2015-01-30', '2015-01-31', '2015-02-27', '2015-02-28', '2016-01-31'] as const).map((day) =>
    monthsAfter('2015-01', day),
  )
  expect(ages).toEqual([-1, 0, 0, 1, 12])
})

test('what was restated is said with both figures and how many were recorded late', () => {
  const reported = (figure: Figure, version = rate.version) => ({
    ...figure,
    asAt: '2015-01-31' as const,
    snapshot: '2015-01-31-a1b2',
    version,
  })
  expect(describeRestated(rate, { ...of(600, 714), reported: reported(of(574, 688)) })).toBe(
    'Restated: first 83.4%, now 84.0%; 26 recorded late.',
  )
  expect(describeRestated(count, { ...children(398), reported: reported(children(400)) })).toBe(
    'Restated: first 400, now 398; 2 taken out since.',
  )
  expect(describeRestated(rate, { ...of(570, 688), reported: reported(of(574, 688)) })).toBe(
    'Restated: first 83.4%, now 82.9%; what had been recorded was changed.',
  )
  expect(describeRestated(rate, { ...of(600, 714), reported: reported(of(574, 688), '0') })).toBe(
    `Restated: first 83.4%, now 84.0%; the definition changed, from version 0 to ${rate.version}.`,
  )
  expect(describeRestated(rate, { ...of(574, 688), reported: reported(of(574, 688)) })).toBeNull()
  expect(describeRestated(rate, { ...of(574, 688), reported: null })).toBeNull()
})
