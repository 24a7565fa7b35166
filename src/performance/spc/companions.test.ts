import { expect, test } from 'vitest'
import { catalogue, seriesOf } from '../../measures/catalogue/catalogue.ts'
import { companionsOf } from './companions.ts'

test('every figure that must be read beside another is one of the catalogue', () => {
  const named = catalogue().flatMap((series) => companionsOf(series)?.beside ?? [])
  // The measures of missing children come with their own folder.
  const missing = named.filter(({ series }) => seriesOf(series) === null).map(({ series }) => series)
  expect(missing).toEqual([])
})

test('45-day timeliness is read beside those started and those still open, whichever day it is counted from', () => {
  for (const id of ['as-completed-45wd.from_start', 'as-completed-45wd.from_referral'])
    expect(companionsOf(seriesOf(id)!)?.beside.map(({ series, part }) => [series, part])).toEqual([
      ['as-cohort-45wd', 'cohort'],
      ['as-open-review-points.gt45', 'stock'],
    ])
})

test('conferences held in time are read beside those not held, and a plain count alone', () => {
  expect(companionsOf(seriesOf('s47-icpc-15wd')!)?.beside[0]?.leftOut).toBe(true)
  expect(companionsOf(seriesOf('fd-referrals')!)).toBeNull()
})
