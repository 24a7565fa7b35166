import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const insert = `
  insert into person (child_key, person_id, dob) values
      (1, 'A', '1995-05-01'), (2, 'B', '1995-05-01'), (3, 'C', '1995-05-01'), (4, 'D', '1995-05-01'), (5, 'E', '1995-05-01'),
      (6, 'F', '1995-05-01'), (7, 'G', '1995-05-01'),
      (11, 'left before 17', '1997-12-01'), (12, 'in care at 17', '1997-12-01'), (13, 'in care up to 18', '1996-12-01'),
      (14, 'left on the birthday', '1997-12-01');
  insert into care_leavers (child_key, eligibility, in_touch, activity) values
      (1, 'former_relevant', 'YES', 'F5'), (2, 'former_relevant', 'YES', 'P2'), (3, 'former_relevant', 'YES', 'G4'),
      (4, 'former_relevant', 'YES', 'G6'), (5, 'former_relevant', 'YES', 'G5'), (6, 'former_relevant', 'NO', null),
      (7, 'former_relevant', 'RHOM', 'F1'),
      (11, 'relevant', 'YES', 'F2'), (12, 'relevant', 'YES', 'F2'), (13, 'former_relevant', 'YES', 'G5'), (14, 'relevant', 'YES', null);
  insert into cla_periods (cla_id, child_key, start_date, end_date) values
      ('a', 11, '2012-01-01', '2014-11-01'), ('b', 12, '2012-01-01', '2015-01-10'), ('c', 13, '2012-01-01', '2014-12-01'),
      ('d', 14, '2012-01-01', '2014-12-01');`

test('part time counts, and who is not in touch stays in the count as not met', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'cl-eet')
  // Met: full-time work and part-time education. Of six: the one who returned home is out.
  expect(await byMonth(snapshot, 'cl-eet')).toEqual({ '2015-01': '2 of 6' })
  expect(await casesOf(snapshot, 'cl-eet.19_21', '2015-01', 'yes')).toEqual(['cl-1', 'cl-2'])
  // Without illness (G4) and parenting (G6); the unknown stays.
  expect(await byMonth(snapshot, 'cl-eet.excl_unavailable')).toEqual({ '2015-01': '2 of 4' })
})

test('at 17 and 18, who was still looked after on the birthday is left out', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'cl-eet')
  // 12 turned 17 on 1 December 2014 and left in January. Who left on that birthday was no longer in care at its end,
  // and at 18 nobody is.
  expect(await casesOf(snapshot, 'cl-eet.17_18', '2015-01')).toEqual(['cl-11', 'cl-13', 'cl-14'])
  expect(await byMonth(snapshot, 'cl-eet.17_18')).toEqual({ '2015-01': '1 of 3' })
})
