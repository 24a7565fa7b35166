import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

/** Sixty days after 5 January 2015 is 6 March. The last day of January is 60 days past on 1 April, and more on the 2nd. */
const insert = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F'), (7, 'G'), (8, 'H');
  insert into s47_enquiry (s47_enquiry_id, child_key, start_date, icpc_unnecessary) values
      ('on day 60', 1, '2015-01-05', null), ('on day 61', 2, '2015-01-05', null), ('by date, none names it', 3, '2015-01-05', null),
      ('needs none, by its own word', 4, '2015-01-05', true), ('nothing came of it', 5, '2015-01-05', null),
      ('first of two', 6, '2015-01-05', null), ('second of two', 6, '2015-01-12', null), ('conference before it', 7, '2015-01-20', null),
      ('too long before', 8, '2015-01-05', null), ('of February', 5, '2015-02-02', null);
  insert into initial_cp_conference (icpc_id, s47_enquiry_id, child_key, icpc_date, transfer_in) values
      ('c1', 'on day 60', 1, '2015-03-06', false), ('c2', 'on day 61', 2, '2015-03-07', false), ('c3', null, 3, '2015-02-02', false),
      ('c4', null, 4, '2015-02-02', false), ('c6', 'second of two', 6, '2015-02-02', false), ('c7', 'conference before it', 7, '2015-01-12', false),
      ('c8', null, 8, '2015-03-20', false), ('c9', null, 5, '2015-02-05', true), ('booked', 'of February', 5, '2015-04-20', false);`

test('an enquiry leads to the conference that names it, or to one that names none, within 60 days', async () => {
  const snapshot = await measured({ asAt: '2015-04-02', insert }, 's47-to-icpc')
  expect(await casesOf(snapshot, 's47-to-icpc', '2015-01', 'yes')).toEqual([
    'by date, none names it',
    'on day 60',
    'second of two',
  ])
  expect(await casesOf(snapshot, 's47-to-icpc', '2015-01', 'no')).toEqual([
    'first of two',
    'needs none, by its own word',
    'nothing came of it',
    'on day 61',
    'too long before',
  ])
})

test('a month is shown once all its enquiries have had their 60 days', async () => {
  const early = await measured({ asAt: '2015-04-01', insert }, 's47-to-icpc')
  expect(await byMonth(early, 's47-to-icpc')).toEqual({})
  const later = await measured({ asAt: '2015-04-02', insert }, 's47-to-icpc')
  expect(await byMonth(later, 's47-to-icpc')).toEqual({ '2015-01': '3 of 8' })
  // Conferences of the month over its enquiries: four children in February, the transfer-in among them, over one.
  expect(await byMonth(later, 's47-to-icpc.ratio')).toEqual({
    '2015-01': '0 of 8',
    '2015-02': '4 of 1',
    '2015-03': '3 of 0',
    '2015-04': '0 of 0',
  })
})
