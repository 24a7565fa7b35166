import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

const people = `insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D');`

test('a re-referral comes 1 to 365 days after the one before, over a leap day or not', async () => {
  const insert = `${people}
    insert into referrals (referral_id, child_key, referral_date, artificial) values
        ('history begins', 4, '2014-12-01', false),
        ('a1', 1, '2015-03-01', false),
        ('366 days later', 1, '2016-03-01', false),   -- 12 calendar months, and no re-referral
        ('b1', 2, '2015-03-01', false),
        ('365 days later', 2, '2016-02-29', false);`
  const snapshot = await measured({ asAt: '2016-03-31', insert }, 'fd-rereferrals')
  expect(await casesOf(snapshot, 'fd-rereferrals', '2016-02', 'yes')).toEqual(['365 days later'])
  expect(await casesOf(snapshot, 'fd-rereferrals', '2016-03', 'no')).toEqual(['366 days later'])
})

test('no month is shown before 365 days of history stand behind its first day', async () => {
  // From 5 August 2014, 1 August 2015 has 361 days behind it and 1 September 392.
  const insert = `${people}
    insert into referrals (referral_id, child_key, referral_date, artificial) values
        ('earliest', 1, '2014-08-05', false),
        ('too early to tell', 2, '2015-08-20', false),
        ('first shown', 3, '2015-09-03', false);`
  const snapshot = await measured({ asAt: '2015-10-31', insert }, 'fd-rereferrals')
  expect(await byMonth(snapshot, 'fd-rereferrals')).toEqual({ '2015-09': '0 of 1', '2015-10': '0 of 0' })
})

test('the earlier referral is one that counts, whatever came of it', async () => {
  const insert = `${people}
    insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 2, '2015-01-05', '2015-06-30');
    insert into referrals (referral_id, child_key, referral_date, nfa, artificial) values
        ('history begins', 4, '2013-01-01', false, false),
        ('no further action', 1, '2015-10-05', true, false),
        ('five days on', 1, '2015-10-10', false, false),
        ('news on an open case', 2, '2015-05-01', false, false),
        ('long after', 2, '2015-10-12', false, false),
        ('transfer-in', 3, '2015-09-01', false, true),
        ('after a transfer-in', 3, '2015-10-13', false, false);`
  const snapshot = await measured({ asAt: '2015-10-31', insert }, 'fd-rereferrals')
  // B's news of 1 May was about an open case, and C's transfer-in is no referral: neither makes the next a re-referral.
  expect(await casesOf(snapshot, 'fd-rereferrals', '2015-10', 'yes')).toEqual(['five days on'])
  expect(await byMonth(snapshot, 'fd-rereferrals')).toMatchObject({ '2015-10': '1 of 4' })
})

test('over twelve months, each referral counts in its own month and in the eleven after it', async () => {
  // History from 1 January 2012, so the first month shown is the first that lies 701 days on: January 2014 (731).
  const insert = `${people}
    insert into referrals (referral_id, child_key, referral_date, artificial) values
        ('history begins', 4, '2012-01-01', false),
        ('first', 1, '2013-01-10', false), ('again', 1, '2013-03-10', false),
        ('once', 2, '2014-01-31', false);`
  const snapshot = await measured({ asAt: '2014-03-31', insert }, 'fd-rereferrals')
  expect(await byMonth(snapshot, 'fd-rereferrals.rolling12')).toEqual({
    '2014-01': '1 of 2', // February 2013 to January 2014: again, once
    '2014-02': '1 of 2', // March 2013 to February 2014: again, once
    '2014-03': '0 of 1', // April 2013 to March 2014: once
  })
})

test('re-referrals are told apart by who made the later referral', async () => {
  const insert = `${people}
    insert into referrals (referral_id, child_key, referral_date, source_code, artificial) values
        ('history begins', 4, '2013-12-01', '1A', false),
        ('first', 1, '2015-01-05', '6', false), ('again', 1, '2015-01-20', '2A', false), ('once', 2, '2015-01-20', '2B', false);`
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'fd-rereferrals')
  const { points } = await figures(snapshot, 'fd-rereferrals', { by: 'detail', from: '2015-01' })
  expect(points.map(({ split, numerator, denominator }) => [split, numerator, denominator])).toEqual([
    [null, 1, 3],
    ['Police', 0, 1],
    ['Schools and education', 1, 2],
  ])
})
