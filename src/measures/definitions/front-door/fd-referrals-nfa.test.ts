import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

test('a referral ends in no further action when it says so, and a blank says nothing', async () => {
  const insert = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D');
    insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 4, '2014-12-01', '2015-06-20');
    insert into referrals (referral_id, child_key, referral_date, nfa, artificial) values
        ('no further action', 1, '2015-01-05', true, false), ('taken on', 2, '2015-01-05', false, false),
        ('blank', 3, '2015-01-05', null, false), ('news on an open case', 4, '2015-01-05', true, false),
        ('transfer-in', 1, '2015-01-12', true, true);`
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'fd-referrals-nfa')
  expect(await byMonth(snapshot, 'fd-referrals-nfa')).toEqual({ '2015-01': '1 of 3' })
  expect(await casesOf(snapshot, 'fd-referrals-nfa', '2015-01', 'yes')).toEqual(['no further action'])
})
