import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'
import { availability } from '../../figures/availability-read.ts'

/** Child A is open throughout; the others never were. */
const people = `
  insert into person (child_key, person_id) values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F');
  insert into cin_episodes (episode_id, child_key, referral_date, close_date) values ('e', 1, '2014-12-01', '2015-06-20');`
const contacts = `
  insert into contacts (contact_id, child_key, contact_date, source_code) values
      ('referral and more', 2, '2015-01-05', '6'), ('advice and nothing', 3, '2015-01-06', '6'), ('nothing', 4, '2015-01-07', '2A'),
      ('other', 5, '2015-01-08', '2A'), ('undecided', 6, '2015-01-09', '2A'), ('already open', 1, '2015-01-12', '6');
  insert into referrals (referral_id, child_key, referral_date, artificial) values
      ('r2', 2, '2015-01-05', false), ('r4', 4, '2015-01-09', false), ('r1', 1, '2015-01-12', false);`
const outcomes = `
  insert into contact_outcomes (contact_id, child_key, outcome) values
      ('referral and more', 2, 'referral'), ('referral and more', 2, 'advice'), ('advice and nothing', 3, 'advice'),
      ('advice and nothing', 3, 'nfa'), ('nothing', 4, 'nfa'), ('other', 5, 'other'), ('already open', 1, 'nfa');`
const decisions = `
  insert into contact_decisions (contact_decision_id, child_key, received_at, decided_at, outcome) values
      ('d2', 2, '2015-01-05 10:00', '2015-01-05 12:00', 'referral'), ('d3', 3, '2015-01-06 10:00', '2015-01-06 12:00', 'early help'),
      ('d4', 4, '2015-01-07 10:00', '2015-01-07 12:00', 'no further action'), ('d5', 5, '2015-01-08 10:00', null, 'advice'),
      ('d6', 6, '2015-01-09 10:00', null, null), ('d1', 1, '2015-01-12 10:00', '2015-01-12 12:00', 'early help');`

test('the dataset’s own outcomes are followed from each contact, and the weightiest counts', async () => {
  const world = { asAt: '2015-01-31', insert: people + contacts + outcomes, source: 'ssd' } as const
  const snapshot = await measured(world, 'fd-contact-outcomes')
  // Four of five new contacts have an outcome: a referral, advice, nothing, and something else.
  expect(await byMonth(snapshot, 'fd-contact-outcomes.to_referral')).toEqual({ '2015-01': '1 of 4' })
  expect(await byMonth(snapshot, 'fd-contact-outcomes.advice')).toEqual({ '2015-01': '1 of 4' })
  expect(await casesOf(snapshot, 'fd-contact-outcomes.nfa', '2015-01', 'yes')).toEqual(['nothing'])
  expect(await casesOf(snapshot, 'fd-contact-outcomes.undecided', '2015-01')).toEqual(['undecided'])
  // D's referral, two days after, follows no contact, but is of the month's flow: two referrals to five contacts.
  expect(await byMonth(snapshot, 'fd-contact-outcomes.flow_ratio')).toEqual({ '2015-01': '2 of 5' })
})

test('from Annex A a contact leads to a referral of the same day, and the template says the rest', async () => {
  const snapshot = await measured(
    { asAt: '2015-01-31', insert: people + contacts + decisions },
    'fd-contact-outcomes',
  )
  expect(await byMonth(snapshot, 'fd-contact-outcomes.to_referral')).toEqual({ '2015-01': '1 of 5' })
  expect(await byMonth(snapshot, 'fd-contact-outcomes.to_early_help')).toEqual({ '2015-01': '1 of 4' })
  expect(await byMonth(snapshot, 'fd-contact-outcomes.nfa')).toEqual({ '2015-01': '1 of 4' })
  expect(await casesOf(snapshot, 'fd-contact-outcomes.undecided', '2015-01')).toEqual(['d6'])
  const absent = ['contact_decisions.outcome', 'contact_decisions.received_at']
  const without = await measured(
    { asAt: '2015-01-31', insert: people + contacts, absent },
    'fd-contact-outcomes',
  )
  expect((await availability(without)).get('fd-contact-outcomes.to_early_help')?.why).toBe(
    'Not available yet: it is captured in the template contact-decisions, and no such file has been loaded',
  )
})
