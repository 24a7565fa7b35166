import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const insert = `
  insert into person (child_key, person_id, dob) select n, 'P' || n, date '2012-01-01' from generate_series(1, 6) as t (n);
  insert into permanence (child_key, entered_care_date, adoption_order_date) values
      (1, '2013-01-01', '2015-01-10'), (2, '2013-01-01', '2015-01-12'), (3, '2013-01-01', '2015-02-03'), (4, '2013-01-01', null);
  insert into cla_periods (cla_id, child_key, start_date, end_date, end_reason) values
      ('a', 1, '2013-01-01', '2015-01-10', 'E11'), ('b', 2, '2013-01-01', '2015-01-12', 'E12'),
      ('d', 4, '2013-01-01', '2015-01-12', 'E4A'), ('e', 5, '2013-01-01', '2015-01-15', null),
      ('f', 6, '2014-12-01', '2015-01-20', 'E8');
  insert into legal_status (child_key, cla_id, legal_status) values (6, 'f', 'V4'), (1, 'a', 'E1');`

test('children adopted are counted by the day of the order, and their share is of all who left care', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'ad-adopted')
  expect(await byMonth(snapshot, 'ad-adopted')).toEqual({ '2015-01': '2' })
  // Of four: the short break is no exit, and a blank reason is no adoption.
  expect(await casesOf(snapshot, 'ad-adopted.share', '2015-01', 'yes')).toEqual(['a', 'b'])
  expect(await byMonth(snapshot, 'ad-adopted.share')).toEqual({ '2015-01': '2 of 4' })
})
