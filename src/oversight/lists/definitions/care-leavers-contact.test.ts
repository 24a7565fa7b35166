import { expect, test } from 'vitest'
import { listed } from '../../../../tests/support/listed.ts'

/** 56 days before Friday 30 January 2015 is 5 December 2014. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, '56 days', '1995-05-01'), (2, '57 days', '1995-05-01'), (3, 'never', '1995-05-01'), (4, 'refuses', '1995-05-01'), (5, 'last week', '1995-05-01');
  insert into care_leavers (child_key, eligibility, in_touch, latest_contact) values
      (1, 'former_relevant', 'YES', '2014-12-05'), (2, 'former_relevant', 'YES', '2014-12-04'), (3, 'former_relevant', 'NO', null), (4, 'former_relevant', 'REFU', '2014-08-01'), (5, 'former_relevant', 'YES', '2015-01-23');`

test('names a care leaver who was last in touch 57 days ago, or never', async () => {
  const rows = await listed({ asAt: '2015-01-30', insert }, 'care-leavers-contact')
  expect(rows).toEqual([
    '56 days: not in touch, due, from 2014-12-05, by 2015-01-30, (In touch)',
    '57 days: not in touch, overdue, from 2014-12-04, by 2015-01-29, 1 over, (In touch)',
    'never: not in touch, overdue, (never in touch)',
    'refuses: not in touch, overdue, from 2014-08-01, by 2014-09-26, 126 over, (Refuses contact)',
  ])
})
