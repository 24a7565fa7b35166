import { expect, test } from 'vitest'
import { casesOf, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

/** At 31 March 2016 a child is aged 5 to 16 who was born from 1 April 1999 to 31 March 2011. */
const insert = `
  insert into person (child_key, person_id, dob) values
      (1, 'A', '2011-03-31'), (2, 'B', '2011-04-01'), (3, 'C', '1999-04-01'), (4, 'D', '1999-03-31'),
      (5, 'E', '2006-01-01'), (6, 'F', '2006-01-01'), (7, 'G', '2006-01-01'), (8, 'H', '2006-01-01');
  insert into cla_periods (cla_id, child_key, start_date) values
      ('five', 1, '2014-01-01'), ('four', 2, '2014-01-01'), ('sixteen', 3, '2014-01-01'), ('seventeen', 4, '2014-01-01'),
      ('concern, then not', 5, '2014-01-01'), ('last year', 6, '2014-01-01'), ('refused', 7, '2014-01-01'), ('eleven months', 8, '2015-04-01');
  insert into legal_status (child_key, legal_status, start_date) values (1, 'C2', '2014-01-01');
  insert into sdq_scores (child_key, completed_date, score, reason) values
      (1, '2016-03-01', 17, null), (2, '2016-03-01', 5, null), (3, '2016-03-01', 16, null), (4, '2016-03-01', 5, null),
      (5, '2015-05-01', 30, null), (5, '2016-01-01', 12, null), (6, '2015-03-31', 8, null), (7, null, null, 'SDQ2'), (7, '2016-02-01', 41, null);
  -- A source that has the day care ended, on a row that is an error and counts nowhere.
  insert into cla_periods (cla_id, child_key, start_date, end_date) values ('ends before it starts', 1, '2013-06-01', '2013-01-01');`

test('of children aged 5 to 16 in care for a year, the latest score of the year counts', async () => {
  const snapshot = await measured({ asAt: '2016-03-31', source: 'ssd', insert }, 'lac-sdq')
  expect(await casesOf(snapshot, 'lac-sdq', '2016-03', 'yes')).toEqual([
    'concern, then not',
    'five',
    'sixteen',
  ])
  expect(await casesOf(snapshot, 'lac-sdq', '2016-03', 'no')).toEqual(['last year', 'refused'])
  // 17, 16 and 12 are 45 over 3.
  const { points } = await figures(snapshot, 'lac-sdq.average')
  expect(points.at(-1)).toMatchObject({ period: '2016-03', denominator: 3, value: 15 })
  // 17 is a cause for concern, 16 is borderline.
  expect(await casesOf(snapshot, 'lac-sdq.concern', '2016-03', 'yes')).toEqual(['five'])
})
