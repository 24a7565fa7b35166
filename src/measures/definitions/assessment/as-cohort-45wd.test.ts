import { expect, test } from 'vitest'
import type { Day } from '../../../platform/day.ts'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** The last start of December, on the 31st, has its 45th working day on Thursday 5 March 2015. */
const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date) values
      ('in time', 1, '2014-12-02', '2015-01-20'),
      ('late', 2, '2014-12-03', '2015-03-02'),
      ('never finished', 3, '2014-12-04', null),
      ('ends before it starts', 4, '2014-12-20', '2014-12-10');`

test('work left open counts as late, and so cannot flatter the figure', async () => {
  // 3 December to 2 March is 60 working days. Of three started, one was finished in time.
  const snapshot = await measured({ asAt: '2015-03-31', insert }, 'as-cohort-45wd')
  expect(await byMonth(snapshot, 'as-cohort-45wd')).toMatchObject({ '2014-12': '1 of 3' })
  expect(await casesOf(snapshot, 'as-cohort-45wd', '2014-12', 'no')).toEqual(['late', 'never finished'])
})

test('a month is shown from the day after its last start has passed day 45', async () => {
  const monthsAsAt = async (asAt: Day) =>
    Object.keys(await byMonth(await measured({ asAt, insert }, 'as-cohort-45wd'), 'as-cohort-45wd'))
  expect(await monthsAsAt('2015-03-05')).not.toContain('2014-12')
  expect(await monthsAsAt('2015-03-06')).toEqual(['2014-12'])
})
