import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { allCases } from '../../figures/case-list.ts'
import { figures } from '../../figures/figure-read.ts'

/** As at 31 January 2015: who was born from 1 February 1993 to 31 January 1996 is 19, 20 or 21. */
const insert = `
  insert into person (child_key, person_id, dob) values
      (1, 'turned 19 on the day', '1996-01-31'), (2, 'turns 19 tomorrow', '1996-02-01'),
      (3, 'turns 22 tomorrow', '1993-02-01'), (4, 'turned 22 on the day', '1993-01-31'),
      (5, 'refuses', '1995-05-01'), (6, 'needs no more', '1995-05-01'), (7, 'died', '1995-05-01'),
      (8, 'home', '1995-05-01'), (9, 'blank', '1995-05-01'), (10, 'qualifying', '1995-05-01'),
      (11, 'lost', '1995-05-01'), (12, 'no birth date', null);
  insert into care_leavers (child_key, eligibility, in_touch, latest_contact, team) values
      (1, 'former_relevant', 'YES', '2014-12-06', 'Leaving care'), (2, 'former_relevant', 'YES', '2014-12-05', 'Leaving care'),
      (3, 'former_relevant', 'YES', '2015-02-02', 'Leaving care'), (4, 'former_relevant', 'NO', null, 'Leaving care'),
      (5, 'former_relevant', 'REFU', null, null), (6, 'former_relevant', 'NREQ', null, null),
      (7, 'former_relevant', 'DIED', '2015-01-01', null), (8, 'former_relevant', 'RHOM', '2015-01-01', null),
      (9, null, null, '2015-01-31', null), (10, 'qualifying', 'YES', '2015-01-31', null),
      (11, 'former_relevant', 'NO', '2014-03-01', null), (12, 'relevant', 'YES', '2015-01-30', null);`
const world = { asAt: '2015-01-31', insert } as const

test('at 19 to 21, those who refuse or need no more are not in touch, and are told apart from those lost', async () => {
  const snapshot = await measured(world, 'cl-in-touch')
  // 1 and 3 of 1, 3, 5, 6, 9 and 11: who died or went home is in neither, nor is a qualifying young person.
  expect(await byMonth(snapshot, 'cl-in-touch')).toEqual({ '2015-01': '2 of 6' })
  expect(await casesOf(snapshot, 'cl-in-touch.dfe', '2015-01', 'yes')).toEqual(['cl-1', 'cl-3'])
  const { points } = await figures(snapshot, 'cl-in-touch.dfe', { by: 'detail' })
  expect(
    points.flatMap(({ split, denominator }) => (split ? [`${split} ${denominator}`] : [])).sort(),
  ).toEqual(['In touch 2', 'No longer needs us 1', 'Not in touch 1', 'Not recorded 1', 'Refuses contact 1'])
})

test('a contact 56 days ago is in the last eight weeks, one 57 days ago or still to come is not', async () => {
  const snapshot = await measured(world, 'cl-in-touch')
  const rows = await allCases(snapshot, 'cl-in-touch.live', { period: '2015-01' })
  // 56 days before 31 January 2015 is 6 December 2014. Any age counts: eleven less two, less the qualifying one.
  expect(rows).toHaveLength(9)
  expect(
    rows
      .filter(({ met }) => met)
      .map(({ case_id, value }) => `${case_id} ${value}`)
      .sort(),
  ).toEqual(['cl-1 56', 'cl-12 1', 'cl-9 0'])
})
