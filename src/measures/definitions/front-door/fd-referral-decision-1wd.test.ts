import { expect, test } from 'vitest'
import { casesOf, measured } from '../../../../tests/support/measured.ts'

/** 10 January 2015 is a Saturday: day 1 is Monday the 12th. */
const insert = `
  insert into person (child_key, person_id)
      values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F'), (7, 'G'), (8, 'H');
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 8, '2014-12-01', '2015-06-20');
  insert into referrals (referral_id, child_key, referral_date, artificial) values
      ('Saturday, decided on Monday', 1, '2015-01-10', false),
      ('Saturday, decided on Tuesday', 2, '2015-01-10', false),
      ('made with its decision, four days after the contact', 3, '2015-01-13', false),
      ('no contact', 4, '2015-01-13', false),
      ('a contact that led elsewhere', 5, '2015-01-13', false),
      ('nobody knows when', 6, '2015-01-13', false),
      ('before the template begins', 7, '2015-01-05', false),
      ('news on an open case', 8, '2015-01-13', false);
  insert into contact_decisions (contact_decision_id, child_key, received_at, decided_at, outcome) values
      ('d1', 1, '2015-01-10 02:00', '2015-01-12 23:00', 'referral'), ('d2', 2, '2015-01-10 02:00', '2015-01-13 00:30', 'referral'),
      ('d3', 3, '2015-01-09 10:00', '2015-01-13 10:00', 'referral'), ('d5', 5, '2015-01-13 10:00', '2015-01-13 11:00', 'advice'),
      ('d6', 6, '2015-01-13 10:00', null, 'referral'), ('d8', 8, '2015-01-13 10:00', '2015-01-13 11:00', 'referral');`

test('a referral is timed from the contact it came through, in working days, and one that cannot be timed is not met', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert }, 'fd-referral-decision-1wd')
  expect(await casesOf(snapshot, 'fd-referral-decision-1wd', '2015-01', 'yes')).toEqual([
    'Saturday, decided on Monday',
  ])
  expect(await casesOf(snapshot, 'fd-referral-decision-1wd', '2015-01', 'no')).toEqual([
    'Saturday, decided on Tuesday',
    'a contact that led elsewhere',
    'made with its decision, four days after the contact',
    'no contact',
    'nobody knows when',
  ])
})
