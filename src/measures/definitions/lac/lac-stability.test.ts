import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** At 31 March 2016: 30 months before is 30 September 2013, two years before is 31 March 2014. */
const insert = `
  insert into person (child_key, person_id, dob) values
      (1, 'A', '2006-01-01'), (2, 'B', '2006-01-01'), (3, 'C', '2006-01-01'), (4, 'D', '2006-01-01'),
      (5, 'E', '2006-01-01'), (6, 'F', '2000-03-31'), (7, 'G', null), (8, 'H', '2006-01-01');
  insert into cla_periods (cla_id, child_key, start_date, end_date) values
      ('same carer', 1, '2013-09-30', null), ('a day short', 2, '2013-09-30', null), ('carers moved house', 3, '2013-09-30', null),
      ('placed to adopt', 4, '2013-09-30', null), ('29 months', 5, '2013-10-01', null), ('16 today', 6, '2010-01-01', null),
      ('age unknown', 7, '2010-01-01', null), ('out for two nights', 8, '2010-01-01', '2014-01-01'), ('back', 8, '2014-01-03', null);
  insert into legal_status (child_key, legal_status, start_date) values (1, 'C2', '2013-09-30');
  insert into cla_placement (child_key, start_date, end_date, placement_type, postcode, same_carer) values
      (1, '2014-03-31', null, 'U6', 'ZZ1 1AA', false), (2, '2014-04-01', null, 'U6', 'ZZ1 1AA', false),
      (3, '2014-01-01', '2015-01-01', 'U6', 'ZZ1 1AA', false), (3, '2015-01-01', null, 'U6', 'ZZ2 1AA', true),
      (4, '2014-02-01', '2015-11-01', 'U6', 'ZZ1 1AA', false), (4, '2015-11-01', null, 'A6', 'ZZ5 1AA', false),
      (5, '2013-10-01', null, 'U6', 'ZZ1 1AA', false);`

test('same carer for two years, or adopters and the carers before them, of those in care for 30 months', async () => {
  const snapshot = await measured({ asAt: '2016-03-31', source: 'ssd', insert }, 'lac-stability')
  expect(await casesOf(snapshot, 'lac-stability', '2016-03', 'yes')).toEqual([
    'carers moved house',
    'placed to adopt',
    'same carer',
  ])
  expect(await casesOf(snapshot, 'lac-stability', '2016-03', 'no')).toEqual(['a day short'])
  expect(await byMonth(snapshot, 'lac-stability')).toMatchObject({ '2016-02': '0 of 1' })
})
