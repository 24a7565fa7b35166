import { expect, test } from 'vitest'
import { measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

/** Each is named by the working days that it took, and all but two were authorised in March 2015. */
const insert = `
  insert into person (child_key, person_id) values (1, 'A');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date) values
      ('0, the same day', 1, '2015-03-14', '2015-03-14'),         -- a Saturday
      ('1, Saturday to Sunday', 1, '2015-03-14', '2015-03-15'),   -- Sunday falls on Monday, day 1
      ('10', 1, '2015-03-02', '2015-03-16'),
      ('11', 1, '2015-03-02', '2015-03-17'),
      ('20', 1, '2015-02-02', '2015-03-02'),
      ('21', 1, '2015-02-02', '2015-03-03'),
      ('40, a Saturday', 1, '2015-02-02', '2015-03-28'),          -- it falls on Monday 30 March, day 40
      ('45', 1, '2015-01-26', '2015-03-30'),
      ('46', 1, '2015-01-23', '2015-03-30'),
      ('turned', 1, '2015-03-20', '2015-03-10'),
      ('after the as-at day', 1, '2015-03-02', '2015-04-02');`

test('percentiles are of the working days by nearest rank, and an assessment of one day is kept', async () => {
  const snapshot = await measured({ asAt: '2015-03-31', insert }, 'as-duration')
  const value = async (key: string) =>
    (await figures(snapshot, `as-duration.${key}`)).points.map((point) => point.value)
  // In order: 0, 1, 10, 11, 20, 21, 40, 45, 46. Of nine, a quarter is the third, the middle the fifth, three quarters the
  // seventh, and nine in ten the ninth.
  expect(await value('p25')).toEqual([10])
  expect(await value('p50')).toEqual([20])
  expect(await value('p75')).toEqual([40])
  expect(await value('p90')).toEqual([46])
  expect(await value('bands')).toEqual([9])
})

test('the bands are those of the published figures', async () => {
  const snapshot = await measured({ asAt: '2015-03-31', insert }, 'as-duration')
  const { points } = await figures(snapshot, 'as-duration.bands', { by: 'detail' })
  expect(Object.fromEntries(points.flatMap(({ split, value }) => (split ? [[split, value]] : [])))).toEqual({
    '0': 1,
    '1-10': 2,
    '11-20': 2,
    '21-30': 1,
    '31-40': 1,
    '41-45': 1,
    '46-50': 1,
  })
})
