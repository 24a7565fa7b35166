import { expect, test } from 'vitest'
import { seriesOf } from '../../catalogue/catalogue.ts'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/**
 * As at Saturday 31 January 2015. An assessment started Friday 16 January has day 10 on Friday 30 January: finishing
 * on the Saturday would be late, so it is past point 10 though 10 working days have gone.
 */
const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date) values
      ('16 January', 1, '2015-01-16', null),
      ('19 January', 2, '2015-01-19', null),                     -- day 10 is Monday 2 February
      ('since November', 3, '2014-11-03', null),                 -- past all four points
      ('finished on the day', 4, '2014-11-03', '2015-01-31'),    -- not open that night
      ('finished later', 5, '2015-01-05', '2015-02-20'),         -- after the as-at day: still open, day 20 is 2 February
      ('ends before it starts', 6, '2014-12-20', '2014-12-01');`

test('open work is past a point when finishing it that day would be late', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'as-open-review-points')
  expect(await casesOf(snapshot, 'as-open-review-points.gt10', '2015-01', 'yes')).toEqual([
    '16 January',
    'finished later',
    'since November',
  ])
  expect(await casesOf(snapshot, 'as-open-review-points.gt10', '2015-01', 'no')).toEqual(['19 January'])
})

test('the points are nested, each a share of all that is open', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'as-open-review-points')
  const january = async (key: string) => (await byMonth(snapshot, `as-open-review-points.${key}`))['2015-01']
  expect([
    await january('gt10'),
    await january('gt20'),
    await january('gt35'),
    await january('gt45'),
  ]).toEqual(['3 of 4', '1 of 4', '1 of 4', '1 of 4'])
})

test('each month end is looked at by itself, and months outside the window of the extract are not shown', async () => {
  const whole = await measured({ asAt: '2015-01-31', insert }, 'as-open-review-points')
  expect(Object.keys(await byMonth(whole, 'as-open-review-points.gt45'))).toEqual([
    '2014-11',
    '2014-12',
    '2015-01',
  ])
  const windowFrom = '2014-12-15'
  const part = await measured({ asAt: '2015-01-31', insert, windowFrom }, 'as-open-review-points')
  expect(Object.keys(await byMonth(part, 'as-open-review-points.gt45'))).toEqual(['2014-12', '2015-01'])
})

test('there is no headline among the four points, so the bare name is none of them', () => {
  expect(seriesOf('as-open-review-points')).toBeNull()
  expect(seriesOf('as-open-review-points.gt45')?.label).toBe('past day 45')
})
