import { expect, test } from 'vitest'
import { chartMonths, type SeriesState } from './measure-state.ts'

const withPoints = (...periods: string[]): SeriesState =>
  ({ points: periods.map((period) => ({ period })) }) as unknown as SeriesState

test('the charts of a page end with the month of the files, whether or not something happened in it', () => {
  expect(chartMonths('2015-01-31', [withPoints('2014-11')])).toEqual(['2014-11', '2014-12', '2015-01'])
})

test('where records are counted to a later month than the files, its point is drawn too', () => {
  expect(chartMonths('2015-01-31', [withPoints('2014-12', '2015-02')])).toEqual([
    '2014-12',
    '2015-01',
    '2015-02',
  ])
})
