import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { figures } from '../../figures/figure-read.ts'

test('referrals are told apart by who made them, by the contact where the referral does not say', async () => {
  const insert = `
    insert into person (child_key, person_id)
        values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F'), (7, 'G'), (8, 'H');
    insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 8, '2013-12-01', '2014-06-20');
    insert into referrals (referral_id, child_key, referral_date, source_code, artificial) values
        ('police', 1, '2015-01-12', '6', false), ('school', 2, '2015-01-12', '2A', false), ('health visitor', 3, '2015-01-12', '3B', false),
        ('housing', 4, '2015-01-12', '4', false), ('blank, with a contact', 5, '2015-01-12', null, false),
        ('unknown, with an old contact', 6, '2015-01-12', '10', false), ('early help', 7, '2015-01-12', '5D', false),
        ('aunt', 8, '2015-01-12', '1A', false);
    insert into contacts (contact_id, child_key, contact_date, source_code) values
        ('c0', 5, '2015-01-05', '3A'), ('c1', 5, '2015-01-11', '6'), ('c2', 6, '2015-01-04', '6'), ('c3', 2, '2015-01-12', '6');`
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'fd-referral-source')
  // E's latest contact of the seven days is the police's of the 11th; F's is eight days old.
  expect(await casesOf(snapshot, 'fd-referral-source.police', '2015-01', 'yes')).toEqual([
    'blank, with a contact',
    'police',
  ])
  expect(await byMonth(snapshot, 'fd-referral-source.schools')).toEqual({ '2015-01': '1 of 8' })
  expect(await byMonth(snapshot, 'fd-referral-source.health')).toEqual({ '2015-01': '1 of 8' })
  const { points } = await figures(snapshot, 'fd-referral-source', { by: 'detail' })
  const bySource = new Map(points.map(({ split, value }) => [split, value]))
  expect(bySource.get(null)).toBe(8)
  expect(bySource.get('Police')).toBe(1)
  expect(bySource.get('Police (from the contact)')).toBe(1)
  expect(bySource.get('Local authority')).toBe(1)
  expect(bySource.get('Individuals')).toBe(1)
  expect(bySource.get('Other')).toBe(1)
  expect(bySource.get('Not recorded')).toBe(1)
})
