import { expect, test } from 'vitest'
import { allCases } from '../../figures/case-list.ts'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const insert = `
  insert into person (child_key, person_id, dob) select n, 'P' || n, date '1995-05-01' from generate_series(1, 10) as t (n);
  insert into person (child_key, person_id, dob) values (11, 'Q', '1997-12-01'), (12, 'R', '1997-12-01');
  insert into care_leavers (child_key, eligibility, in_touch, accommodation, accommodation_suitable) values
      (1, 'former_relevant', 'YES', 'U', true), (2, 'former_relevant', 'YES', 'U', false),
      (3, 'former_relevant', 'YES', 'W', true), (4, 'former_relevant', 'YES', 'X', true),
      (5, 'former_relevant', 'YES', 'G', true), (6, 'former_relevant', 'YES', 'H', null),
      (7, 'former_relevant', 'YES', 'R', null), (8, 'former_relevant', 'NO', 'R', null),
      (9, 'former_relevant', 'NO', null, null), (10, 'former_relevant', 'YES', 'Y', null),
      (11, 'relevant', 'YES', 'E', true), (12, 'relevant', 'YES', 'E', true);
  insert into cla_periods (cla_id, child_key, start_date, end_date) values ('a', 12, '2012-01-01', '2015-01-10');`

test('bed and breakfast and custody are never suitable; nothing known counts against us when we are not in touch', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'cl-accommodation')
  expect(await casesOf(snapshot, 'cl-accommodation', '2015-01', 'yes')).toEqual(['cl-1'])
  // Out: abroad, deported, and a home not known of someone we are in touch with. A blank is not suitable.
  expect(await casesOf(snapshot, 'cl-accommodation.19_21', '2015-01', 'no')).toEqual([
    'cl-10',
    'cl-2',
    'cl-3',
    'cl-4',
    'cl-8',
    'cl-9',
  ])
})

test('at 17 and 18, who was still looked after on the birthday is left out', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'cl-accommodation')
  expect(await casesOf(snapshot, 'cl-accommodation.17_18', '2015-01')).toEqual(['cl-11'])
  expect(await byMonth(snapshot, 'cl-accommodation.17_18')).toEqual({ '2015-01': '1 of 1' })
})

test('a home that is not known counts against us wherever we are not in touch, and is listed as no information', async () => {
  const known = `
    insert into person (child_key, person_id, dob) select n, 'P' || n, date '1995-05-01' from generate_series(1, 6) as t (n);
    insert into care_leavers (child_key, eligibility, in_touch, accommodation, accommodation_suitable) values
        (1, 'former_relevant', 'YES', 'R', null), (2, 'former_relevant', 'NO', 'R', null),
        (3, 'former_relevant', 'REFU', 'R', null), (4, 'former_relevant', 'NREQ', 'R', null),
        (5, 'former_relevant', null, 'R', null), (6, 'former_relevant', 'REFU', 'U', false);`
  const snapshot = await measured({ asAt: '2015-01-31', insert: known }, 'cl-accommodation')
  const cases = await allCases(snapshot, 'cl-accommodation.19_21', { period: '2015-01' })
  const inOrder = cases.toSorted((a, b) => (a.case_id < b.case_id ? -1 : 1))
  expect(inOrder.map(({ case_id, met, detail }) => [case_id, met, detail])).toEqual([
    ['cl-2', false, 'No information'],
    ['cl-3', false, 'No information'],
    ['cl-4', false, 'No information'],
    ['cl-5', false, 'No information'],
    ['cl-6', false, 'Independent living'],
  ])
})
