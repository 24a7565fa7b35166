import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

test('a child steps up by a referral taken on during early help or within three months of its end', async () => {
  // Three months from 30 November 2014 end on 28 February 2015.
  const insert = `
    insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F');
    insert into early_help_episodes (episode_id, child_key, start_date, end_date) values
        ('during it', 1, '2014-09-01', '2014-11-30'), ('on the last day', 2, '2014-09-01', '2014-11-30'),
        ('a day too late', 3, '2014-09-01', '2014-11-30'), ('no further action', 4, '2014-09-01', '2014-11-30'),
        ('already open', 5, '2014-09-01', '2014-11-30'), ('going on', 6, '2014-09-01', null);
    insert into cin_episodes (episode_id, child_key, referral_date, close_date) values
        ('e5', 5, '2014-08-01', null), ('e6', 6, '2013-08-01', '2013-12-01');
    insert into referrals (referral_id, child_key, referral_date, nfa, artificial) values
        ('r1', 1, '2014-10-01', false, false), ('r2', 2, '2015-02-28', null, false), ('r3', 3, '2015-03-01', false, false),
        ('r4', 4, '2014-12-01', true, false), ('r5', 5, '2014-10-01', false, false), ('r6', 6, '2014-10-01', false, false);`
  const snapshot = await measured({ asAt: '2015-03-31', insert }, 'eh-step-up')
  expect(await casesOf(snapshot, 'eh-step-up', '2014-11', 'yes')).toEqual(['during it', 'on the last day'])
  expect(await byMonth(snapshot, 'eh-step-up')).toMatchObject({ '2014-11': '2 of 5' })
})
