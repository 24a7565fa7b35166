import { expect, test } from 'vitest'
import { byMonth, casesOf, measured } from '../../../../tests/support/measured.ts'

const insert = `
  insert into person (child_key, person_id)
      values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E'), (6, 'F'), (7, 'G'), (8, 'H');
  insert into referrals (referral_id, child_key, referral_date, nfa, artificial) values
      ('nothing further', 1, '2015-01-05', false, false), ('to early help', 2, '2015-01-05', false, false),
      ('in need', 3, '2015-01-05', false, false), ('with an enquiry', 4, '2015-01-05', false, false),
      ('with a plan', 5, '2015-01-05', false, false), ('no further action', 6, '2015-01-05', true, false),
      ('never assessed', 7, '2015-01-05', false, false), ('still open', 8, '2015-01-05', null, false);
  insert into cin_episodes (episode_id, child_key, referral_date, close_date, close_reason) values
      ('e1', 1, '2015-01-05', '2015-02-10', 'RC8'), ('e2', 2, '2015-01-05', '2015-02-10', 'RC9'), ('e3', 3, '2015-01-05', '2015-02-10', 'RC7'),
      ('e4', 4, '2015-01-05', '2015-02-10', 'RC8'), ('e5', 5, '2015-01-05', '2015-02-10', 'RC8'), ('e6', 6, '2015-01-05', '2015-02-10', 'RC8'),
      ('e7', 7, '2015-01-05', '2015-02-10', 'RC8'), ('e8', 8, '2015-01-05', null, null);
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) values
      ('a1', 1, '2015-01-06', '2015-02-09', true), ('a2', 2, '2015-01-06', '2015-02-09', true), ('a3', 3, '2015-01-06', '2015-02-09', false),
      ('a4', 4, '2015-01-06', '2015-02-09', true), ('a5', 5, '2015-01-06', '2015-02-09', null), ('a6', 6, '2015-01-06', '2015-02-09', true),
      ('a8', 8, '2015-01-06', null, null), ('turned', 8, '2015-02-06', '2015-02-02', true);
  insert into s47_enquiry (s47_enquiry_id, child_key, start_date) values ('s4', 4, '2015-01-12');
  insert into cp_plans (cp_plan_id, child_key, start_date) values ('p5', 5, '2015-01-20');`

test('of referrals, those assessed and closed as RC8 or RC9 with no enquiry and no plan', async () => {
  const snapshot = await measured({ asAt: '2015-02-28', insert }, 'as-outcome-nfa')
  expect(await casesOf(snapshot, 'as-outcome-nfa.dfe', '2015-01', 'yes')).toEqual([
    'nothing further',
    'to early help',
  ])
  expect(await byMonth(snapshot, 'as-outcome-nfa.dfe')).toMatchObject({ '2015-01': '2 of 8' })
})

test('of assessments, those that found no support needed, while no enquiry began', async () => {
  const snapshot = await measured({ asAt: '2015-02-28', insert }, 'as-outcome-nfa')
  // Six authorised: A, B and F needed nothing; D had an enquiry; E's cell is blank.
  expect(await casesOf(snapshot, 'as-outcome-nfa.local', '2015-02', 'yes')).toEqual(['a1', 'a2', 'a6'])
  expect(await byMonth(snapshot, 'as-outcome-nfa.local')).toMatchObject({ '2015-02': '3 of 6' })
})
